package dev.perennial.monitor;

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
    String reason) {

  /** Judges an age by the policy. */
  public static Staleness of(
      Duration age,
      Duration policy,
      Duration newestRow,
      Duration sinceLabel,
      Duration sincePrediction,
      long labelledRows) {
    boolean old = age.compareTo(policy) > 0;
    String reason =
        "trained "
            + age.toDays()
            + (age.toDays() == 1 ? " day" : " days")
            + " ago, the policy allows "
            + policy.toDays()
            + "; "
            + labelledRows
            + (labelledRows == 1 ? " labelled row since" : " labelled rows since");
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
