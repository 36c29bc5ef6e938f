package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/** The buckets of one size in {@link Adwin}'s histogram, the oldest first. Not thread-safe. */
final class AdwinRow {
  /** Each bucket: the sum of its values and their squared deviations. */
  private final List<double[]> buckets = new ArrayList<>();

  int size() {
    return buckets.size();
  }

  void add(double sum, double squares) {
    buckets.add(new double[] {sum, squares});
  }

  double sum(int at) {
    return buckets.get(at)[0];
  }

  double squares(int at) {
    return buckets.get(at)[1];
  }

  void removeOldest() {
    buckets.remove(0);
  }

  /** Moves the two oldest buckets, of {@code n} values each, as one into the next row. */
  void joinOldest(AdwinRow next, double n) {
    double apart = (sum(0) - sum(1)) / n;
    next.add(sum(0) + sum(1), squares(0) + squares(1) + apart * apart * n / 2);
    removeOldest();
    removeOldest();
  }

  void write(PackedWriter out) {
    out.count(buckets.size());
    buckets.forEach(out::numbers);
  }

  static AdwinRow read(PackedReader in) {
    AdwinRow read = new AdwinRow();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.buckets.add(in.numbers());
    }
    return read;
  }
}
