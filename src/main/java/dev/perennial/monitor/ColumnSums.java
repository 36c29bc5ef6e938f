package dev.perennial.monitor;

/**
 * What a bucket or a window keeps of one column: counts per bin, and of a number also its moments
 * and extremes. Additive. Not thread-safe.
 */
final class ColumnSums {
  private final long[] counts;
  private final Moments moments;
  private double min;
  private double max;

  ColumnSums(Bins bins) {
    this(new long[bins.size()], new Moments(), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  private ColumnSums(long[] counts, Moments moments, double min, double max) {
    this.counts = counts;
    this.moments = moments;
    this.min = min;
    this.max = max;
  }

  void add(Bins bins, double value) {
    add(bins, bins.of(value), value);
  }

  /** As the other, where the value's bin is known. */
  void add(Bins bins, int bin, double value) {
    counts[bin]++;
    if (!bins.nominal() && !Double.isNaN(value)) {
      moments.add(value);
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }

  /** Takes back copies of a value; the extremes stay as they are. */
  void remove(Bins bins, double value, long copies) {
    counts[bins.of(value)] -= copies;
    if (!bins.nominal() && !Double.isNaN(value)) {
      moments.remove(value, copies);
    }
  }

  void merge(ColumnSums other) {
    Counts.add(counts, other.counts);
    moments.merge(other.moments);
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  long[] counts() {
    return counts;
  }

  Moments moments() {
    return moments;
  }

  /** The smallest number seen; positive infinity without any. */
  double min() {
    return min;
  }

  /** The largest number seen; negative infinity without any. */
  double max() {
    return max;
  }

  void write(PackedWriter out) {
    out.counts(counts);
    moments.write(out);
    if (moments.n() > 0) {
      out.number(min);
      out.number(max);
    }
  }

  static ColumnSums read(PackedReader in) {
    long[] counts = in.counts();
    Moments moments = Moments.read(in);
    return moments.n() > 0
        ? new ColumnSums(counts, moments, in.number(), in.number())
        : new ColumnSums(counts, moments, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  ColumnSums copy() {
    return new ColumnSums(
        counts.clone(), new Moments(moments.n(), moments.mean(), moments.sumOfSquares()), min, max);
  }
}
