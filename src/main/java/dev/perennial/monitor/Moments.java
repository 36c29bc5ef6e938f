package dev.perennial.monitor;

/**
 * Count, mean and sum of squared deviations of a stream of numbers, by Welford's update; two of
 * them merge by Chan, Golub and LeVeque's formula. Counts are exact; mean and deviations agree to
 * rounding (about 1e-12 relative) whatever the order of merging. Not thread-safe.
 */
final class Moments {
  private long n;
  private double mean;
  private double m2;

  Moments() {}

  Moments(long n, double mean, double m2) {
    this.n = n;
    this.mean = n == 0 ? 0 : mean;
    this.m2 = m2;
  }

  void add(double x) {
    n++;
    double before = x - mean;
    mean += before / n;
    m2 += before * (x - mean);
  }

  void merge(Moments other) {
    if (other.n == 0) {
      return;
    }
    long total = n + other.n;
    double apart = other.mean - mean;
    m2 += other.m2 + apart * apart * ((double) n * other.n / total);
    mean += apart * other.n / total;
    n = total;
  }

  /** Takes back {@code copies} of a value that were added before. */
  void remove(double x, long copies) {
    long left = n - copies;
    if (left <= 0) {
      n = 0;
      mean = 0;
      m2 = 0;
      return;
    }
    double meanLeft = mean + (mean - x) * copies / left;
    double apart = x - meanLeft;
    m2 = Math.max(0, m2 - apart * apart * ((double) left * copies / n));
    mean = meanLeft;
    n = left;
  }

  long n() {
    return n;
  }

  /** Not a number without values. */
  double mean() {
    return n == 0 ? Double.NaN : mean;
  }

  /** The sample variance, divided by n - 1; not a number below two values. */
  double variance() {
    return n < 2 ? Double.NaN : m2 / (n - 1);
  }

  /** The sum of squared deviations from the mean. */
  double sumOfSquares() {
    return m2;
  }

  double sd() {
    return Math.sqrt(variance());
  }

  void write(PackedWriter out) {
    out.count(n);
    if (n > 0) {
      out.number(mean);
      out.number(m2);
    }
  }

  static Moments read(PackedReader in) {
    long n = in.count();
    return n == 0 ? new Moments() : new Moments(n, in.number(), in.number());
  }
}
