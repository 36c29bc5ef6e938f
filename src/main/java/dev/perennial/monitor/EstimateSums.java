package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Performance expected from calibrated probabilities alone, without labels (CBPE). Sums over rows,
 * so that it streams and adds up at O(classes) a row. It cannot see concept drift: it believes that
 * the probabilities mean what they meant on the hold-out. Not thread-safe.
 */
public final class EstimateSums {
  private final int classes;
  private long n;
  private double right;
  private final double[] cells;

  EstimateSums(int classes) {
    this(classes, new double[classes * classes]);
  }

  private EstimateSums(int classes, double[] cells) {
    this.classes = classes;
    this.cells = cells;
  }

  /**
   * @param predicted the class given
   * @param calibrated probabilities, one a class, summing to 1
   */
  void add(int predicted, double[] calibrated) {
    n++;
    right += calibrated[predicted];
    for (int k = 0; k < classes; k++) {
      cells[k * classes + predicted] += calibrated[k];
    }
  }

  void merge(EstimateSums other) {
    n += other.n;
    right += other.right;
    for (int i = 0; i < cells.length; i++) {
      cells[i] += other.cells[i];
    }
  }

  long n() {
    return n;
  }

  /** Expected share of right answers; 0 without rows. */
  double accuracy() {
    return n == 0 ? 0 : right / n;
  }

  /** Expected scores a class. */
  List<ClassScore> perClass() {
    List<ClassScore> scores = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      double actual = 0;
      double predicted = 0;
      for (int j = 0; j < classes; j++) {
        actual += cells[k * classes + j];
        predicted += cells[j * classes + k];
      }
      scores.add(ClassScore.of(cells[k * classes + k], actual, predicted));
    }
    return scores;
  }

  double macroF1() {
    return ClassScore.macroF1(perClass());
  }

  /** About 95 % of realised accuracies without drift, the hold-out's own uncertainty included. */
  Interval band(long holdOutRows) {
    return band(accuracy(), holdOutRows, n);
  }

  static Interval band(double accuracy, long holdOutRows, long liveRows) {
    if (holdOutRows == 0 || liveRows == 0) {
      return new Interval(0, 1);
    }
    double half = 2 * Math.sqrt(accuracy * (1 - accuracy) * (1.0 / holdOutRows + 1.0 / liveRows));
    return new Interval(Math.max(0, accuracy - half), Math.min(1, accuracy + half));
  }

  void write(PackedWriter out) {
    out.count(classes);
    out.count(n);
    out.number(right);
    out.numbers(cells);
  }

  static EstimateSums read(PackedReader in) {
    int classes = in.size();
    long n = in.count();
    double right = in.number();
    EstimateSums read = new EstimateSums(classes, in.numbers());
    read.n = n;
    read.right = right;
    return read;
  }
}
