package dev.perennial.training;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** McNemar's exact test, one-sided. Pure. */
final class McNemar {
  private McNemar() {}

  /**
   * How likely it is that one of two equally good models wins at least so often.
   *
   * @param wins rows that the first model alone got right
   * @param losses rows that the second alone got right
   * @return P(X >= wins), X binomial of wins + losses trials at 1/2; 1 where they never differ
   */
  static double better(int wins, int losses) {
    return wins == 0
        ? 1
        : BinomialDistribution.of(wins + losses, 0.5).survivalProbability(wins - 1);
  }
}
