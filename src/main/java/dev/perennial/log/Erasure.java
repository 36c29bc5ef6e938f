package dev.perennial.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asked to be erased from the log of a model, and how far that has come.
 *
 * @param id rising
 * @param after the rows' ids are above this one
 * @param before and below this one
 * @param one whether it is a single prediction; else a period
 * @param actor who asked
 * @param predictions erased so far, with their inputs and answers
 * @param labels erased so far
 * @param attempts refused attempts of the period erased so far, with what was sent
 * @param done when the last of it was gone; empty while it is under way
 */
public record Erasure(
    long id,
    String model,
    long after,
    long before,
    boolean one,
    Instant asked,
    String actor,
    String client,
    long predictions,
    long labels,
    long attempts,
    Optional<Instant> done) {

  /** The time of the oldest rows that it takes. */
  public Instant from() {
    return Instant.ofEpochMilli(Ids.millis(after + 1));
  }

  /** The time before which the rows are that it takes; of one prediction, its own. */
  public Instant to() {
    return Instant.ofEpochMilli(Ids.millis(one ? after + 1 : before));
  }
}
