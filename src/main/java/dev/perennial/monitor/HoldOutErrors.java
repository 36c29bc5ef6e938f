package dev.perennial.monitor;

import java.util.Arrays;

/**
 * How far a version missed numbers of rows that it did not train on. Errors are the number given
 * less the true one, in the target's unit. Immutable; its array is not to be changed.
 *
 * @param n rows, all labelled
 * @param mae mean absolute error
 * @param rmse root mean squared error
 * @param r2 1 less the share of the truths' variation that the errors are
 * @param bias mean error
 * @param spread standard deviation of the truths
 * @param kurtosis of the errors: 3 where they are normal
 * @param errors sorted, all of them or 1,000 evenly chosen ones
 */
public record HoldOutErrors(
    long n,
    double mae,
    double rmse,
    double r2,
    double bias,
    double spread,
    double kurtosis,
    double[] errors) {
  private static final int KEPT = 1_000;

  /** So many hold-out errors make an error that counts as 1, the most. */
  private static final double SCALE = 5;

  private static final double MOST = 10;

  /** Errors below this share of the truths' spread are rounding. */
  private static final double NOTHING = 1e-6;

  /**
   * Scores hold-out answers.
   *
   * @param actual true numbers
   * @param predicted numbers given
   */
  public static HoldOutErrors of(double[] actual, double[] predicted) {
    int n = actual.length;
    ErrorSums sums = new ErrorSums();
    Moments truths = new Moments();
    double[] errors = new double[n];
    for (int i = 0; i < n; i++) {
      sums.add(actual[i], predicted[i], 0);
      truths.add(actual[i]);
      errors[i] = ErrorSums.error(predicted[i], actual[i]);
    }
    Arrays.sort(errors);
    double spread = n < 2 || truths.sd() == 0 ? Math.abs(n == 0 ? 0 : truths.mean()) : truths.sd();
    return new HoldOutErrors(
        n, sums.mae(), sums.rmse(), sums.r2(), sums.bias(), spread, kurtosis(errors), kept(errors));
  }

  private static double kurtosis(double[] errors) {
    double mean = Arrays.stream(errors).average().orElse(0);
    double square = Arrays.stream(errors).map(e -> Math.pow(e - mean, 2)).average().orElse(0);
    double fourth = Arrays.stream(errors).map(e -> Math.pow(e - mean, 4)).average().orElse(0);
    double kurtosis = fourth / square / square;
    return Double.isFinite(kurtosis) ? kurtosis : 3;
  }

  private static double[] kept(double[] sorted) {
    if (sorted.length <= KEPT) {
      return sorted;
    }
    double[] kept = new double[KEPT];
    for (int i = 0; i < KEPT; i++) {
      kept[i] = sorted[(int) ((i + .5) * sorted.length / KEPT)];
    }
    return kept;
  }

  /** Standard deviation of the errors. */
  public double sd() {
    return Math.sqrt(Math.max(0, rmse * rmse - bias * bias));
  }

  /** An error of this size is none: a model without errors is not to be blamed for rounding. */
  double least() {
    return Math.max(Double.MIN_NORMAL, NOTHING * spread);
  }

  /** A larger error counts as this one: a mistyped label is not to blind the watch for good. */
  double most() {
    return MOST * whole();
  }

  /** The error that counts as 1 where errors are scaled. */
  double whole() {
    return SCALE * Math.max(mae, least());
  }

  /** The size of an error in shares of {@link #whole()}, at most 1. */
  static double scaled(double error, double whole) {
    return Math.min(1, Math.abs(error) / whole);
  }

  /** The mean scaled error. */
  double scaledMean() {
    return Arrays.stream(errors).map(e -> scaled(e, whole())).average().orElse(0);
  }

  /** Nine of ten errors are smaller. */
  double ninth() {
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    return sizes.length == 0 ? 0 : Math.max(least(), sizes[(int) (.9 * (sizes.length - 1))]);
  }

  /** The sums as labels give them. */
  Sample sample() {
    return new Sample(n, n * Math.max(mae, least()), n * rmse * rmse, n * bias);
  }
}
