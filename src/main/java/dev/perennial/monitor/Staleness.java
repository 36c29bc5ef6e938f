package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.time.Duration;

/**
 * How old a model is, and what has come in since.
 *
 * @param status steady, or drifted when it is older than its policy allows
 * @param age since it was trained
 * @param policy greatest age allowed
 * @param newestRow age of the newest row it was trained on
 * @param sinceLabel since the last label came
 * @param sincePrediction since it last answered
 * @param labelledRows collected since it was trained
 * @param reason one sentence
 */
public record Staleness(
    Status status,
    Duration age,
    Duration policy,
    Duration newestRow,
    Duration sinceLabel,
    Duration sincePrediction,
    long labelledRows,
    Said reason) {

  /** Judges an age by the policy. */
  public static Staleness of(
      Duration age,
      Duration policy,
      Duration newestRow,
      Duration sinceLabel,
      Duration sincePrediction,
      long labelledRows) {
    boolean old = age.compareTo(policy) > 0;
    Said reason =
        Said.of(
            "said.trained",
            Said.days(age.toDays()),
            policy.toDays(),
            Said.of(
                labelledRows == 1 ? "said.one-labelled-row" : "said.labelled-rows", labelledRows));
    return new Staleness(
        old ? Status.DRIFTED : Status.STEADY,
        age,
        policy,
        newestRow,
        sinceLabel,
        sincePrediction,
        labelledRows,
        reason);
  }
}
