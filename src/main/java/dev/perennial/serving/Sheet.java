package dev.perennial.serving;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A table that is read row by row while it arrives. For one thread. */
public interface Sheet {
  /**
   * One row of it.
   *
   * @param id what the column of ids holds, exactly as sent; "" without such a column
   * @param cells as they came, for the record of what was refused
   */
  record Line(String id, List<String> cells, Checked row) {}

  /** The name of the column of ids as it was sent; nothing if there is none. */
  Optional<String> idColumn();

  /** What stands between the cells of the answer. */
  char delimiter();

  /**
   * The next row; nothing at the end.
   *
   * @throws MalformedCsv if the text cannot be read on from here
   * @throws UncheckedIOException if the text breaks off
   */
  Optional<Line> next() throws MalformedCsv;
}
