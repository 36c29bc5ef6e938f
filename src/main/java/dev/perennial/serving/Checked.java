package dev.perennial.serving;

import dev.perennial.model.Row;
import java.util.List;

/** One row of input after checking: usable, or the list of everything that is wrong with it. */
public sealed interface Checked {
  /** A row that a model can answer. */
  record Accepted(Row row, List<Warning> warnings) implements Checked {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /** A row that is refused, with at least one reason. */
  record Refused(List<FieldError> errors) implements Checked {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
