package dev.perennial.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each different row came within a window. Rows that came 10 times keep their values, so
 * that a repeated one can be taken out again. Not thread-safe.
 */
final class RowCopies {
  /** A fifth of the smallest window: nothing rarer is ever taken out. */
  private static final long KEEP_VALUES_FROM = 10;

  private final int inputs;
  private final Map<Long, Long> copies = new HashMap<>();
  private final Map<Long, double[]> values = new TreeMap<>();

  /** Copies of rows whose first so many values are inputs: answers follow from them. */
  RowCopies(int inputs) {
    this.inputs = inputs;
  }

  void add(PlacedRow row) {
    add(row.given(), row.hash());
  }

  void add(double[] row) {
    add(row, RowHash.of(row, inputs));
  }

  private void add(double[] row, long hash) {
    if (copies.merge(hash, 1L, Long::sum) == KEEP_VALUES_FROM) {
      values.put(hash, row.clone());
    }
  }

  /** Copies by hash of the rows whose values are kept. */
  Map<Long, Long> repeated() {
    Map<Long, Long> repeated = new TreeMap<>();
    values.keySet().forEach(hash -> repeated.put(hash, copies.getOrDefault(hash, 0L)));
    return repeated;
  }

  double[] values(long hash) {
    return values.getOrDefault(hash, new double[0]);
  }

  /** Leaves one copy of a row. */
  void keepOne(long hash) {
    copies.put(hash, 1L);
    values.remove(hash);
  }

  /** The mean over the rows of how many others equal them: (n - 1) P(two rows are equal). */
  double meanOthers() {
    double pairs = 0;
    double rows = 0;
    for (long c : copies.values()) {
      pairs += (double) c * (c - 1);
      rows += c;
    }
    return rows == 0 ? 0 : pairs / rows;
  }

  RowCopies copy() {
    RowCopies copy = new RowCopies(inputs);
    copy.copies.putAll(copies);
    copy.values.putAll(values);
    return copy;
  }

  void write(PackedWriter out) {
    out.count(inputs);
    out.count(copies.size());
    for (long hash : copies.keySet().stream().mapToLong(Long::longValue).sorted().toArray()) {
      out.bits(hash);
      out.count(copies.getOrDefault(hash, 0L));
    }
    out.count(values.size());
    values.forEach((hash, row) -> out.numbers(row));
  }

  static RowCopies read(PackedReader in) {
    RowCopies read = new RowCopies(in.size());
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.copies.put(in.bits(), in.count());
    }
    size = in.size();
    for (int i = 0; i < size; i++) {
      double[] row = in.numbers();
      read.values.put(RowHash.of(row, read.inputs), row);
    }
    return read;
  }
}
