package dev.perennial.serving;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  /** What is wrong, over all rows, each fault once; empty if every row can be answered. */
  public List<FieldError> errors() {
    Set<FieldError> errors = new LinkedHashSet<>();
    for (Checked row : rows) {
      if (row instanceof Checked.Refused refused) {
        errors.addAll(refused.errors());
      }
    }
    return List.copyOf(errors);
  }

  public static Batch of(Checked row) {
    return new Batch(true, List.of(row));
  }
}
