package dev.perennial.web.pages;

import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Status;

/**
 * A status in words, and the kind that colours them.
 *
 * @param kind good, warn, bad or none
 */
public record Mark(String kind, String word) {
  /** Of a column, or of columns together. */
  static Mark of(Status status) {
    return switch (status) {
      case STEADY -> new Mark("good", "Steady");
      case WARNING -> new Mark("warn", "Moving");
      case DRIFTED -> new Mark("bad", "Moved");
      case FAULT -> new Mark("bad", "Data fault");
      case NOT_ENOUGH_DATA -> new Mark("none", "Not enough data");
    };
  }

  /** The same, where a confirmed change has a word of its own. */
  static Mark of(Status status, String drifted) {
    return status == Status.DRIFTED ? new Mark("bad", drifted) : of(status);
  }

  static Mark of(Diagnosis.Code code) {
    return switch (code) {
      case DATA_FAULT -> new Mark("bad", "Data fault");
      case HARMFUL_SHIFT -> new Mark("bad", "Harmful shift");
      case CONCEPT_DRIFT -> new Mark("bad", "Concept drift");
      case PRIOR_SHIFT -> new Mark("warn", "Class mix moved");
      case INPUTS_MOVED -> new Mark("warn", "Inputs moved");
      case HARMLESS_SHIFT -> new Mark("warn", "Harmless shift");
      case STALE -> new Mark("warn", "Stale");
      case HEALTHY -> new Mark("good", "Healthy");
      case NOT_ENOUGH_DATA -> new Mark("none", "Not enough data");
    };
  }
}
