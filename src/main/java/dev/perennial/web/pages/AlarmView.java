package dev.perennial.web.pages;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report.AlarmReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alarm.
 *
 * @param key its kind as it stands in an address
 * @param expected false alarms a month, in words
 * @param until when the silence ends
 */
public record AlarmView(
    String id,
    String key,
    String name,
    Mark state,
    boolean open,
    String severity,
    String subject,
    String sentence,
    Moment since,
    Optional<Moment> until,
    String expected,
    List<Fact> evidence,
    List<Step> history) {

  private static final String UNKNOWN = "not found out yet";

  /** One step of its life, in words. */
  public record Step(Moment at, String what, String by, String note, String sentence) {}

  static AlarmView of(AlarmReport report) {
    Alarm alarm = report.alarm();
    Evidence evidence =
        alarm.history().isEmpty()
            ? Evidence.of("")
            : alarm.history().get(alarm.history().size() - 1).evidence();
    return new AlarmView(
        report.id(),
        alarm.kind().name().toLowerCase(Locale.ROOT),
        name(alarm.kind()),
        state(alarm.state()),
        alarm.open(),
        report.severity(),
        report.subject(),
        evidence.sentence(),
        Moment.ofMillis(alarm.sinceMillis()),
        Optional.of(alarm.silencedUntil()).filter(t -> t > 0).map(Moment::ofMillis),
        expected(alarm.kind(), report.expected()),
        new TreeMap<>(evidence.figures())
            .entrySet().stream()
                .map(f -> new Fact(f.getKey(), Figures.number(f.getValue()), ""))
                .toList(),
        alarm.history().stream().map(AlarmView::step).toList());
  }

  private static String expected(AlarmKind kind, Optional<FalseAlarms> expected) {
    return switch (kind) {
      case STALENESS, MONITOR_SILENT -> "none, it is no statistic";
      case ERRORS -> "bounded by its own test, a chance below 1 in 10,000 at each look";
      case PERFORMANCE, CONCEPT_DRIFT -> expected.map(e -> expected(e, "labels")).orElse(UNKNOWN);
      default -> expected.map(e -> expected(e, "rows")).orElse(UNKNOWN);
    };
  }

  private static String expected(FalseAlarms expected, String what) {
    String run = Figures.count(expected.length()) + " " + what + " that were run without a change";
    String high = Figures.number(Math.max(.01, expected.interval().high())) + " a month";
    if (expected.perMonth() == 0) {
      return "none while no "
          + what
          + " come ("
          + Figures.count(expected.incidents())
          + " in "
          + run
          + ")";
    }
    return expected.incidents() == 0
        ? "fewer than " + high + " at this traffic (none in " + run + ")"
        : Figures.number(expected.perMonth())
            + " a month at this traffic, "
            + Figures.number(expected.interval().low())
            + " to "
            + Figures.number(expected.interval().high())
            + " ("
            + Figures.count(expected.incidents())
            + " in "
            + run
            + ")";
  }

  private static Step step(Transition step) {
    return new Step(
        Moment.ofMillis(step.atMillis()),
        state(step.to()).word(),
        step.by().isEmpty() ? "the rule" : step.by().replaceFirst("^(account|token):", ""),
        step.note(),
        step.evidence().sentence());
  }

  /** What a rule is called. */
  static String name(AlarmKind kind) {
    return switch (kind) {
      case DATA_FAULT -> "Data fault";
      case DATA_DRIFT -> "Data drift";
      case PREDICTION_DRIFT -> "Prediction drift";
      case PERFORMANCE -> "Performance";
      case CONCEPT_DRIFT -> "Concept drift";
      case STALENESS -> "Staleness";
      case ERRORS -> "Errors";
      case MONITOR_SILENT -> "Monitor silent";
      case DATABASE -> "Database";
    };
  }

  private static Mark state(Alarm.State state) {
    return switch (state) {
      case OK -> new Mark("good", "mark.quiet");
      case PENDING -> new Mark("warn", "mark.suspected");
      case FIRING -> new Mark("bad", "mark.firing");
      case ACKNOWLEDGED -> new Mark("warn", "mark.acknowledged");
      case SILENCED -> new Mark("warn", "mark.silenced");
      case RESOLVING -> new Mark("warn", "mark.calming-down");
      case RESOLVED -> new Mark("good", "mark.resolved");
    };
  }
}
