package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DriftLooks;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.LabelLooks;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Status;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The looks at a model's rules that its verdicts give: one a kind. */
final class ModelLooks {
  static final int LABELS_A_WINDOW = 200;
  private static final long SECONDS_A_DAY = 86_400;

  private ModelLooks() {}

  static List<NewsLook> of(
      Standing judged, Optional<DomainVerdict> domain, Staleness staleness, Instant now) {
    int version = judged.id().key();
    long hour = now.getEpochSecond() / 3_600;
    List<NewsLook> looks = new ArrayList<>();
    for (NewsLook look : ofRows(version, judged.windows(), judged.columns(), judged.joint())) {
      looks.add(domain.map(verdict -> explained(look, verdict)).orElse(look));
    }
    looks.addAll(ofLabels(version, judged.performance(), judged.concept()));
    looks.add(new NewsLook(AlarmKind.STALENESS, staleness(staleness), version, hour, 0));
    return looks;
  }

  /** Inputs that moved, with those that moved together: it is said, and decides nothing. */
  private static NewsLook explained(NewsLook news, DomainVerdict domain) {
    Look look = news.look();
    if (news.kind() != AlarmKind.DATA_DRIFT
        || look.outcome() != Outcome.EXCEEDED
        || !domain.apart()) {
      return news;
    }
    Map<String, Double> figures = new TreeMap<>(look.evidence().figures());
    figures.put("domain.auc", domain.auc());
    figures.put("domain.error", domain.error());
    domain.shares().forEach(share -> figures.put(share.column() + ".auc_fall", share.fall()));
    Evidence evidence =
        new Evidence(Said.all(List.of(look.evidence().sentence(), domain.reason())), figures);
    return new NewsLook(
        news.kind(),
        new Look(look.outcome(), look.value(), look.again(), evidence),
        news.version(),
        news.windows(),
        news.changes());
  }

  /** The looks that windows of rows give. */
  static List<NewsLook> ofRows(
      int version, long windows, List<FeatureVerdict> columns, JointVerdict joint) {
    return List.of(
        new NewsLook(AlarmKind.DATA_FAULT, DriftLooks.faults(columns), version, windows, 0),
        new NewsLook(AlarmKind.DATA_DRIFT, DriftLooks.inputs(columns, joint), version, windows, 0),
        new NewsLook(AlarmKind.PREDICTION_DRIFT, DriftLooks.answers(columns), version, windows, 0));
  }

  /** The looks that windows of labels give. */
  static List<NewsLook> ofLabels(
      int version, PerformanceVerdict performance, ConceptVerdict concept) {
    long windows = concept.labels() / LABELS_A_WINDOW;
    long change = concept.changes().stream().mapToLong(Long::longValue).max().orElse(0);
    return List.of(
        new NewsLook(
            AlarmKind.PERFORMANCE, LabelLooks.performance(performance), version, windows, 0),
        new NewsLook(
            AlarmKind.CONCEPT_DRIFT, LabelLooks.concept(concept), version, windows, change));
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
