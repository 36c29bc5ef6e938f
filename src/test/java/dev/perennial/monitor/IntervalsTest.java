package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  private static void rounded(double low, double high, Interval interval) {
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  @Test
  void wilsonAgreesWithNewcombesPublishedTable() {
    // Newcombe (1998) Statistics in Medicine 17, 857, table I, method 3: printed to four places.
    rounded(.2553, .3662, Intervals.wilson(81, 263, Intervals.Z95));
    rounded(0, .1611, Intervals.wilson(0, 20, Intervals.Z95));
    rounded(.0061, .1718, Intervals.wilson(1, 29, Intervals.Z95));
  }

  @Test
  void theDifferenceAgreesWithNewcombesPublishedTable() {
    // Newcombe (1998) Statistics in Medicine 17, 873, table II, method 10: printed to four places.
    rounded(.0524, .3339, Intervals.newcombe(56, 70, 48, 80, Intervals.Z95));
    rounded(.1705, .8090, Intervals.newcombe(9, 10, 3, 10, Intervals.Z95));
    rounded(-.0381, .1926, Intervals.newcombe(5, 56, 0, 29, Intervals.Z95));
  }

  @Test
  void theEndsOfWilsonsIntervalSolveTheScoreEquation() {
    for (int successes = 0; successes <= 40; successes++) {
      Interval interval = Intervals.wilson(successes, 40, Intervals.Z95);
      for (double p : new double[] {interval.low(), interval.high()}) {
        if (p > 1e-12 && p < 1 - 1e-12) {
          double z = Math.abs(successes / 40.0 - p) / Math.sqrt(p * (1 - p) / 40);
          Check.same(Intervals.Z95, z);
        }
      }
    }
  }

  @Test
  void wilsonCoversAboutNinetyFivePercent() {
    double mean = 0;
    for (double p = .05; p < .96; p += .05) {
      BinomialDistribution outcomes = BinomialDistribution.of(200, p);
      for (int x = 0; x <= 200; x++) {
        mean +=
            Intervals.wilson(x, 200, Intervals.Z95).contains(p) ? outcomes.probability(x) / 19 : 0;
      }
    }
    assertTrue(mean > .94 && mean < .96, mean + " covered");
  }

  @Test
  void withoutTrialsAnythingIsPossible() {
    assertEquals(new Interval(0, 1), Intervals.wilson(0, 0, Intervals.Z95));
  }
}
