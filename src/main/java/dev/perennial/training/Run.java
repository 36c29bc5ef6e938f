package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The making of one candidate, from the request to the gate's verdict.
 *
 * @param requestedBy an account, a token, or a policy
 * @param sentence what happens or happened, for people
 * @param data what it trains on, once that is known
 * @param verdict once there is one
 * @param version the candidate's, once it is in the registry
 */
public record Run(
    long id,
    String model,
    State state,
    Instant requestedAt,
    String requestedBy,
    String reason,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Said sentence,
    Optional<DataSummary> data,
    Optional<Verdict> verdict,
    Optional<Integer> version) {
  /** Where a run stands, in this order; the last four are ends. */
  public enum State {
    QUEUED,
    PREPARING,
    TRAINING,
    EVALUATING,
    ADMITTED,
    REFUSED,
    CANCELLED,
    FAILED;

    public boolean hasEnded() {
      return !List.of(QUEUED, PREPARING, TRAINING, EVALUATING).contains(this);
    }

    /** As it stands in the database and in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
