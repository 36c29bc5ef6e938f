package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.DriftLooks;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The looks at a model's rules that its verdicts give: one a kind. */
final class ModelLooks {
  private static final int LABELS_A_WINDOW = 200;
  private static final long SECONDS_A_DAY = 86_400;

  private ModelLooks() {}

  static List<NewsLook> of(Judged judged, Instant now) {
    int version = judged.version();
    long rows = judged.windows();
    long labels = judged.concept().labels() / LABELS_A_WINDOW;
    long hour = now.getEpochSecond() / 3_600;
    long change = judged.concept().changes().stream().mapToLong(Long::longValue).max().orElse(0);
    return List.of(
        new NewsLook(AlarmKind.DATA_FAULT, DriftLooks.faults(judged.columns()), version, rows, 0),
        new NewsLook(
            AlarmKind.DATA_DRIFT,
            DriftLooks.inputs(judged.columns(), judged.joint()),
            version,
            rows,
            0),
        new NewsLook(
            AlarmKind.PREDICTION_DRIFT, DriftLooks.answers(judged.columns()), version, rows, 0),
        new NewsLook(AlarmKind.PERFORMANCE, performance(judged.performance()), version, labels, 0),
        new NewsLook(AlarmKind.CONCEPT_DRIFT, concept(judged.concept()), version, labels, change),
        new NewsLook(AlarmKind.STALENESS, staleness(judged.staleness()), version, hour, 0));
  }

  private static Look performance(PerformanceVerdict verdict) {
    Evidence evidence =
        new Evidence(
            verdict.reason(),
            Map.of(
                "accuracy", verdict.accuracy(),
                "accuracy.low", verdict.interval().low(),
                "accuracy.high", verdict.interval().high(),
                "expected", verdict.expected(),
                "highest_difference", verdict.highestDifference(),
                "threshold", verdict.threshold(),
                "labels", (double) verdict.labels()));
    if (verdict.status() == Status.NOT_ENOUGH_DATA) {
      return new Look(Outcome.NO_DATA, 0, false, evidence);
    }
    return new Look(
        verdict.status() == Status.DRIFTED ? Outcome.EXCEEDED : Outcome.BELOW,
        Math.max(0, verdict.highestDifference() / verdict.threshold()),
        false,
        evidence);
  }

  /** The rule itself waits for two calm windows before it closes; then nothing is left of it. */
  private static Look concept(ConceptVerdict verdict) {
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

  private static Look staleness(Staleness staleness) {
    double age = (double) staleness.age().toSeconds() / SECONDS_A_DAY;
    double policy = (double) staleness.policy().toSeconds() / SECONDS_A_DAY;
    Evidence evidence =
        new Evidence(
            staleness.reason(),
            Map.of(
                "age.days", age,
                "policy.days", policy,
                "labelled_rows", (double) staleness.labelledRows()));
    boolean old = staleness.status() == Status.DRIFTED;
    return new Look(old ? Outcome.EXCEEDED : Outcome.BELOW, age / policy, false, evidence);
  }
}
