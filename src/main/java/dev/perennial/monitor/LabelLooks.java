package dev.perennial.monitor;

import dev.perennial.monitor.Look.Outcome;
import java.util.Map;

/** What the verdicts that come of labels mean for the alarms. */
public final class LabelLooks {
  private LabelLooks() {}

  /** The look at the accuracy, or at the mean absolute error. */
  public static Look performance(PerformanceVerdict verdict) {
    boolean accuracy = verdict.yardstick() == Yardstick.ACCURACY;
    String name = accuracy ? "accuracy" : "mae";
    Evidence evidence =
        new Evidence(
            verdict.reason(),
            Map.of(
                name,
                verdict.figure(),
                name + ".low",
                verdict.interval().low(),
                name + ".high",
                verdict.interval().high(),
                "expected",
                verdict.expected(),
                accuracy ? "highest_difference" : "least_growth",
                verdict.bound(),
                "threshold",
                verdict.threshold(),
                "labels",
                (double) verdict.labels()));
    if (verdict.status() == Status.NOT_ENOUGH_DATA) {
      return new Look(Outcome.NO_DATA, 0, false, evidence);
    }
    return new Look(
        verdict.status() == Status.DRIFTED ? Outcome.EXCEEDED : Outcome.BELOW,
        Math.max(0, verdict.bound() / verdict.threshold()),
        false,
        evidence);
  }

  /** The look at kinds of errors. The rule itself waits until all is calm; then nothing is left. */
  public static Look concept(ConceptVerdict verdict) {
    Evidence evidence =
        new Evidence(
            verdict.reason(),
            Map.of(
                "labels", (double) verdict.labels(),
                "window", (double) verdict.window(),
                "error", verdict.error(),
                "changes", (double) verdict.changes().size()));
    return switch (verdict.status()) {
      case DRIFTED, FAULT -> new Look(Outcome.EXCEEDED, 1, false, evidence);
      case WARNING -> new Look(Outcome.SUSPECTED, 1, false, evidence);
      case STEADY -> new Look(Outcome.BELOW, 0, false, evidence);
      case NOT_ENOUGH_DATA -> new Look(Outcome.NO_DATA, 0, false, evidence);
    };
  }
}
