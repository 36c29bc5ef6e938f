package dev.perennial.web.pages;

import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Status;

/**
 * A status as a word of the texts, and the kind that colours them.
 *
 * @param kind good, warn, bad or none
 * @param word the key of its text
 */
public record Mark(String kind, String word) {
  /** Of a column, or of columns together. */
  static Mark of(Status status) {
    return switch (status) {
      case STEADY -> new Mark("good", "mark.steady");
      case WARNING -> new Mark("warn", "mark.moving");
      case DRIFTED -> new Mark("bad", "mark.moved");
      case FAULT -> new Mark("bad", "mark.data-fault");
      case NOT_ENOUGH_DATA -> new Mark("none", "mark.not-enough-data");
    };
  }

  /** The same, where a confirmed change has a word of its own. */
  static Mark of(Status status, String drifted) {
    return status == Status.DRIFTED ? new Mark("bad", drifted) : of(status);
  }

  static Mark of(Diagnosis.Code code) {
    return switch (code) {
      case DATA_FAULT -> new Mark("bad", "mark.data-fault");
      case HARMFUL_SHIFT -> new Mark("bad", "mark.harmful-shift");
      case CONCEPT_DRIFT -> new Mark("bad", "mark.concept-drift");
      case PRIOR_SHIFT -> new Mark("warn", "mark.class-mix-moved");
      case INPUTS_MOVED -> new Mark("warn", "mark.inputs-moved");
      case HARMLESS_SHIFT -> new Mark("warn", "mark.harmless-shift");
      case STALE -> new Mark("warn", "mark.stale");
      case HEALTHY -> new Mark("good", "mark.healthy");
      case NOT_ENOUGH_DATA -> new Mark("none", "mark.not-enough-data");
    };
  }
}
