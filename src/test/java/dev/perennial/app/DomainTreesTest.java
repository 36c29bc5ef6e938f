package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.DomainClassifier;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.DriftWatch;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.monitor.Status;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DomainTreesTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("x"),
          Column.number("y"),
          Column.labels("z", List.of("a", "b", "c")),
          Column.number("noise"));

  /** Normal x and y with a correlation, and two columns that have nothing to do with them. */
  private static double[][] rows(int count, double correlation, Random random) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      double x = random.nextGaussian();
      double own = random.nextGaussian();
      double y = correlation * x + Math.sqrt(1 - correlation * correlation) * own;
      double noise = random.nextInt(50) == 0 ? Double.NaN : random.nextGaussian();
      rows[i] = new double[] {x, y, random.nextInt(40) == 0 ? -1 : random.nextInt(3), noise};
    }
    return rows;
  }

  private static DomainVerdict judge(double[][] reference, double[][] live, long seed) {
    return DomainClassifier.judge(
            COLUMNS, reference, live, true, DomainTrees::learn, seed, () -> true)
        .orElseThrow();
  }

  @Test
  void aCorrelationThatTurnedRoundIsToldByItsTwoColumnsThoughNoneMoved() {
    Random random = new Random(21);
    double[][] reference = rows(1_000, .8, random);
    double[][] live = rows(500, -.8, random);
    DriftWatch watch =
        new DriftWatch(ReferenceProfile.of(COLUMNS, reference), DriftThresholds.standard());
    for (int i = 0; i < live.length; i++) {
      watch.add(live[i], i);
    }
    assertTrue(
        watch.verdicts().stream()
            .filter(verdict -> verdict.column().role() == Column.Role.FEATURE)
            .allMatch(verdict -> verdict.status() == Status.STEADY));
    DomainVerdict verdict = judge(reference, live, 1);
    assertTrue(verdict.apart() && verdict.auc() > .75, verdict.reason().english());
    Set<String> named =
        verdict.shares().stream().map(DomainVerdict.Share::column).collect(Collectors.toSet());
    assertEquals(Set.of("x", "y"), named);
  }

  @Test
  void withoutDriftTheyAreToldApartInOneOfTwentyAtMost() {
    int apart = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(100 + seed);
      apart += judge(rows(400, .8, random), rows(200, .8, random), seed).apart() ? 1 : 0;
    }
    assertTrue(apart <= 1, apart + " of 20");
  }

  @Test
  void aLabelOfWhichMoreAreUnknownIsNamed() {
    Random random = new Random(22);
    double[][] live = rows(300, .8, random);
    for (int i = 0; i < 150; i++) {
      live[i][2] = -1;
    }
    DomainVerdict verdict = judge(rows(600, .8, random), live, 1);
    assertEquals("z", verdict.shares().get(0).column());
  }
}
