package dev.perennial.monitor;

/** Ranks of the reference, one per bin, so that a live value's rank costs one look-up. */
final class BinScores {
  private BinScores() {}

  /**
   * The midrank of each bin among the reference's values, as a share: 0 below its range, 1 above.
   * The last bin, missing, has no rank and holds 0.5.
   */
  static double[] midranks(ColumnProfile profile) {
    long[] counts = profile.counts();
    int missing = profile.bins().missing();
    double[] ranks = new double[counts.length];
    long before = 0;
    for (int i = 0; i < missing; i++) {
      ranks[i] = profile.values() == 0 ? .5 : (before + counts[i] / 2.0) / profile.values();
      before += counts[i];
    }
    ranks[missing] = .5;
    return ranks;
  }

  /** Normal quantiles of the midranks, kept half a row from 0 and 1; 0 for missing. */
  static double[] normalScores(ColumnProfile profile) {
    double[] scores = midranks(profile);
    double end = .5 / (profile.values() + 1);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Tails.normalQuantile(Math.min(1 - end, Math.max(end, scores[i])));
    }
    return scores;
  }
}
