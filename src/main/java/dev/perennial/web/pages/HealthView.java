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
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the service is well.
 *
 * @param latency how requests' durations are spread; empty without requests
 * @param burning why the error budget does not last; empty while it does
 * @param strip gaps on a line of 1000
 */
public record HealthView(
    Mark mark,
    List<Fact> facts,
    List<Stage> stages,
    Optional<LatencyView> latency,
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

  static HealthView of(Report report, List<Chart> charts, Language in) {
    Health health = report.health();
    Mark mark =
        !health.burning().isEmpty()
            ? new Mark("bad", "mark.failing-too-often")
            : health.requests() == 0
                ? new Mark("none", "mark.no-requests")
                : new Mark("good", "mark.well");
    return new HealthView(
        mark,
        facts(health, in),
        stages(health, in),
        LatencyView.of(health.durations(), in.numbers()),
        health.burning().stream().map(in::said).toList(),
        in.numbers().percent(health.uptime().share()),
        strip(report, health.uptime()),
        health.uptime().gaps().stream().map(each -> gap(each, in)).toList(),
        routes(health, in),
        charts);
  }

  private static List<Fact> facts(Health health, Language in) {
    List<Fact> facts = new ArrayList<>();
    double errors = health.requests() == 0 ? 0 : (double) health.errors() / health.requests();
    facts.add(
        new Fact(
            in.say("health.requests"),
            in.numbers().count(health.requests()),
            in.say(
                "health.a-second-in-the",
                in.numbers().number(health.perSecond()),
                in.numbers().number(health.perSecondPeak()))));
    facts.add(
        new Fact(
            in.say("health.capacity"),
            health
                .capacity()
                .map(c -> in.say("health.a-second", in.numbers().number(c)))
                .orElse(in.say("health.not-measured")),
            ""));
    facts.add(
        new Fact(
            in.say("health.errors"),
            in.numbers().count(health.errors()),
            in.say("health.of-requests-answered-with", in.numbers().share(errors))));
    facts.add(
        new Fact(
            in.say("health.waiting-for-the-database"),
            in.numbers().bytes(health.journalBytes()),
            in.say("health.in-the-journal")));
    facts.add(
        health
            .lastTick()
            .map(at -> Fact.at(in.say("health.monitor-looked"), "", at))
            .orElseGet(
                () -> new Fact(in.say("health.monitor-looked"), in.say("health.not-yet"), "")));
    facts.add(
        new Fact(
            in.say("health.crashes"),
            in.numbers().count(health.uptime().crashes()),
            in.say("health.stops-that-were-not")));
    return facts;
  }

  private static List<Stage> stages(Health health, Language in) {
    return health.stages().entrySet().stream()
        .map(
            stage ->
                new Stage(
                    stage(stage.getKey(), in),
                    in.numbers().micros(stage.getValue().p50()),
                    in.numbers().micros(stage.getValue().p95()),
                    in.numbers().micros(stage.getValue().p99())))
        .toList();
  }

  private static String stage(String name, Language in) {
    return switch (name) {
      case "total" -> in.say("health.stage-total");
      case "parse" -> in.say("health.stage-parse");
      case "score" -> in.say("health.stage-score");
      default -> name;
    };
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

  private static Gap gap(Uptime.Gap gap, Language in) {
    return new Gap(
        Moment.of(Instant.ofEpochMilli(gap.from())),
        Moment.of(Instant.ofEpochMilli(gap.to())),
        in.span(Duration.ofMillis(gap.to() - gap.from())),
        gap.crash() ? in.say("health.crash") : in.say("health.planned-stop"));
  }

  private static List<RouteRow> routes(Health health, Language in) {
    List<RouteRow> rows = new ArrayList<>();
    for (Map.Entry<String, long[]> route : new TreeMap<>(health.routes()).entrySet()) {
      long[] n = route.getValue();
      rows.add(
          new RouteRow(
              route.getKey(),
              in.numbers().count((double) n[2] + n[3]),
              in.numbers().count(n[4]),
              in.numbers().count(n[5])));
    }
    return rows;
  }
}
