package dev.perennial.web.api;

import dev.perennial.monitor.Column.Role;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.web.Json;
import dev.perennial.web.Upkeep;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a report as JSON: the one writer behind the endpoint and the file for download. Every name
 * is described in docs/monitor-document.md. Safe for use by many threads.
 */
public final class MonitorDocument {
  private MonitorDocument() {}

  /** The document of one model. */
  public static byte[] of(Report report, Upkeep upkeep) {
    return Json.bytes(json -> write(json, report, upkeep));
  }

  /** Alarms of all models as they stand in the reports. */
  static byte[] alarms(List<Report> reports) {
    return Json.bytes(json -> writeAlarms(json, reports));
  }

  /** What is known of alarms while the database is away: none of a model. */
  static byte[] alarmsWithoutDatabase(List<AlarmReport> alarms) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          new JsonFacts(json)
              .flag("complete", false)
              .objects(
                  "alarms",
                  alarms,
                  (facts, alarm) ->
                      AlarmJson.write(facts.text("model", "").nothing("version"), alarm));
          json.writeEndObject();
        });
  }

  /** One alarm. */
  static byte[] alarm(AlarmReport alarm) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          AlarmJson.write(new JsonFacts(json), alarm);
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Report report, Upkeep upkeep) {
    json.writeStartObject();
    new JsonFacts(json)
        .text("model", report.model())
        .count("version", report.version())
        .time("at", report.at())
        .time("since", report.since())
        .text("window", report.span().text())
        .count("rows", report.rows())
        .object("diagnosis", Optional.of(report.diagnosis()), MonitorDocument::diagnosis)
        .objects("features", columns(report, Role.FEATURE), ColumnJson::write)
        .object("prediction", answer(report, Role.PREDICTION), ColumnJson::write)
        .object("confidence", answer(report, Role.CONFIDENCE), ColumnJson::write)
        .object("joint", Optional.of(report), ColumnJson::joint)
        .object("performance", report.performance(), PerformanceJson::write)
        .object("estimated", report.estimated(), PerformanceJson::estimated)
        .object("concept_drift", Optional.of(report), PerformanceJson::concept)
        .object("staleness", Optional.of(report.staleness()), HealthJson::staleness)
        .object("health", Optional.of(report.health()), HealthJson::write)
        .object("upkeep", Optional.of(upkeep), UpkeepJson::write)
        .objects("alarms", report.alarms(), AlarmJson::write);
    json.writeEndObject();
  }

  private static void diagnosis(JsonFacts facts, Diagnosis diagnosis) {
    facts
        .word("code", diagnosis.code())
        .text("sentence", diagnosis.sentence().english())
        .text("action", diagnosis.action().english())
        .texts("also", diagnosis.also().stream().map(JsonFacts::word).toList());
  }

  private static List<ColumnReport> columns(Report report, Role role) {
    return report.columns().stream().filter(c -> c.verdict().column().role() == role).toList();
  }

  static Optional<ColumnReport> answer(Report report, Role role) {
    return columns(report, role).stream().findFirst();
  }

  private static void writeAlarms(JsonGenerator json, List<Report> reports) {
    record Told(Report report, AlarmReport alarm) {}
    List<Told> all =
        reports.stream()
            .flatMap(report -> report.alarms().stream().map(alarm -> new Told(report, alarm)))
            .toList();
    json.writeStartObject();
    new JsonFacts(json)
        .flag("complete", true)
        .objects(
            "alarms",
            all,
            (facts, told) ->
                AlarmJson.write(
                    facts
                        .text("model", told.report().model())
                        .count("version", told.report().version()),
                    told.alarm()));
    json.writeEndObject();
  }
}
