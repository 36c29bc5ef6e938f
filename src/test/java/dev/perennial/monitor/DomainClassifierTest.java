package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.DomainClassifier.Learner;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainClassifierTest {
  private static final List<Column> COLUMNS = List.of(Column.number("x"), Column.number("y"));

  /** Knows beforehand that live rows have a larger x. */
  private static final Learner BY_X = (columns, rows, live, seed) -> row -> row[0];

  private static double[][] rows(int count, double moved, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = new double[] {random.nextGaussian() + moved, random.nextGaussian()};
    }
    return rows;
  }

  private static DomainVerdict judge(double[][] reference, double[][] live, Learner learner) {
    return DomainClassifier.judge(COLUMNS, reference, live, true, learner, 3, () -> true)
        .orElseThrow();
  }

  @Test
  void aHandWorkedAreaIsRight() {
    // Live 1, 3, 3 and reference 2, 3: of 6 pairs 0 + 1.5 + 1.5 are in order.
    double[] scores = {1, 3, 3, 2, 3};
    same(.5, DomainClassifier.auc(scores, new boolean[] {true, true, true, false, false}));
    same(1, DomainClassifier.auc(new double[] {2, 1}, new boolean[] {true, false}));
    same(.5, DomainClassifier.auc(new double[] {2, 1}, new boolean[] {true, true}));
  }

  @Test
  void theAreaIsTheShareOfAllPairsInOrder() {
    Random random = new Random(4);
    double[] scores = random.ints(300, 0, 40).asDoubleStream().toArray();
    boolean[] live = new boolean[300];
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < 300; i++) {
      live[i] = random.nextInt(3) == 0;
    }
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 300; j++) {
        if (live[i] && !live[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
        }
      }
    }
    same(right / pairs, DomainClassifier.auc(scores, live));
  }

  @Test
  void aMovedColumnIsNamedAndTheOtherIsNot() {
    DomainVerdict verdict = judge(rows(400, 0, 1), rows(400, 1, 2), BY_X);
    assertTrue(verdict.apart());
    // Two normals one deviation apart: the normal distribution at 1 / sqrt 2.
    assertEquals(.7602, verdict.auc(), .04);
    assertEquals(List.of("x"), verdict.shares().stream().map(DomainVerdict.Share::column).toList());
    assertEquals(verdict.auc() - .5, verdict.shares().get(0).fall(), .05);
    assertTrue(verdict.reason().english().contains("above all by x"), verdict.reason().english());
  }

  @Test
  void theErrorIsThatOfMannAndWhitney() {
    double error = judge(rows(500, 0, 1), rows(500, 0, 2), BY_X).error();
    assertEquals(Math.sqrt(1_001 / (12.0 * 500 * 500)), error, .0005);
  }

  @Test
  void knowingRowsByHeartIsOfNoUse() {
    double[][] reference = rows(200, 0, 1);
    Random random = new Random(2);
    double[][] live = new double[400][];
    for (int i = 0; i < live.length; i++) {
      live[i] = reference[random.nextInt(50)].clone();
    }
    Learner byHeart =
        (columns, rows, isLive, seed) -> {
          Set<Double> known = new HashSet<>();
          for (int i = 0; i < rows.length; i++) {
            if (isLive[i]) {
              known.add(rows[i][0]);
            }
          }
          return row -> known.contains(row[0]) ? 1 : 0;
        };
    DomainVerdict verdict = judge(reference, live, byHeart);
    same(.5, verdict.auc());
    assertFalse(verdict.apart());
  }

  @Test
  void manyCopiesOfALiveRowCountAsFewerRows() {
    double[][] live = rows(10, 0, 5);
    double[][] repeated =
        Arrays.stream(new int[400]).mapToObj(i -> live[0]).toArray(double[][]::new);
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = live[i % 10];
    }
    double error = judge(rows(400, 0, 1), repeated, BY_X).error();
    assertTrue(error > .08, error + " for ten independent rows");
  }

  @Test
  void tooFewRowsAStopAndASingleValueGiveNothing() {
    double[][] rows = rows(200, 0, 1);
    assertTrue(
        DomainClassifier.judge(COLUMNS, rows, rows(99, 0, 2), true, BY_X, 3, () -> true).isEmpty());
    assertTrue(DomainClassifier.judge(COLUMNS, rows, rows, true, BY_X, 3, () -> false).isEmpty());
    double[][] same = new double[200][2];
    assertTrue(DomainClassifier.judge(COLUMNS, same, same, true, BY_X, 3, () -> true).isEmpty());
  }
}
