package dev.perennial.serving;

import java.util.List;

/**
 * The checked rows of one request.
 *
 * @param single true if one row was sent by itself, not in a list
 * @param rows in the order sent
 */
public record Batch(boolean single, List<Checked> rows) {
  public Batch {
    rows = List.copyOf(rows);
  }

  public static Batch of(Checked row) {
    return new Batch(true, List.of(row));
  }
}
