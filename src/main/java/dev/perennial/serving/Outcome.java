package dev.perennial.serving;

import java.util.List;

/**
 * What a request came to: formed only after its answers are in the journal.
 *
 * @param live the version that answered
 * @param single true if one row was sent by itself, not in a list
 * @param answers one a row, in the order sent
 * @param timings where the time went
 * @param logged false only where the setting lets answers leave that the journal did not take
 */
public record Outcome(
    Live live, boolean single, List<Answer> answers, Timings timings, boolean logged) {
  public Outcome {
    answers = List.copyOf(answers);
  }

  /** Nanoseconds spent parsing and checking, in the classifier, and waiting for the journal. */
  public record Timings(long parse, long score, long log) {
    public long total() {
      return parse + score + log;
    }
  }
}
