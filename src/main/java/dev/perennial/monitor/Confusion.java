package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each class was given for each true class. Additive; a corrected label is taken back and
 * added anew. Not thread-safe.
 */
public final class Confusion {
  private final int classes;
  private final long[] cells;

  Confusion(int classes) {
    this(classes, new long[classes * classes]);
  }

  private Confusion(int classes, long[] cells) {
    this.classes = classes;
    this.cells = cells;
  }

  void add(int actual, int predicted) {
    cells[actual * classes + predicted]++;
  }

  void remove(int actual, int predicted) {
    cells[actual * classes + predicted]--;
  }

  void merge(Confusion other) {
    Counts.add(cells, other.cells);
  }

  /** All labelled rows. */
  public long n() {
    return Counts.sum(cells);
  }

  /** Rows answered rightly. */
  public long correct() {
    long sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += cells[k * classes + k];
    }
    return sum;
  }

  /** The share of right answers; 0 without any. */
  double accuracy() {
    return Counts.share(correct(), n());
  }

  /** One score a class, in the order of classes. */
  List<ClassScore> perClass() {
    List<ClassScore> scores = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      double actual = 0;
      double predicted = 0;
      for (int j = 0; j < classes; j++) {
        actual += cells[k * classes + j];
        predicted += cells[j * classes + k];
      }
      scores.add(ClassScore.of((double) cells[k * classes + k], actual, predicted));
    }
    return scores;
  }

  /** The mean F1 of the classes that came or were given; 0 without any. */
  double macroF1() {
    return ClassScore.macroF1(perClass());
  }

  /** Rows are true classes, columns given ones. A copy. */
  long[][] matrix() {
    long[][] matrix = new long[classes][];
    for (int k = 0; k < classes; k++) {
      matrix[k] = Arrays.copyOfRange(cells, k * classes, (k + 1) * classes);
    }
    return matrix;
  }

  void write(PackedWriter out) {
    out.count(classes);
    out.counts(cells);
  }

  static Confusion read(PackedReader in) {
    return new Confusion(in.size(), in.counts());
  }
}
