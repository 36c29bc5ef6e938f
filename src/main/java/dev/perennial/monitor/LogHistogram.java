package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts of positive durations in bins 2 % wide, from 1 to about three billion units; what lies
 * outside counts at the ends. Additive, exact in its counts; quantiles are right to 1 %. Not
 * thread-safe.
 */
final class LogHistogram {
  private static final int BINS = 1100;
  private static final double LOG_WIDTH = Math.log(1.02);

  /** Of these, so many make one bin to be drawn: 27 % wide, ten to a power of ten. */
  private static final int DRAWN = 12;

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

  /** The counts in bins 27 % wide, from the first that holds a duration to the last one. */
  List<DurationBin> bins() {
    List<DurationBin> bins = new ArrayList<>();
    int last = -1;
    for (int start = 0; start < BINS; start += DRAWN) {
      long n = 0;
      for (int i = start; i < Math.min(BINS, start + DRAWN); i++) {
        n += counts[i];
      }
      last = n > 0 ? bins.size() : last;
      if (last >= 0) {
        double to = Math.exp((start + DRAWN) * LOG_WIDTH);
        bins.add(new DurationBin(Math.exp(start * LOG_WIDTH), to, n));
      }
    }
    return List.copyOf(bins.subList(0, last + 1));
  }

  void write(PackedWriter out) {
    out.counts(counts);
  }

  static LogHistogram read(PackedReader in) {
    return new LogHistogram(in.counts());
  }
}
