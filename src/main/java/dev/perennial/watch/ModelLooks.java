package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.DriftLooks;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.LabelLooks;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
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

  static List<NewsLook> of(Standing judged, Staleness staleness, Instant now) {
    int version = judged.id().key();
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
        new NewsLook(
            AlarmKind.PERFORMANCE,
            LabelLooks.performance(judged.performance()),
            version,
            labels,
            0),
        new NewsLook(
            AlarmKind.CONCEPT_DRIFT, LabelLooks.concept(judged.concept()), version, labels, change),
        new NewsLook(AlarmKind.STALENESS, staleness(staleness), version, hour, 0));
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
