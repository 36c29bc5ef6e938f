package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.Arrays;
import java.util.Map;

/**
 * Consecutive rows of one model version that are judged together. Cut by count at single rows, so
 * that a burst does not blur a change. Not thread-safe.
 */
final class Window {
  /** A window closes at this many rows whatever its age. */
  static final long FULL_ROWS = 200;

  /** Below this many rows nothing can be said. */
  static final long LEAST_ROWS = 50;

  /** After this time a window closes with {@link #LEAST_ROWS}. */
  static final long FULL_MILLIS = 3_600_000;

  private final ColumnSums[] sums;
  private final Blocks blocks;
  private final RowCopies copies;
  private long rows;
  private long firstMillis;
  private long lastMillis;

  Window(ReferenceProfile reference) {
    this(
        reference.columns().stream().map(c -> new ColumnSums(c.bins())).toArray(ColumnSums[]::new),
        new Blocks(reference.columns().stream().mapToInt(c -> c.bins().size()).sum()),
        new RowCopies(reference.inputs()));
  }

  private Window(ColumnSums[] sums, Blocks blocks, RowCopies copies) {
    this.sums = sums;
    this.blocks = blocks;
    this.copies = copies;
  }

  /**
   * Takes one row, placed by this reference.
   *
   * @param millis when the row was answered, since 1970-01-01T00:00Z
   */
  void add(ReferenceProfile reference, PlacedRow row, long millis) {
    int[] places = new int[sums.length];
    int before = 0;
    for (int i = 0; i < sums.length; i++) {
      Bins bins = reference.columns().get(i).bins();
      sums[i].add(bins, row.bins()[i], row.values()[i]);
      places[i] = before + row.bins()[i];
      before += bins.size();
    }
    blocks.add(places);
    copies.add(row);
    firstMillis = rows == 0 ? millis : Math.min(firstMillis, millis);
    lastMillis = rows == 0 ? millis : Math.max(lastMillis, millis);
    rows++;
  }

  /** Whether the window is to be judged now and the next one begun. */
  boolean closes(long nowMillis) {
    return rows >= FULL_ROWS || (rows >= LEAST_ROWS && nowMillis - firstMillis >= FULL_MILLIS);
  }

  /** What it lacks to be judged, in a sentence. */
  Said wanting() {
    long minutes = FULL_MILLIS / 60_000;
    Said sooner =
        rows < LEAST_ROWS
            ? Said.of("said.or-with-fewer", LEAST_ROWS, minutes)
            : Said.of("said.or-once-older", minutes);
    return Said.of(rows == 1 ? "said.one-row-so-far" : "said.rows-so-far", rows, FULL_ROWS, sooner);
  }

  /**
   * This window with a single copy of every row that is more than a fifth of it and was less than a
   * twentieth of the reference: a retrying sender. The same window where there is none, and for a
   * model of one input, whose equal rows are nothing odd.
   */
  Window withoutRepeats(ReferenceProfile reference) {
    Window kept =
        new Window(
            Arrays.stream(sums).map(ColumnSums::copy).toArray(ColumnSums[]::new),
            blocks,
            copies.copy());
    kept.rows = rows;
    kept.firstMillis = firstMillis;
    kept.lastMillis = lastMillis;
    if (reference.inputs() < 2) {
      return kept;
    }
    for (Map.Entry<Long, Long> repeated : copies.repeated().entrySet()) {
      if (repeated.getValue() * 5 > rows && !reference.isCommon(repeated.getKey())) {
        kept.keepOne(reference, repeated.getKey(), repeated.getValue() - 1);
      }
    }
    return kept;
  }

  private void keepOne(ReferenceProfile reference, long hash, long surplus) {
    double[] values = reference.place(copies.values(hash)).values();
    for (int i = 0; i < sums.length; i++) {
      sums[i].remove(reference.columns().get(i).bins(), values[i], surplus);
    }
    copies.keepOne(hash);
    rows -= surplus;
  }

  /**
   * By how much equal rows widen the variance of a mean, at least 1. Only where the reference's
   * rows are nearly distinct: elsewhere equal rows are to be expected.
   */
  double designEffect(ReferenceProfile reference) {
    return reference.rowsAreNearlyDistinct() ? 1 + copies.meanOthers() : 1;
  }

  long rows() {
    return rows;
  }

  ColumnSums column(int at) {
    return sums[at];
  }

  Blocks blocks() {
    return blocks;
  }

  /** When the first row was answered; 0 without rows. */
  long firstMillis() {
    return firstMillis;
  }

  /** When the last row was answered; 0 without rows. */
  long lastMillis() {
    return lastMillis;
  }

  void write(PackedWriter out) {
    out.count(sums.length);
    for (ColumnSums column : sums) {
      column.write(out);
    }
    blocks.write(out);
    copies.write(out);
    out.count(rows);
    out.count(firstMillis);
    out.count(lastMillis);
  }

  static Window read(PackedReader in) {
    ColumnSums[] sums = new ColumnSums[in.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = ColumnSums.read(in);
    }
    Window read = new Window(sums, Blocks.read(in), RowCopies.read(in));
    read.rows = in.count();
    read.firstMillis = in.count();
    read.lastMillis = in.count();
    return read;
  }
}
