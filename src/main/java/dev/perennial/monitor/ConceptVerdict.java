package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;

/**
 * What is said of the relation between inputs and labels.
 *
 * @param status drifted while an incident is open; warning when only a second opinion signals
 * @param labels how many were followed
 * @param changes at which label, counted from 1, each change of the open or last incident was found
 * @param window how many of the last labels have one and the same error rate
 * @param error error rate over that window; for numbers the mean absolute error, each error cut at
 *     five times the hold-out's mean
 * @param reason one sentence
 */
public record ConceptVerdict(
    Status status, long labels, List<Long> changes, long window, double error, Said reason) {
  public ConceptVerdict {
    changes = List.copyOf(changes);
  }

  /** Of a version that has no hold-out to follow labels by. */
  public static ConceptVerdict none() {
    return new ConceptVerdict(
        Status.NOT_ENOUGH_DATA, 0, List.of(), 0, 0, PerformanceVerdict.NO_HOLD_OUT);
  }
}
