package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Adaptive windowing (Bifet and Gavalda 2007): keeps the longest recent stretch of a stream whose
 * two parts nowhere differ in mean by more than chance allows, in an exponential histogram of O(log
 * n) buckets. Values should lie in [0, 1]. Looks for a cut at every 32nd value. Not thread-safe.
 */
final class Adwin {
  private static final int BUCKETS_A_ROW = 5;
  private static final int CLOCK = 32;
  private static final int LEAST_WIDTH = 10;
  private static final int LEAST_PART = 5;

  private final double delta;

  /** Row i holds buckets of 2^i values, the oldest first in a row; later rows are older. */
  private final List<AdwinRow> rows = new ArrayList<>();

  private long time;
  private long width;
  private double total;
  private double squares;

  /**
   * @param delta rate of false cuts that is accepted, in (0, 1)
   */
  Adwin(double delta) {
    this.delta = delta;
  }

  /**
   * Takes a value.
   *
   * @return by how much the newer part's mean lies above the older part's at the cut that was made;
   *     0 where none was
   */
  double add(double value) {
    time++;
    insert(value);
    double rise = 0;
    if (time % CLOCK == 0 && width > LEAST_WIDTH) {
      double cut = cut();
      while (cut != 0) {
        rise = rise == 0 ? cut : rise;
        cut = cut();
      }
    }
    return rise;
  }

  private void insert(double value) {
    if (rows.isEmpty()) {
      rows.add(new AdwinRow());
    }
    if (width > 0) {
      double apart = value - total / width;
      squares += apart * apart * width / (width + 1);
    }
    width++;
    total += value;
    rows.get(0).add(value, 0);
    compress();
  }

  private void compress() {
    for (int i = 0; i < rows.size() && rows.get(i).size() > BUCKETS_A_ROW; i++) {
      if (i + 1 == rows.size()) {
        rows.add(new AdwinRow());
      }
      rows.get(i).joinOldest(rows.get(i + 1), Math.scalb(1.0, i));
    }
  }

  /** Drops the oldest bucket if some cut shows a change; how much the newer mean is above. */
  private double cut() {
    double olderN = 0;
    double olderSum = 0;
    for (int i = rows.size() - 1; i >= 0; i--) {
      AdwinRow row = rows.get(i);
      for (int k = 0; k < row.size(); k++) {
        olderN += Math.scalb(1.0, i);
        olderSum += row.sum(k);
        double newerN = (double) width - olderN;
        if (newerN <= LEAST_PART + 1) {
          return 0;
        }
        double apart = (total - olderSum) / newerN - olderSum / olderN;
        if (olderN > LEAST_PART + 1 && Math.abs(apart) > bound(olderN, newerN)) {
          dropOldest();
          return apart;
        }
      }
    }
    return 0;
  }

  private double bound(double olderN, double newerN) {
    double log = Math.log(2 * Math.log((double) width) / delta);
    double parts = 1 / (olderN - LEAST_PART + 1) + 1 / (newerN - LEAST_PART + 1);
    return Math.sqrt(2 * parts * squares / width * log) + 2.0 / 3 * log * parts;
  }

  private void dropOldest() {
    int last = rows.size() - 1;
    AdwinRow row = rows.get(last);
    double n = Math.scalb(1.0, last);
    double sum = row.sum(0);
    width -= (long) n;
    total -= sum;
    double apart = sum / n - total / width;
    squares -= row.squares(0) + apart * apart * n * width / (n + width);
    row.removeOldest();
    if (row.size() == 0) {
      rows.remove(last);
    }
  }

  /** How many of the last values are held to be alike. */
  long width() {
    return width;
  }

  /** Their mean; 0 without any. */
  double mean() {
    return width == 0 ? 0 : total / width;
  }

  void write(PackedWriter out) {
    out.number(delta);
    out.count(time);
    out.count(width);
    out.number(total);
    out.number(squares);
    out.count(rows.size());
    rows.forEach(row -> row.write(out));
  }

  static Adwin read(PackedReader in) {
    Adwin read = new Adwin(in.number());
    read.time = in.count();
    read.width = in.count();
    read.total = in.number();
    read.squares = in.number();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.rows.add(AdwinRow.read(in));
    }
    return read;
  }
}
