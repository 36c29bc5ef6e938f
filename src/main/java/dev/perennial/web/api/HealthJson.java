package dev.perennial.web.api;

import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Uptime;
import dev.perennial.watch.Report.Health;
import dev.perennial.watch.Report.Quantiles;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes how old a model is and how the service does. */
final class HealthJson {
  private static final double MICROS = 1_000;

  private HealthJson() {}

  static void staleness(JsonFacts facts, Staleness s) {
    facts
        .word("status", s.status())
        .count("age_seconds", s.age().toSeconds())
        .count("policy_seconds", s.policy().toSeconds())
        .count("newest_row_seconds", s.newestRow().toSeconds())
        .count("since_label_seconds", s.sinceLabel().toSeconds())
        .count("since_prediction_seconds", s.sincePrediction().toSeconds())
        .count("labelled_rows", s.labelledRows())
        .text("reason", s.reason().english());
  }

  static void write(JsonFacts facts, Health health) {
    boolean seen = health.requests() > 0;
    facts
        .count("requests", health.requests())
        .count("errors", health.errors())
        .numberIf(seen, "error_rate", (double) health.errors() / health.requests())
        .object("latency_ms", () -> health.stages().forEach((name, q) -> quantiles(facts, name, q)))
        .number("per_second", health.perSecond())
        .number("per_second_peak", health.perSecondPeak())
        .number("capacity_per_second", health.capacity())
        .objects("routes", new TreeMap<>(health.routes()).entrySet(), HealthJson::route)
        .object("uptime", () -> uptime(facts, health.uptime()))
        .count("journal_bytes", health.journalBytes())
        .time("last_tick", health.lastTick())
        .texts("burning", health.burning().stream().map(Said::english).toList());
  }

  private static void quantiles(JsonFacts facts, String stage, Quantiles q) {
    facts.object(
        stage,
        () ->
            facts
                .number("p50", q.p50() / MICROS)
                .number("p95", q.p95() / MICROS)
                .number("p99", q.p99() / MICROS));
  }

  private static void route(JsonFacts facts, Map.Entry<String, long[]> route) {
    facts
        .text("route", route.getKey())
        .object(
            "statuses",
            () -> {
              for (int digit = 1; digit < route.getValue().length; digit++) {
                facts.count(digit + "xx", route.getValue()[digit]);
              }
            });
  }

  private static void uptime(JsonFacts facts, Uptime uptime) {
    facts
        .number("share", uptime.share())
        .count("crashes", uptime.crashes())
        .objects(
            "gaps",
            uptime.gaps(),
            (gap, g) ->
                gap.time("from", Instant.ofEpochMilli(g.from()))
                    .time("to", Instant.ofEpochMilli(g.to()))
                    .flag("crash", g.crash()));
  }
}
