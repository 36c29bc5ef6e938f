package dev.perennial.monitor;

import java.util.Arrays;

/**
 * What one column looked like in the reference rows.
 *
 * @param column which column
 * @param bins fixed bins for live counts
 * @param counts reference rows per bin
 * @param values how many numbers there were; for labels how many labels
 * @param mean of the numbers, 0 without any
 * @param sd sample standard deviation, 0 below two numbers
 * @param kurtosis fourth central moment over the squared second: 3 for a normal distribution, and
 *     also 3 where there is no spread
 * @param min smallest number, 0 without any
 * @param max largest number, 0 without any
 * @param quantiles at {@link #QUANTILES}, linear between order statistics (type 7); empty without
 *     numbers
 */
public record ColumnProfile(
    Column column,
    Bins bins,
    long[] counts,
    long values,
    double mean,
    double sd,
    double kurtosis,
    double min,
    double max,
    double[] quantiles) {
  private static final double[] QUANTILES = {.001, .01, .05, .1, .25, .5, .75, .9, .95, .99, .999};

  static ColumnProfile of(Column column, double[] values) {
    if (column.nominal()) {
      Bins bins = Bins.ofLabels(column.labels().size());
      long[] counts = bins.count(values);
      long present = values.length - counts[bins.missing()];
      return new ColumnProfile(column, bins, counts, present, 0, 0, 3, 0, 0, new double[0]);
    }
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    Bins bins = Bins.ofValues(values);
    Moments moments = new Moments();
    Arrays.stream(sorted).forEach(moments::add);
    int n = sorted.length;
    return new ColumnProfile(
        column,
        bins,
        bins.count(values),
        n,
        n == 0 ? 0 : moments.mean(),
        n < 2 ? 0 : moments.sd(),
        kurtosis(sorted, moments),
        n == 0 ? 0 : sorted[0],
        n == 0 ? 0 : sorted[n - 1],
        n == 0 ? new double[0] : Arrays.stream(QUANTILES).map(q -> quantile(sorted, q)).toArray());
  }

  private static double kurtosis(double[] values, Moments moments) {
    double fourth = 0;
    for (double value : values) {
      double apart = value - moments.mean();
      fourth += apart * apart * apart * apart;
    }
    double second = moments.sumOfSquares();
    double kurtosis = values.length * fourth / (second * second);
    return Double.isFinite(kurtosis) ? kurtosis : 3;
  }

  /** The type 7 quantile of ascending values, as R and NumPy give by default. */
  static double quantile(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
  }

  /** The probabilities of {@link #quantiles()}. */
  public static double[] probabilities() {
    return QUANTILES.clone();
  }

  /** All rows, those without a value included. */
  public long rows() {
    return Counts.sum(counts);
  }

  public long missing() {
    return counts[bins.missing()];
  }
}
