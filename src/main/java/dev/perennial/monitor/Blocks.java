package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * Bin counts of consecutive blocks of rows within one window, from which dependence between
 * neighbouring rows can be estimated. Blocks start at 10 rows; when there are 40, neighbours are
 * joined, so that a window of any length keeps 20 to 40. Not thread-safe.
 */
final class Blocks {
  private static final int FIRST_ROWS = 10;
  private static final int MOST = 40;

  private final int width;
  private long rowsABlock = FIRST_ROWS;
  private long rowsInLast;
  private List<long[]> blocks = new ArrayList<>();

  /**
   * @param width how many bins all columns have together
   */
  Blocks(int width) {
    this.width = width;
  }

  /** Counts one row, given the place of its bin for each column. */
  void add(int[] places) {
    if (blocks.isEmpty() || rowsInLast == rowsABlock) {
      if (blocks.size() == MOST) {
        join();
      }
      blocks.add(new long[width]);
      rowsInLast = 0;
    }
    long[] last = blocks.get(blocks.size() - 1);
    for (int place : places) {
      last[place]++;
    }
    rowsInLast++;
  }

  private void join() {
    List<long[]> joined = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i += 2) {
      long[] both = blocks.get(i).clone();
      Counts.add(both, blocks.get(i + 1));
      joined.add(both);
    }
    blocks = joined;
    rowsABlock *= 2;
  }

  /** The blocks that are full, oldest first. */
  List<long[]> full() {
    return List.copyOf(
        rowsInLast == rowsABlock || blocks.isEmpty()
            ? blocks
            : blocks.subList(0, blocks.size() - 1));
  }

  long rowsABlock() {
    return rowsABlock;
  }

  void write(PackedWriter out) {
    out.count(width);
    out.count(rowsABlock);
    out.count(rowsInLast);
    out.count(blocks.size());
    blocks.forEach(out::counts);
  }

  static Blocks read(PackedReader in) {
    Blocks read = new Blocks(in.size());
    read.rowsABlock = in.count();
    read.rowsInLast = in.count();
    int size = in.size();
    for (int i = 0; i < size; i++) {
      read.blocks.add(in.counts());
    }
    return read;
  }
}
