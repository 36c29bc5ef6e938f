package dev.perennial.monitor;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Intervals for shares of successes, for the difference of two, and for counts. */
public final class Intervals {
  /** The normal quantile of a two-sided 95 % interval. */
  public static final double Z95 = 1.959963984540054;

  private Intervals() {}

  /** Wilson's (1927) score interval; [0, 1] without trials. */
  public static Interval wilson(long successes, long n, double z) {
    if (n <= 0) {
      return new Interval(0, 1);
    }
    double p = (double) successes / n;
    double square = z * z;
    double middle = (p + square / (2.0 * n)) / (1 + square / n);
    double half = z / (1 + square / n) * Math.sqrt(p * (1 - p) / n + square / (4.0 * n * n));
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /**
   * Garwood's (1936) exact 95 % interval of the mean of a Poisson count.
   *
   * @param count at least 0; not whole where a count of clusters is meant
   */
  static Interval poisson(double count) {
    double low = count == 0 ? 0 : chiSquare(2 * count).inverseSurvivalProbability(.975) / 2;
    return new Interval(low, chiSquare(2 * count + 2).inverseSurvivalProbability(.025) / 2);
  }

  private static ChiSquaredDistribution chiSquare(double freedom) {
    return ChiSquaredDistribution.of(freedom);
  }

  /** Newcombe's (1998) hybrid score interval of the first share minus the second, method 10. */
  static Interval newcombe(long successes, long n, long others, long m, double z) {
    double p = Counts.share(successes, n);
    double q = Counts.share(others, m);
    Interval one = wilson(successes, n, z);
    Interval other = wilson(others, m, z);
    return new Interval(
        p - q - Math.hypot(p - one.low(), other.high() - q),
        p - q + Math.hypot(one.high() - p, q - other.low()));
  }
}
