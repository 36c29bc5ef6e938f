package dev.perennial.monitor;

/**
 * How often answers were right beside how sure they were, in ten equal bins of confidence. Additive
 * and subtractive. Not thread-safe.
 */
final class Calibration {
  static final int BINS = 10;

  private final long[] rows;
  private final long[] right;
  private final double[] confidence;

  Calibration() {
    this(new long[BINS], new long[BINS], new double[BINS]);
  }

  private Calibration(long[] rows, long[] right, double[] confidence) {
    this.rows = rows;
    this.right = right;
    this.confidence = confidence;
  }

  /**
   * @param sign 1 to add, -1 to take back
   */
  void add(double probability, boolean wasRight, int sign) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) (probability * BINS)));
    rows[bin] += sign;
    right[bin] += wasRight ? sign : 0;
    confidence[bin] += sign * probability;
  }

  void merge(Calibration other) {
    Counts.add(rows, other.rows);
    Counts.add(right, other.right);
    for (int i = 0; i < BINS; i++) {
      confidence[i] += other.confidence[i];
    }
  }

  /**
   * Expected calibration error: the mean distance of confidence from the share of right answers.
   */
  double error() {
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += Math.abs(right[i] - confidence[i]);
    }
    long n = Counts.sum(rows);
    return n == 0 ? 0 : sum / n;
  }

  /** For each bin: rows, mean confidence, share of right answers; zeros where it is empty. */
  double[][] curve() {
    double[][] curve = new double[BINS][];
    for (int i = 0; i < BINS; i++) {
      double n = rows[i];
      curve[i] = n == 0 ? new double[3] : new double[] {n, confidence[i] / n, right[i] / n};
    }
    return curve;
  }

  void write(PackedWriter out) {
    out.counts(rows);
    out.counts(right);
    out.numbers(confidence);
  }

  static Calibration read(PackedReader in) {
    return new Calibration(in.counts(), in.counts(), in.numbers());
  }
}
