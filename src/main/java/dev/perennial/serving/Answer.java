package dev.perennial.serving;

import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.util.List;

/** What one row of a request came to. */
public sealed interface Answer {
  /**
   * A predicted row.
   *
   * @param id the prediction's id as text, which verifies by itself
   */
  record Predicted(String id, Row row, Prediction prediction, List<Warning> warnings)
      implements Answer {}

  /** A row that is wrong. */
  record Wrong(List<FieldError> errors) implements Answer {}

  /** A row that is right, and that the model has no answer to. */
  record Unanswered() implements Answer {}
}
