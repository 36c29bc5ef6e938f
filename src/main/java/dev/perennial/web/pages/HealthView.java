package dev.perennial.web.pages;

import dev.perennial.monitor.Uptime;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the service is well.
 *
 * @param burning why the error budget does not last; empty while it does
 * @param strip gaps on a line of 1000
 */
public record HealthView(
    Mark mark,
    List<Fact> facts,
    List<Stage> stages,
    List<String> burning,
    String up,
    List<Piece> strip,
    List<Gap> gaps,
    List<RouteRow> routes,
    List<Chart> charts) {

  /** How long a part of the work takes. */
  public record Stage(String name, String p50, String p95, String p99) {}

  /** A gap's place on the strip. */
  public record Piece(String x, String width, String kind) {}

  /** A time without a sign of life. */
  public record Gap(Moment from, Moment to, String length, String kind) {}

  /** Requests of one route by the first digit of their status. */
  public record RouteRow(String route, String fine, String refused, String failed) {}

  private static final long STRIP = 1_000;

  static HealthView of(Report report, List<Chart> charts) {
    Health health = report.health();
    Mark mark =
        !health.burning().isEmpty()
            ? new Mark("bad", "mark.failing-too-often")
            : health.requests() == 0
                ? new Mark("none", "mark.no-requests")
                : new Mark("good", "mark.well");
    return new HealthView(
        mark,
        facts(report, health),
        stages(health),
        health.burning(),
        Figures.percent(health.uptime().share()),
        strip(report, health.uptime()),
        health.uptime().gaps().stream().map(HealthView::gap).toList(),
        routes(health),
        charts);
  }

  private static List<Fact> facts(Report report, Health health) {
    List<Fact> facts = new ArrayList<>();
    double errors = health.requests() == 0 ? 0 : (double) health.errors() / health.requests();
    facts.add(
        new Fact(
            "Requests",
            Figures.count(health.requests()),
            Figures.number(health.perSecond())
                + " a second, "
                + Figures.number(health.perSecondPeak())
                + " in the busiest minute"));
    facts.add(
        new Fact(
            "Capacity",
            health.capacity().map(c -> Figures.number(c) + " a second").orElse("not measured"),
            ""));
    facts.add(
        new Fact(
            "Errors",
            Figures.count(health.errors()),
            Figures.share(errors) + " of requests, answered with a 5xx status"));
    facts.add(
        new Fact(
            "Waiting for the database", Figures.bytes(health.journalBytes()), "in the journal"));
    facts.add(
        new Fact(
            "Monitor looked",
            health
                .lastTick()
                .map(t -> Figures.span(Duration.between(t, report.at())) + " ago")
                .orElse("not yet"),
            ""));
    facts.add(
        new Fact("Crashes", Figures.count(health.uptime().crashes()), "stops that were not clean"));
    return facts;
  }

  private static List<Stage> stages(Health health) {
    return health.stages().entrySet().stream()
        .map(
            stage ->
                new Stage(
                    stage.getKey(),
                    Figures.micros(stage.getValue().p50()),
                    Figures.micros(stage.getValue().p95()),
                    Figures.micros(stage.getValue().p99())))
        .toList();
  }

  private static List<Piece> strip(Report report, Uptime uptime) {
    long to = report.at().toEpochMilli();
    long from = Math.max(to - report.span().length().toMillis(), report.since().toEpochMilli());
    double whole = Math.max(1, to - from);
    return uptime.gaps().stream()
        .map(
            gap ->
                new Piece(
                    place(Math.max(0, gap.from() - from) / whole),
                    place(Math.max(.004, (gap.to() - Math.max(from, gap.from())) / whole)),
                    gap.crash() ? "crash" : "planned"))
        .toList();
  }

  private static String place(double share) {
    return String.format(Locale.ROOT, "%.1f", STRIP * share);
  }

  private static Gap gap(Uptime.Gap gap) {
    return new Gap(
        Moment.of(Instant.ofEpochMilli(gap.from())),
        Moment.of(Instant.ofEpochMilli(gap.to())),
        Figures.span(Duration.ofMillis(gap.to() - gap.from())),
        gap.crash() ? "crash" : "planned stop");
  }

  private static List<RouteRow> routes(Health health) {
    List<RouteRow> rows = new ArrayList<>();
    for (Map.Entry<String, long[]> route : new TreeMap<>(health.routes()).entrySet()) {
      long[] n = route.getValue();
      rows.add(
          new RouteRow(
              route.getKey(),
              Figures.count((double) n[2] + n[3]),
              Figures.count(n[4]),
              Figures.count(n[5])));
    }
    return rows;
  }
}
