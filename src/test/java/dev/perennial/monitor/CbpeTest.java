package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CbpeTest {
  @Test
  void violatorsArePooledAsInTheTextbook() {
    Isotonic fitted = Isotonic.fit(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 4, 3.5});
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, fitted.x());
    assertArrayEquals(new double[] {1, 2.5, 2.5, 3.75, 3.75}, fitted.y());
    same(1.75, fitted.at(1.5));
    same(1, fitted.at(-9));
    same(3.75, fitted.at(9));
  }

  @Test
  void equalScoresShareOneValue() {
    Isotonic fitted = Isotonic.fit(new double[] {.5, .5, .9}, new double[] {1, 0, 1});
    same(.5, fitted.at(.5));
    same(1, fitted.at(.9));
  }

  @Test
  void thePoolsAgreeWithTheMaxMinFormula() {
    // Barlow et al. (1972): the fit at i is the largest, over a <= i, of the smallest mean
    // y_a..y_b.
    Random random = new Random(41);
    int n = 120;
    double[] x = random.doubles(n).sorted().toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.nextDouble() < x[i] ? 1 : 0;
    }
    Isotonic fitted = Isotonic.fit(x, y);
    for (int i = 0; i < n; i++) {
      double largest = 0;
      for (int a = 0; a <= i; a++) {
        double smallest = 1;
        for (int b = i; b < n; b++) {
          smallest = Math.min(smallest, Arrays.stream(y, a, b + 1).average().orElseThrow());
        }
        largest = Math.max(largest, smallest);
      }
      same(largest, fitted.at(x[i]));
    }
  }

  @Test
  void aCalibratorThatDoesNotHelpIsLeftOut() {
    Random random = new Random(42);
    int n = 400;
    double[][] good = new double[n][];
    double[][] sure = new double[n][];
    int[] actual = new int[n];
    for (int i = 0; i < n; i++) {
      double p = random.nextDouble();
      actual[i] = random.nextDouble() < p ? 1 : 0;
      good[i] = new double[] {1 - p, p};
      double exaggerated = p < .5 ? p * p * p : 1 - (1 - p) * (1 - p) * (1 - p);
      sure[i] = new double[] {1 - exaggerated, exaggerated};
    }
    Calibrators kept = Calibrators.fit(actual, sure, 2);
    assertTrue(kept.byClass().get(1).x().length > 0);
    double[] raw = {.3, .7};
    Calibrators few = Calibrators.fit(new int[] {0, 1, 0}, new double[][] {raw, raw, raw}, 2);
    assertArrayEquals(raw, few.apply(raw), 1e-12);
  }

  @Test
  void probabilitiesThatAllCalibrateToNothingAreUsedAsTheyAre() {
    Isotonic never = new Isotonic(new double[] {0, 1}, new double[] {0, 0});
    double[] raw = {.3, .7};
    assertArrayEquals(raw, new Calibrators(java.util.List.of(never, never)).apply(raw));
  }

  @Test
  void theEstimateIsTheMeanProbabilityOfTheClassGiven() {
    EstimateSums sums = new EstimateSums(2);
    sums.add(0, new double[] {.9, .1});
    sums.add(0, new double[] {.6, .4});
    sums.add(1, new double[] {.3, .7});
    same(2.2 / 3, sums.accuracy());
    // Class a: 1.5 right of 1.8 expected and 2 given.
    same(1.5 / 2, sums.perClass().get(0).precision());
    same(1.5 / 1.8, sums.perClass().get(0).recall());
    same(2 * 1.5 / 3.8, sums.perClass().get(0).f1());
  }

  @Test
  void theBandIsTheHandWorkedOneAndHoldsTheHoldOutsUncertainty() {
    Interval band = EstimateSums.band(.8, 100, 400);
    same(.8 - 2 * Math.sqrt(.16 * (.01 + .0025)), band.low());
    assertEquals(new Interval(0, 1), EstimateSums.band(.8, 0, 400));
  }

  @Test
  void aTrackRecordOfWrongEstimatesIsNotTrusted() {
    Random random = new Random(43);
    TrackRecord record = new TrackRecord(500);
    for (int i = 0; i < 2000; i++) {
      record.add(.85, random.nextDouble() < .85);
    }
    assertTrue(record.trusted());
    assertTrue(record.meanError() < .04);
    for (int i = 0; i < 600; i++) {
      record.add(.85, random.nextDouble() < .65);
    }
    assertFalse(record.trusted());
  }
}
