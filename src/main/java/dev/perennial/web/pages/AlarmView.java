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

  /** One step of its life, in words. */
  public record Step(Moment at, String what, String by, String note, String sentence) {}

  static AlarmView of(AlarmReport report, Language in) {
    Alarm alarm = report.alarm();
    Evidence evidence =
        alarm.history().isEmpty()
            ? Evidence.of("")
            : alarm.history().get(alarm.history().size() - 1).evidence();
    return new AlarmView(
        report.id(),
        alarm.kind().name().toLowerCase(Locale.ROOT),
        name(alarm.kind(), in),
        state(alarm.state()),
        alarm.open(),
        report.severity(),
        report.subject(),
        evidence.sentence(),
        Moment.ofMillis(alarm.sinceMillis()),
        Optional.of(alarm.silencedUntil()).filter(t -> t > 0).map(Moment::ofMillis),
        expected(alarm.kind(), report.expected(), in),
        new TreeMap<>(evidence.figures())
            .entrySet().stream()
                .map(f -> new Fact(f.getKey(), in.numbers().number(f.getValue()), ""))
                .toList(),
        alarm.history().stream().map(each -> step(each, in)).toList());
  }

  private static String expected(AlarmKind kind, Optional<FalseAlarms> expected, Language in) {
    return switch (kind) {
      case STALENESS, MONITOR_SILENT -> in.say("alarm.none-it-is-no");
      case ERRORS -> in.say("alarm.bounded-by-its-own", in.numbers().count(10_000L));
      case PERFORMANCE, CONCEPT_DRIFT ->
          expected
              .map(e -> expected(e, in.say("alarm.labels"), in))
              .orElse(in.say("alarm.not-found-out-yet"));
      default ->
          expected
              .map(e -> expected(e, in.say("alarm.rows"), in))
              .orElse(in.say("alarm.not-found-out-yet"));
    };
  }

  private static String expected(FalseAlarms expected, String what, Language in) {
    String run = in.numbers().count(expected.length());
    String high = in.numbers().number(Math.max(.01, expected.interval().high()));
    String incidents = in.numbers().count(expected.incidents());
    if (expected.perMonth() == 0) {
      return in.say("alarm.none-while-no-come", incidents, what, run);
    }
    return expected.incidents() == 0
        ? in.say("alarm.fewer-than-a-month", high, what, run)
        : in.say(
            "alarm.a-month-at-this",
            in.numbers().number(expected.perMonth()),
            in.numbers().number(expected.interval().low()),
            in.numbers().number(expected.interval().high()),
            incidents,
            run,
            what);
  }

  private static Step step(Transition step, Language in) {
    return new Step(
        Moment.ofMillis(step.atMillis()),
        state(step.to()).word(),
        step.by().isEmpty()
            ? in.say("alarm.the-rule")
            : step.by().replaceFirst("^(account|token):", ""),
        step.note(),
        step.evidence().sentence());
  }

  /** What a rule is called. */
  static String name(AlarmKind kind, Language in) {
    return switch (kind) {
      case DATA_FAULT -> in.say("alarm.data-fault");
      case DATA_DRIFT -> in.say("alarm.data-drift");
      case PREDICTION_DRIFT -> in.say("alarm.prediction-drift");
      case PERFORMANCE -> in.say("alarm.performance");
      case CONCEPT_DRIFT -> in.say("alarm.concept-drift");
      case STALENESS -> in.say("alarm.staleness");
      case ERRORS -> in.say("alarm.errors");
      case MONITOR_SILENT -> in.say("alarm.monitor-silent");
      case DATABASE -> in.say("alarm.database");
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
