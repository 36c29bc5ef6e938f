package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;

/**
 * One watched column: an input of the model, its answer, or a number derived from the row.
 *
 * @param name as in the schema, or of the derived column
 * @param role where its values come from
 * @param labels the legal labels of a nominal column in header order; empty for a number
 * @param importance of the input to the model, at least 0; 0 where unknown. Orders the page, never
 *     decides.
 */
public record Column(String name, Role role, List<String> labels, double importance) {
  public Column {
    labels = List.copyOf(labels);
  }

  public static Column number(String name) {
    return new Column(name, Role.FEATURE, List.of(), 0);
  }

  public static Column labels(String name, List<String> labels) {
    return new Column(name, Role.FEATURE, labels, 0);
  }

  public boolean nominal() {
    return !labels.isEmpty();
  }

  /** Where a column's values come from. */
  public enum Role {
    /** An input. */
    FEATURE,
    /** The predicted class, or the predicted number. */
    PREDICTION,
    /** The probability of the predicted class. */
    CONFIDENCE,
    /** How far the row lies from the reference's principal components. */
    RESIDUAL
  }

  /** Whether its name is the model's, and not one that is ours. */
  public boolean hasOwnName() {
    return role == Role.FEATURE || role == Role.PREDICTION;
  }

  /** Its name in a sentence. */
  public Said called() {
    return switch (role) {
      case CONFIDENCE -> Said.of("said.confidence");
      case RESIDUAL -> Said.of("said.residual");
      case FEATURE, PREDICTION -> Said.verbatim(name);
    };
  }
}
