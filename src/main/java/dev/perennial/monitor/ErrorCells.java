package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@link Adwin} for each kind of error: "is a, was called b". A change may swap one kind for
 * another and leave the error rate as it was. With more than 12 classes, one for each true class,
 * to keep the cost of a label bounded; for numbers two, "too high" and "too low". Not thread-safe.
 */
final class ErrorCells {
  private static final int MOST_CLASSES_BY_PAIR = 12;
  private static final double DELTA = .002;

  private final int classes;
  private final List<Adwin> cells = new ArrayList<>();

  ErrorCells(int classes) {
    this.classes = classes;
    int kinds = classes == 0 ? 2 : byPair() ? classes * (classes - 1) : classes;
    for (int i = 0; i < kinds; i++) {
      cells.add(new Adwin(DELTA / kinds));
    }
  }

  private boolean byPair() {
    return classes <= MOST_CLASSES_BY_PAIR;
  }

  /** Takes one labelled answer; the kind of error that is found to have become more frequent. */
  Optional<Rise> add(int actual, int predicted) {
    return add(kind(actual, predicted), 1.0);
  }

  /**
   * Takes one labelled answer of a regressor, as the other.
   *
   * @param size of the error, in [0, 1]
   */
  Optional<Rise> add(boolean high, double size) {
    return add(high ? 0 : 1, size);
  }

  private Optional<Rise> add(int kind, double size) {
    Optional<Rise> found = Optional.empty();
    for (int i = 0; i < cells.size(); i++) {
      double rise = cells.get(i).add(i == kind ? size : 0);
      if (rise > 0 && rise > found.map(Rise::by).orElse(0.0)) {
        found = Optional.of(new Rise(actualOf(i), predictedOf(i), rise));
      }
    }
    return found;
  }

  private int kind(int actual, int predicted) {
    if (actual == predicted) {
      return -1;
    }
    return byPair() ? actual * (classes - 1) + predicted - (predicted > actual ? 1 : 0) : actual;
  }

  private int actualOf(int kind) {
    return byPair() && classes > 0 ? kind / (classes - 1) : kind;
  }

  private int predictedOf(int kind) {
    if (!byPair() || classes == 0) {
      return -1;
    }
    int place = kind % (classes - 1);
    return place >= actualOf(kind) ? place + 1 : place;
  }

  /**
   * A kind of error that became more frequent.
   *
   * @param actual true class; for numbers 0 where they are too high, 1 where too low
   * @param predicted class given; -1 for any wrong one
   * @param by how much its share of all answers rose
   */
  record Rise(int actual, int predicted, double by) {}

  void write(PackedWriter out) {
    out.count(classes);
    cells.forEach(cell -> cell.write(out));
  }

  static ErrorCells read(PackedReader in) {
    ErrorCells read = new ErrorCells(in.size());
    read.cells.replaceAll(cell -> Adwin.read(in));
    return read;
  }
}
