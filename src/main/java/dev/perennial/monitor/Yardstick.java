package dev.perennial.monitor;

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
          "accuracy "
              + (fell ? "fell to " : "is ")
              + Words.percent(live.mean())
              + " over "
              + live.n()
              + " labels, against "
              + Words.percent(base.mean())
              + " expected"
              + (fell
                  ? "; the fall is at least " + Words.number(-100 * upper) + " points"
                  : live.mean() < base.mean() ? "; a fall that matters is not shown" : ""),
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
          "the mean absolute error "
              + (grew ? "grew to " : "is ")
              + Words.number(live.mean())
              + " over "
              + live.n()
              + " labels, against "
              + Words.number(base.mean())
              + " expected"
              + (grew
                  ? "; it grew by at least " + Words.percent(least)
                  : live.mean() > base.mean() ? "; a growth that matters is not shown" : ""),
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
