package dev.perennial.monitor;

/**
 * The Page-Hinkley test for a rise of a stream's mean (Page 1954) in the form that MOA gives it:
 * the sum is slowly forgotten and has no floor, so that a long quiet time makes it less ready to
 * signal. Starts anew after a change. Not thread-safe.
 */
final class PageHinkley {
  private static final int LEAST = 30;
  private static final double FORGET = .9999;

  /** Rises smaller than this are let pass. */
  private static final double TOLERANCE = .005;

  private static final double THRESHOLD = 50;

  private long n;
  private double mean;
  private double sum;

  /** Whether the mean is found to have risen. */
  boolean add(double value) {
    n++;
    mean += (value - mean) / n;
    sum = FORGET * sum + value - mean - TOLERANCE;
    boolean rose = n + 1 >= LEAST && sum > THRESHOLD;
    if (rose) {
      n = 0;
      mean = 0;
      sum = 0;
    }
    return rose;
  }

  void write(PackedWriter out) {
    out.count(n);
    out.number(mean);
    out.number(sum);
  }

  static PageHinkley read(PackedReader in) {
    PageHinkley read = new PageHinkley();
    read.n = in.count();
    read.mean = in.number();
    read.sum = in.number();
    return read;
  }
}
