package dev.perennial.monitor;

/**
 * Sums over labelled answers of what is averaged: 1 for a right answer and 0 for a wrong one, or
 * the size of an error.
 *
 * @param n answers
 * @param sum of the figures
 * @param squares of the figures
 * @param signed sum of the errors with their signs; 0 for classes
 */
record Sample(long n, double sum, double squares, double signed) {
  static final Sample NONE = new Sample(0, 0, 0, 0);

  /** So many right answers. */
  static Sample of(long n, long right) {
    return new Sample(n, right, right, 0);
  }

  Sample plus(Sample other) {
    return new Sample(n + other.n, sum + other.sum, squares + other.squares, signed + other.signed);
  }

  /** 0 without answers. */
  double mean() {
    return n == 0 ? 0 : sum / n;
  }

  /** Variance of the figures. */
  double variance() {
    return n < 2 ? 0 : Math.max(0, squares - sum * mean()) / (n - 1);
  }

  /** Mean error. */
  double bias() {
    return n == 0 ? 0 : signed / n;
  }

  /** Variance of the errors with their signs. */
  double errorVariance() {
    return n < 2 ? 0 : Math.max(0, squares - signed * bias()) / (n - 1);
  }

  void write(PackedWriter out) {
    out.count(n);
    out.number(sum);
    out.number(squares);
    out.number(signed);
  }

  static Sample read(PackedReader in) {
    return new Sample(in.count(), in.number(), in.number(), in.number());
  }
}
