package dev.perennial.monitor;

/**
 * What is kept of labelled predictions of a regressor: enough for every score shown. Additive, and
 * without rounding: a corrected label is taken back with its old value and leaves no trace. An
 * error is the number given less the true one. Not thread-safe.
 */
public final class ErrorSums {
  /** What is larger counts as this, so that fourth powers are numbers still. */
  private static final double LARGEST = 1e75;

  private final LogHistogram lagSeconds;
  private final ExactSum[] sums;
  private long n;

  /** What is summed, in the order of {@code sums}. */
  private static final int SIZES = 0;

  private static final int ERRORS = 1;
  private static final int SQUARES = 2;
  private static final int FOURTHS = 3;
  private static final int TRUTHS = 4;
  private static final int SQUARED_TRUTHS = 5;
  private static final int ALL = 6;

  ErrorSums() {
    this(new LogHistogram(), new ExactSum[ALL]);
    for (int i = 0; i < ALL; i++) {
      sums[i] = new ExactSum();
    }
  }

  private ErrorSums(LogHistogram lagSeconds, ExactSum[] sums) {
    this.lagSeconds = lagSeconds;
    this.sums = sums;
  }

  /**
   * @param actual the true number
   * @param predicted the number given
   * @param lagSeconds from the answer to the label
   */
  void add(double actual, double predicted, double lagSeconds) {
    this.lagSeconds.add(lagSeconds);
    n++;
    sum(actual, predicted, 1);
  }

  /** Replaces a label; its lag stays that of the first. */
  void correct(double before, double actual, double predicted) {
    sum(before, predicted, -1);
    sum(actual, predicted, 1);
  }

  private void sum(double actual, double predicted, int sign) {
    double error = error(predicted, actual);
    sums[SIZES].add(Math.abs(error), 1, sign);
    sums[ERRORS].add(error, 1, sign);
    sums[SQUARES].add(error, 2, sign);
    sums[FOURTHS].add(error, 4, sign);
    sums[TRUTHS].add(cut(actual), 1, sign);
    sums[SQUARED_TRUTHS].add(cut(actual), 2, sign);
  }

  /** The number given less the true one. */
  static double error(double predicted, double actual) {
    return cut(predicted - actual);
  }

  private static double cut(double value) {
    return Math.max(-LARGEST, Math.min(LARGEST, value));
  }

  void merge(ErrorSums other) {
    lagSeconds.merge(other.lagSeconds);
    n += other.n;
    for (int i = 0; i < ALL; i++) {
      sums[i].merge(other.sums[i]);
    }
  }

  public long n() {
    return n;
  }

  LogHistogram lagSeconds() {
    return lagSeconds;
  }

  private double mean(int of) {
    return n == 0 ? 0 : sums[of].value() / n;
  }

  /** Mean absolute error; like all figures 0 without labels. */
  public double mae() {
    return mean(SIZES);
  }

  /** Root mean squared error. */
  public double rmse() {
    return Math.sqrt(mean(SQUARES));
  }

  /** Mean error: above 0 where the numbers given are too large. */
  public double bias() {
    return mean(ERRORS);
  }

  /** 1 less the share of the truths' squared deviations that the errors are; 0 of one truth. */
  public double r2() {
    double total = ExactSum.deviations(n, sums[TRUTHS], sums[SQUARED_TRUTHS]);
    return total > 0 ? 1 - sums[SQUARES].value() / total : 0;
  }

  /** About 95 % of the mean absolute error: by the central limit theorem. */
  Interval maeInterval() {
    double half = half(ExactSum.deviations(n, sums[SIZES], sums[SQUARES]));
    return new Interval(Math.max(0, mae() - half), mae() + half);
  }

  /**
   * About 95 % of the root mean squared error: that of the mean squared error by the central limit
   * theorem, its ends' roots.
   */
  Interval rmseInterval() {
    double half = half(ExactSum.deviations(n, sums[SQUARES], sums[FOURTHS]));
    double square = mean(SQUARES);
    return new Interval(Math.sqrt(Math.max(0, square - half)), Math.sqrt(square + half));
  }

  private double half(double deviations) {
    return n < 2 ? 0 : Intervals.Z95 * Math.sqrt(deviations / (n - 1) / n);
  }

  void write(PackedWriter out) {
    out.count(n);
    if (n > 0) {
      lagSeconds.write(out);
      for (ExactSum sum : sums) {
        sum.write(out);
      }
    }
  }

  static ErrorSums read(PackedReader in) {
    long n = in.count();
    if (n == 0) {
      return new ErrorSums();
    }
    LogHistogram lags = LogHistogram.read(in);
    ExactSum[] sums = new ExactSum[ALL];
    for (int i = 0; i < ALL; i++) {
      sums[i] = ExactSum.read(in);
    }
    ErrorSums read = new ErrorSums(lags, sums);
    read.n = n;
    return read;
  }
}
