package dev.perennial.monitor;

/**
 * What one column of a window looks like beside its reference. Every figure is finite.
 *
 * @param n live rows, those without a value included
 * @param deff design effect: n / deff rows are independent
 * @param psi population stability index
 * @param psiCorrected the same less its mean without drift
 * @param nullBound which the index exceeds without drift with the accepted rate
 * @param smd difference of the means in reference standard deviations; 0 for labels
 * @param smdError standard error of {@code smd}
 * @param logVarianceRatio logarithm of live over reference variance; 0 for labels
 * @param logVarianceRatioError its standard error
 * @param pChiSquare of the bins
 * @param pTrend of the mean rank; 1 for labels
 * @param ks Kolmogorov-Smirnov distance from the bins; 0 for labels
 * @param jensenShannon distance to the base 2
 * @param wasserstein in reference standard deviations; 0 for labels
 */
public record DriftFigures(
    long n,
    double deff,
    double psi,
    double psiCorrected,
    double nullBound,
    double smd,
    double smdError,
    double logVarianceRatio,
    double logVarianceRatioError,
    double pChiSquare,
    double pTrend,
    double ks,
    double jensenShannon,
    double wasserstein) {

  /** The larger logarithm that stands for a variance that came from or fell to nothing. */
  private static final double NO_SPREAD = 50;

  static DriftFigures of(ColumnProfile reference, ColumnSums live, double deff, double level) {
    long[] p = reference.counts();
    long[] q = live.counts();
    long n = Counts.sum(q);
    boolean number = !reference.bins().nominal();
    double noise = noise(reference, n, deff);
    int freedom = Divergence.bins(p, q) - 1;
    double psi = Divergence.psi(p, q);
    Moments moments = live.moments();
    double error =
        number && moments.n() > 0 && reference.values() > 0
            ? Math.sqrt(deff / moments.n() + 1.0 / reference.values())
            : 0;
    return new DriftFigures(
        n,
        deff,
        psi,
        psi - freedom * noise,
        quiet(reference, q, deff, level),
        number ? smd(reference, moments) : 0,
        error,
        number ? logVarianceRatio(reference, moments) : 0,
        Math.sqrt(Math.max(0, reference.kurtosis() - 1)) * error,
        BinTests.chiSquare(p, q, deff),
        error > 0 ? BinTests.trend(p, q, BinScores.midranks(reference), deff) : 1,
        number ? Divergence.kolmogorovSmirnov(p, q) : 0,
        Divergence.jensenShannon(p, q),
        number ? Divergence.wasserstein(reference, live) : 0);
  }

  /** What chance alone keeps the stability index below, but for the accepted rate. */
  static double quiet(ColumnProfile reference, long[] live, double deff, double level) {
    int freedom = Divergence.bins(reference.counts(), live) - 1;
    return Tails.chiSquareBound(level, freedom) * noise(reference, Counts.sum(live), deff);
  }

  private static double noise(ColumnProfile reference, long n, double deff) {
    return deff / n + 1.0 / reference.rows();
  }

  /** 0 where either side has no numbers, or no spread to measure the difference by. */
  private static double smd(ColumnProfile reference, Moments live) {
    return live.n() == 0 || reference.sd() == 0
        ? 0
        : (live.mean() - reference.mean()) / reference.sd();
  }

  private static double logVarianceRatio(ColumnProfile reference, Moments live) {
    if (live.n() < 2 || reference.values() < 2) {
      return 0;
    }
    double ratio = 2 * Math.log(live.sd() / reference.sd());
    return Double.isNaN(ratio) ? 0 : Math.max(-NO_SPREAD, Math.min(NO_SPREAD, ratio));
  }

  /** Both tests together, by Bonferroni. */
  public double p() {
    return Math.min(1, 2 * Math.min(pChiSquare, pTrend));
  }

  /** Whether the effect is large enough to matter, whatever its significance. */
  boolean matters(DriftThresholds t) {
    return strength(t) > 1;
  }

  /** The largest effect in multiples of the size from which it matters. */
  double strength(DriftThresholds t) {
    double mean = (Math.abs(smd) - smdError) / t.meanShift();
    double spread = (Math.abs(logVarianceRatio) - logVarianceRatioError) / t.logVarianceRatio();
    return Math.max(psiCorrected / t.psiWarning(), Math.max(mean, spread));
  }
}
