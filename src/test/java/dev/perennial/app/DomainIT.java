package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.DomainClassifier;
import dev.perennial.monitor.DomainVerdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often trees tell rows apart where nothing has changed, and where a correlation has. */
@Tag("suite")
class DomainIT {
  private static final int SEEDS = 200;
  private static final List<Column> COLUMNS =
      List.of(Column.number("x"), Column.number("y"), Column.number("z"), Column.number("w"));

  private static double[][] rows(int count, double correlation, Random random) {
    double[][] rows = new double[count][4];
    for (double[] row : rows) {
      for (int j = 0; j < 4; j++) {
        row[j] = random.nextGaussian();
      }
      row[1] = correlation * row[0] + Math.sqrt(1 - correlation * correlation) * row[1];
    }
    return rows;
  }

  private static int apart(double before, double now) {
    int apart = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      DomainVerdict verdict =
          DomainClassifier.judge(
                  COLUMNS,
                  rows(500, before, random),
                  rows(500, now, random),
                  true,
                  DomainTrees::learn,
                  seed,
                  () -> true)
              .orElseThrow();
      apart += verdict.apart() ? 1 : 0;
    }
    return apart;
  }

  @Test
  void withoutDriftRowsAreToldApartInLessThanTwoOfAHundred() {
    int apart = apart(.6, .6);
    System.out.println("told apart without drift: " + apart + " of " + SEEDS);
    assertTrue(apart <= 3, apart + " of " + SEEDS);
  }

  @Test
  void aCorrelationThatTurnedRoundIsToldNearlyAlways() {
    int apart = apart(.6, -.6);
    System.out.println("told apart with a correlation turned round: " + apart + " of " + SEEDS);
    assertTrue(apart >= 195, apart + " of " + SEEDS);
  }
}
