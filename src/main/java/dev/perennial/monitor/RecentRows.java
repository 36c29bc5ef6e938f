package dev.perennial.monitor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many of the last 400 rows lack a value, or have an unknown label, per column: a sliding count
 * in blocks of 50 rows, so that between 400 and 449 rows are looked at. Not thread-safe.
 */
final class RecentRows {
  private static final int ROWS_A_BLOCK = 50;
  private static final int FULL_BLOCKS = 8;

  /** Each block: rows, then missing per column, then unseen per column. The last may be open. */
  private final Deque<long[]> blocks = new ArrayDeque<>();

  private final int columns;

  RecentRows(int columns) {
    this.columns = columns;
  }

  void add(ReferenceProfile reference, PlacedRow row) {
    if (blocks.isEmpty() || blocks.getLast()[0] == ROWS_A_BLOCK) {
      blocks.addLast(new long[1 + 2 * columns]);
      if (blocks.size() > FULL_BLOCKS + 1) {
        blocks.removeFirst();
      }
    }
    long[] block = blocks.getLast();
    block[0]++;
    for (int i = 0; i < columns; i++) {
      Bins bins = reference.columns().get(i).bins();
      int bin = row.bins()[i];
      block[1 + i] += bin == bins.missing() ? 1 : 0;
      block[1 + columns + i] += bins.nominal() && bin == bins.unseen() ? 1 : 0;
    }
  }

  long rows() {
    return sum(0);
  }

  long missing(int column) {
    return sum(1 + column);
  }

  long unseen(int column) {
    return sum(1 + columns + column);
  }

  private long sum(int at) {
    return blocks.stream().mapToLong(block -> block[at]).sum();
  }

  void write(PackedWriter out) {
    out.count(columns);
    out.count(blocks.size());
    blocks.forEach(out::counts);
  }

  static RecentRows read(PackedReader in) {
    RecentRows read = new RecentRows(in.size());
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.blocks.addLast(in.counts());
    }
    return read;
  }
}
