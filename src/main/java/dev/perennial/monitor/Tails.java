package dev.perennial.monitor;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tail probabilities and quantiles of the distributions that the judgements lean on. */
final class Tails {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Tails() {}

  /** P(|Z| >= |z|) of a standard normal Z; 1 where z is not a number. */
  static double twoSidedNormal(double z) {
    return Double.isNaN(z) ? 1 : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /** The standard normal quantile of a probability in (0, 1). */
  static double normalQuantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** P(X >= statistic) of a chi-square X; 1 where there is no degree of freedom. */
  static double chiSquare(double statistic, int degreesOfFreedom) {
    return degreesOfFreedom < 1
        ? 1
        : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
  }

  /** The value that a chi-square X exceeds with the given probability; 0 without freedom. */
  static double chiSquareBound(double probability, int degreesOfFreedom) {
    return degreesOfFreedom < 1
        ? 0
        : ChiSquaredDistribution.of(degreesOfFreedom).inverseSurvivalProbability(probability);
  }

  /** P(X >= successes) in n independent trials of the given probability. */
  static double binomial(long successes, long trials, double probability) {
    return successes <= 0
        ? 1
        : BinomialDistribution.of(whole(trials), probability)
            .survivalProbability(whole(successes) - 1);
  }

  /**
   * Fisher's exact upper tail: the probability that, of the marked among all live and reference
   * rows together, at least as many as seen fall on the live side.
   */
  static double hypergeometric(long liveMarked, long live, long referenceMarked, long reference) {
    long marked = liveMarked + referenceMarked;
    return liveMarked <= 0
        ? 1
        : HypergeometricDistribution.of(whole(live + reference), whole(marked), whole(live))
            .survivalProbability(whole(liveMarked) - 1);
  }

  private static int whole(long count) {
    return Math.toIntExact(Math.min(count, Integer.MAX_VALUE - 1));
  }
}
