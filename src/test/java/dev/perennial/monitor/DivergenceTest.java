package dev.perennial.monitor;

import static dev.perennial.monitor.Check.near;
import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class DivergenceTest {
  @Test
  void psiOfTwoBinsAgreesWithTheHandWorkedValue() {
    // Half a row is added to each bin: 9.5 and 10.5 of 20 against 14.5 and 5.5 of 20.
    double p = 9.5 / 20;
    double q = 14.5 / 20;
    double expected = (q - p) * Math.log(q / p) + (p - q) * Math.log((1 - q) / (1 - p));
    same(expected, Divergence.psi(new long[] {9, 10}, new long[] {14, 5}));
  }

  @Test
  void binsEmptyOnBothSidesPlayNoPart() {
    same(
        Divergence.psi(new long[] {9, 10}, new long[] {14, 5}),
        Divergence.psi(new long[] {9, 0, 10, 0}, new long[] {14, 0, 5, 0}));
  }

  @Test
  void equalSharesLieNowhereApart() {
    long[] counts = {3, 4, 5};
    assertEquals(0, Divergence.psi(counts, counts));
    assertEquals(0, Divergence.kolmogorovSmirnov(counts, counts));
    assertEquals(0, Divergence.jensenShannon(counts, counts));
  }

  @Test
  void jensenShannonIsOneForDisjointSharesAndKnownInBetween() {
    same(1, Divergence.jensenShannon(new long[] {5, 0}, new long[] {0, 9}));
    // (1/2, 1/2) against (1, 0): H(3/4, 1/4) - 1/2 = 0.311278124...; its root.
    same(
        Math.sqrt(.31127812445913283),
        Divergence.jensenShannon(new long[] {5, 5}, new long[] {9, 0}));
  }

  @Test
  void ksFromTheBinsIsAtMostAndNearlyTheExactDistance() {
    Random random = new Random(5);
    double[] reference = random.doubles(5000).toArray();
    double[] live = random.doubles(400).map(Math::sqrt).toArray();
    ColumnProfile profile = ColumnProfile.of(Column.number("x"), reference);
    double binned = Divergence.kolmogorovSmirnov(profile.counts(), profile.bins().count(live));
    double exact = KolmogorovSmirnovTest.withDefaults().statistic(reference, live);
    // Only the edges are looked at: at most one bin's reference mass (1/20) is lost.
    assertEquals(exact, binned, .05);
    assertEquals(true, binned <= exact + 1e-12);
  }

  @Test
  void aShiftByOneDeviationIsAWassersteinDistanceOfOne() {
    Random random = new Random(6);
    double[] reference = random.doubles(20_000).toArray();
    ColumnProfile profile = ColumnProfile.of(Column.number("x"), reference);
    ColumnSums live = new ColumnSums(profile.bins());
    for (double v : reference) {
      live.add(profile.bins(), v + profile.sd());
    }
    // Linear within the bins, exact for a uniform distribution but for the outer bin's shape.
    near(1, Divergence.wasserstein(profile, live), .02);
  }
}
