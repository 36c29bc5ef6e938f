package dev.perennial.monitor;

/**
 * Counts of positive durations in bins 2 % wide, from 1 to about three billion units; what lies
 * outside counts at the ends. Additive, exact in its counts; quantiles are right to 1 %. Not
 * thread-safe.
 */
final class LogHistogram {
  private static final int BINS = 1100;
  private static final double LOG_WIDTH = Math.log(1.02);

  private final long[] counts;

  LogHistogram() {
    this(new long[BINS]);
  }

  private LogHistogram(long[] counts) {
    this.counts = counts;
  }

  void add(double value) {
    counts[bin(value)]++;
  }

  private static int bin(double value) {
    return value <= 1 ? 0 : (int) Math.min(BINS - 1, Math.log(value) / LOG_WIDTH);
  }

  void merge(LogHistogram other) {
    Counts.add(counts, other.counts);
  }

  long n() {
    return Counts.sum(counts);
  }

  /**
   * The value that at least this share of the durations do not exceed: the geometric middle of its
   * bin; 0 without any.
   *
   * @param share in (0, 1]
   */
  double quantile(double share) {
    long rank = (long) Math.ceil(share * n());
    long before = 0;
    for (int i = 0; i < BINS; i++) {
      before += counts[i];
      if (before >= rank && before > 0) {
        return Math.exp((i + .5) * LOG_WIDTH);
      }
    }
    return 0;
  }

  void write(PackedWriter out) {
    out.counts(counts);
  }

  static LogHistogram read(PackedReader in) {
    return new LogHistogram(in.counts());
  }
}
