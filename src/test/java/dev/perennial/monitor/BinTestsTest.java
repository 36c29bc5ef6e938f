package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class BinTestsTest {
  @Test
  void chiSquareAgreesWithCommonsStatistics() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long[] reference = random.longs(8, 100, 400).toArray();
      long[] live = random.longs(8, 30, 60).toArray();
      same(
          ChiSquareTest.withDefaults().test(reference, live).getPValue(),
          BinTests.chiSquare(reference, live, 1));
    }
  }

  @Test
  void cellsThatExpectFewerThanFiveRowsAreTakenTogether() {
    long[] reference = {400, 400, 20, 20, 20};
    long[] live = {90, 90, 4, 3, 4};
    same(
        ChiSquareTest.withDefaults()
            .test(new long[] {400, 400, 60}, new long[] {90, 90, 11})
            .getPValue(),
        BinTests.chiSquare(reference, live, 1));
  }

  @Test
  void aPoolThatIsStillSmallJoinsTheSmallestCell() {
    same(
        ChiSquareTest.withDefaults()
            .test(new long[] {60_000, 40_000}, new long[] {119, 81})
            .getPValue(),
        BinTests.chiSquare(new long[] {60_000, 40_000, 0}, new long[] {119, 80, 1}, 1));
  }

  @Test
  void oneUnseenRowAgainstAHugeReferenceIsNoProof() {
    assertTrue(BinTests.chiSquare(new long[] {50_000, 50_000, 0}, new long[] {100, 99, 1}, 1) > .5);
  }

  @Test
  void aDesignEffectDividesTheStatistic() {
    long[] reference = {500, 500};
    long[] live = {130, 70};
    double statistic = ChiSquareTest.withDefaults().statistic(reference, live);
    double inflation = (4 / 200.0 + 1 / 1000.0) / (1 / 200.0 + 1 / 1000.0);
    same(Tails.chiSquare(statistic / inflation, 1), BinTests.chiSquare(reference, live, 4));
  }

  @Test
  void theTrendTestAgreesWithTheHandWorkedTwoByTwoTable() {
    // With two bins the mean score is a share: z is the pooled test of two proportions.
    double pooled = 630 / 1200.0;
    double z =
        (130 / 200.0 - 500 / 1000.0) / Math.sqrt(pooled * (1 - pooled) * (1 / 200.0 + 1 / 1000.0));
    double expected = Tails.twoSidedNormal(z);
    same(
        expected,
        BinTests.trend(
            new long[] {500, 500, 9}, new long[] {70, 130, 3}, new double[] {.25, .75, .5}, 1));
  }

  @Test
  void theTrendTestOfScoresThatDoNotVarySaysNothing() {
    assertEquals(1, BinTests.trend(new long[] {9, 0}, new long[] {4, 0}, new double[] {.5, .5}, 1));
  }

  @Test
  void benjaminiAndHochbergsOwnExampleRejectsFour() {
    // The fifteen p-values of their 1995 paper, section 4.1: four fall at rate 0.05.
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1.0
    };
    double[] q = BinTests.benjaminiHochberg(p);
    long rejected = java.util.Arrays.stream(q).filter(v -> v <= .05).count();
    assertEquals(4, rejected);
    same(.0001 * 15, q[0]);
    same(.0095 * 15 / 4, q[3]);
    // p.adjust(p, "BH") of R: ranks five to eight fall back to the eighth's value or their own.
    same(.0201 * 15 / 5, q[4]);
    same(.0298 * 15 / 7, q[5]);
  }

  @Test
  void theOrderOfTheColumnsDoesNotMatterToTheirDiscoveryRate() {
    assertArrayEquals(
        new double[] {.04, .02, .04},
        BinTests.benjaminiHochberg(new double[] {.04, .006666666666666667, .03}),
        1e-12);
  }
}
