package dev.perennial.serving;

import dev.perennial.words.Said;

/** A body that holds more labels than one request may. */
public final class TooManyLabels extends Exception {
  private final FieldError error;

  TooManyLabels(int most) {
    super("too many labels", null, false, false);
    error =
        FieldError.ofRow(
            Said.verbatim(
                "There are more than " + most + " labels; send them in several requests"));
  }

  public FieldError error() {
    return error;
  }
}
