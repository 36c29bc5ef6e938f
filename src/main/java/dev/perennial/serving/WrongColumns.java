package dev.perennial.serving;

import java.util.List;

/** A table whose columns are not those of the model. */
public final class WrongColumns extends Exception {
  private final transient List<FieldError> errors;

  WrongColumns(List<FieldError> errors) {
    super("the columns are not those of the model", null, false, false);
    this.errors = List.copyOf(errors);
  }

  /** Every column that is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
