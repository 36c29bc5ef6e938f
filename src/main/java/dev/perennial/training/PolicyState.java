package dev.perennial.training;

import dev.perennial.words.Said;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a policy stands for one model.
 *
 * @param on whether the settings switch it on
 * @param due whether it starts a run now
 * @param sentence what it waits for, or why it acts
 * @param next the earliest moment at which it may act, where that is known
 */
public record PolicyState(
    PolicyKind kind, boolean on, boolean due, Said sentence, Optional<Instant> next) {
  static PolicyState off(PolicyKind kind) {
    return new PolicyState(kind, false, false, Said.of("said.off"), Optional.empty());
  }

  PolicyState with(Said other) {
    return new PolicyState(kind, on, false, other, next);
  }
}
