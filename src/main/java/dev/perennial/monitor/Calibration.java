package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

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

  /** The bins that hold a row, in ascending order. */
  List<CalibrationBin> curve() {
    List<CalibrationBin> curve = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      long n = rows[i];
      if (n > 0) {
        curve.add(
            new CalibrationBin(
                (double) i / BINS,
                (i + 1.0) / BINS,
                n,
                confidence[i] / n,
                Counts.share(right[i], n),
                Intervals.wilson(right[i], n, Intervals.Z95)));
      }
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
