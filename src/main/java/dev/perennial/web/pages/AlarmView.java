package dev.perennial.web.pages;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report.AlarmReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * @param ways to what it is about, on the model's page
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
    List<Way> ways,
    List<Fact> evidence,
    List<Step> history) {

  private static final int MOST_WAYS = 20;

  /**
   * A link to a part of the model's page.
   *
   * @param feature the column to open, as a query's value; "" where a part is meant
   * @param part the id of the part
   */
  public record Way(String text, String feature, String part) {}

  /** One step of its life, in words. */
  public record Step(Moment at, String what, String by, String note, String sentence) {}

  static AlarmView of(AlarmReport report, Language in) {
    Alarm alarm = report.alarm();
    Evidence evidence =
        alarm.history().isEmpty()
            ? Evidence.NONE
            : alarm.history().get(alarm.history().size() - 1).evidence();
    return new AlarmView(
        report.id(),
        alarm.kind().name().toLowerCase(Locale.ROOT),
        name(alarm.kind(), in),
        state(alarm.state()),
        alarm.open(),
        severity(report, in),
        report.subject(),
        in.said(evidence.sentence()),
        Moment.ofMillis(alarm.sinceMillis()),
        Optional.of(alarm.silencedUntil()).filter(t -> t > 0).map(Moment::ofMillis),
        expected(alarm.kind(), report.expected(), in),
        ways(alarm.kind(), raised(alarm), in),
        new TreeMap<>(evidence.figures())
            .entrySet().stream()
                .map(f -> new Fact(f.getKey(), in.numbers().number(f.getValue()), ""))
                .toList(),
        alarm.history().stream().map(each -> step(each, in)).toList());
  }

  /** Of the last raising: it names the columns. */
  private static Evidence raised(Alarm alarm) {
    return alarm.history().stream()
        .filter(step -> step.to() == Alarm.State.FIRING)
        .reduce((before, after) -> after)
        .map(Transition::evidence)
        .orElse(Evidence.NONE);
  }

  static List<Way> ways(AlarmKind kind, Evidence evidence, Language in) {
    if (!evidence.columns().isEmpty()) {
      return evidence.columns().stream()
          .limit(MOST_WAYS)
          .map(name -> new Way(name, URLEncoder.encode(name, StandardCharsets.UTF_8), "feature"))
          .toList();
    }
    return switch (kind) {
      case DATA_FAULT, DATA_DRIFT, PREDICTION_DRIFT ->
          List.of(new Way(in.say("ways.what-moved"), "", "drift"));
      case PERFORMANCE -> List.of(new Way(in.say("ways.how-well-it-does"), "", "performance"));
      case CONCEPT_DRIFT -> List.of(new Way(in.say("alarm.concept-drift"), "", "concept"));
      case STALENESS -> List.of(new Way(in.say("ways.age"), "", "staleness"));
      case ERRORS -> List.of(new Way(in.say("ways.the-service"), "", "health"));
      case MONITOR_SILENT, DATABASE -> List.of();
    };
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

  static Step step(Transition step, Language in) {
    return new Step(
        Moment.ofMillis(step.atMillis()),
        state(step.to()).word(),
        step.by().isEmpty()
            ? in.say("alarm.the-rule")
            : step.by().replaceFirst("^(account|token):", ""),
        note(step, in),
        in.said(step.evidence().sentence()));
  }

  private static String severity(AlarmReport report, Language in) {
    return switch (report.severity()) {
      case "critical" -> in.say("alarm.critical");
      case "warning" -> in.say("alarm.warning");
      default -> report.severity();
    };
  }

  /** In somebody's words, or in ours where the rule did it. */
  private static String note(Transition step, Language in) {
    if (!step.by().isEmpty() || step.note().isEmpty()) {
      return step.note();
    }
    return switch (step.from()) {
      case SILENCED -> in.say("alarm.the-silence-is-over");
      case OK, PENDING, RESOLVED -> in.say("alarm.open-again");
      case FIRING, ACKNOWLEDGED, RESOLVING -> in.say("alarm.changed-again");
    };
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

  static Mark state(Alarm.State state) {
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
