package dev.perennial.monitor;

import dev.perennial.words.Said;

/** What a model's performance is measured by, and when it has become worse. */
public enum Yardstick {
  /** The share of right answers: more is better. */
  ACCURACY {
    @Override
    PerformanceVerdict compare(Sample live, Sample base, double z) {
      double upper =
          Intervals.newcombe((long) live.sum(), live.n(), (long) base.sum(), base.n(), z).high();
      boolean fell = upper < -MARGIN;
      return new PerformanceVerdict(
          fell ? Status.DRIFTED : Status.STEADY,
          live.mean(),
          Intervals.wilson((long) live.sum(), live.n(), Intervals.Z95),
          live.n(),
          base.mean(),
          upper,
          -MARGIN,
          Said.of(
              fell ? "said.accuracy-fell" : "said.accuracy-is",
              new Said.Share(live.mean()),
              live.n(),
              new Said.Share(base.mean()),
              fell
                  ? Said.of("said.fall-at-least", -100 * upper)
                  : live.mean() < base.mean() ? Said.of("said.no-fall-shown") : Said.verbatim("")),
          this);
    }
  },

  /**
   * The mean absolute error: less is better. The growth is bounded by the delta method on the
   * logarithm of the ratio of the two means.
   */
  ABSOLUTE_ERROR {
    @Override
    PerformanceVerdict compare(Sample live, Sample base, double z) {
      double error = Math.sqrt(relative(live) + relative(base));
      double least = live.mean() / base.mean() * Math.exp(-z * error) - 1;
      boolean grew = least > GROWTH;
      double half = Intervals.Z95 * Math.sqrt(live.variance() / live.n());
      return new PerformanceVerdict(
          grew ? Status.DRIFTED : Status.STEADY,
          live.mean(),
          new Interval(Math.max(0, live.mean() - half), live.mean() + half),
          live.n(),
          base.mean(),
          least,
          GROWTH,
          Said.of(
              grew ? "said.error-grew" : "said.error-is",
              live.mean(),
              live.n(),
              base.mean(),
              grew
                  ? Said.of("said.growth-at-least", new Said.Share(least))
                  : live.mean() > base.mean()
                      ? Said.of("said.no-growth-shown")
                      : Said.verbatim("")),
          this);
    }

    /** Squared standard error of the mean's logarithm. */
    private double relative(Sample of) {
      return of.variance() / of.n() / of.mean() / of.mean();
    }
  };

  /** Smaller falls of the accuracy are let pass. */
  static final double MARGIN = .03;

  /** Smaller growths of the mean absolute error are let pass, in shares of what is expected. */
  static final double GROWTH = .1;

  /**
   * Live answers against a baseline.
   *
   * @param z how sure the bound is to be, in standard errors
   */
  abstract PerformanceVerdict compare(Sample live, Sample base, double z);
}
