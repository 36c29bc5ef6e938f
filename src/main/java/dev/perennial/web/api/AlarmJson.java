package dev.perennial.web.api;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report.AlarmReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes an alarm with the evidence of its last step and all steps before. */
final class AlarmJson {
  private AlarmJson() {}

  static void write(JsonFacts facts, AlarmReport report) {
    Alarm alarm = report.alarm();
    Evidence evidence = last(alarm);
    facts
        .text("id", report.id())
        .word("kind", alarm.kind())
        .text("subject", report.subject())
        .text("severity", report.severity())
        .word("state", alarm.state())
        .flag("open", alarm.open())
        .time("since", known(alarm.sinceMillis()))
        .time("silenced_until", known(alarm.silencedUntil()))
        .text("sentence", evidence.sentence().english())
        .object("evidence", Optional.of(evidence), AlarmJson::figures)
        .number("expected_false_alarms_per_month", report.expected().map(FalseAlarms::perMonth))
        .object("expected_false_alarms", report.expected(), AlarmJson::expected)
        .objects("history", alarm.history(), AlarmJson::step);
  }

  private static void expected(JsonFacts facts, FalseAlarms expected) {
    facts
        .number("low", expected.interval().low())
        .number("high", expected.interval().high())
        .count("incidents", expected.incidents())
        .count("run_length", expected.length());
  }

  private static Optional<Instant> known(long millis) {
    return millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
  }

  private static Evidence last(Alarm alarm) {
    List<Transition> history = alarm.history();
    return history.isEmpty() ? Evidence.NONE : history.get(history.size() - 1).evidence();
  }

  private static void figures(JsonFacts facts, Evidence evidence) {
    new TreeMap<>(evidence.figures()).forEach(facts::number);
  }

  private static void step(JsonFacts facts, Transition step) {
    facts
        .word("from", step.from())
        .word("to", step.to())
        .time("at", Instant.ofEpochMilli(step.atMillis()))
        .text("by", step.by())
        .text("note", step.note())
        .text("sentence", step.evidence().sentence().english())
        .object("evidence", Optional.of(step.evidence()), AlarmJson::figures);
  }
}
