package dev.perennial.web.pages;

import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.watch.Report.Quantiles;
import dev.perennial.watch.Span;
import dev.perennial.web.Watched;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The monitoring page of a model.
 *
 * @param path of the page, without the context path
 * @param window as it stands in the address
 * @param windows to choose from
 * @param also other diagnoses that hold
 * @param loop where the model is in its life; without stations in a file that stands alone
 * @param tiles six figures, each with what it is to be compared with
 * @param style the style sheet as a data address, for a file that stands alone; "" on the page
 */
public record MonitorView(
    String model,
    String path,
    int version,
    Moment at,
    Moment since,
    String rows,
    String window,
    List<Window> windows,
    Mark diagnosis,
    String sentence,
    String action,
    List<Mark> also,
    List<Tile> tiles,
    DriftView drift,
    Optional<PerformanceView> performance,
    Optional<EstimateView> estimate,
    Chart performanceChart,
    ConceptView concept,
    Mark staleness,
    String stalenessReason,
    List<Fact> age,
    HealthView health,
    List<AlarmView> alarms,
    long openAlarms,
    UpkeepView upkeep,
    LoopView loop,
    String style) {

  /** A span of time to look at. */
  public record Window(String key, String name, boolean here) {}

  /**
   * One figure.
   *
   * @param kind good, warn, bad or none
   */
  public record Tile(String name, String value, String note, String kind) {}

  /** What is expected without labels. */
  public record EstimateView(
      boolean seen, String accuracy, String band, Mark trust, String reason, String track) {}

  /** Whether labels still follow from inputs as before. */
  public record ConceptView(Mark mark, String reason, List<Fact> facts) {}

  /** What the reader asked for. */
  record Asked(Language in, Span span, boolean all, Optional<String> feature, String style) {}

  static MonitorView of(Report report, Watched watched, LoopView loop, Asked asked) {
    Language in = asked.in();
    Charts charts = new Charts(watched, report, in);
    Names names = new Names(watched.schemas().apply(report.model()));
    DriftView drift = DriftView.of(report, names, asked.all(), asked.feature(), charts, in);
    return new MonitorView(
        report.model(),
        path(report.model()),
        report.version(),
        Moment.of(report.at()),
        Moment.of(report.since()),
        in.numbers().count(report.rows()),
        asked.span().text(),
        windows(asked.span(), in),
        Mark.of(report.diagnosis().code()),
        Figures.fullStop(in.said(report.diagnosis().sentence())),
        in.said(report.diagnosis().action()),
        report.diagnosis().also().stream().map(Mark::of).toList(),
        tiles(report, drift, in),
        drift,
        report.performance().map(each -> PerformanceView.of(each, in)),
        report.estimated().map(each -> estimate(each, in)),
        charts.performance(),
        concept(report, in),
        Mark.of(report.staleness().status(), "mark.stale"),
        Figures.sentence(in.said(report.staleness().reason())),
        Fact.of(report.staleness(), report.at(), in),
        HealthView.of(report, charts.health(), in),
        report.alarms().stream().map(each -> AlarmView.of(each, in)).toList(),
        report.alarms().stream().filter(a -> a.alarm().open()).count(),
        UpkeepView.of(watched.upkeep().apply(report.model()), report, in),
        loop,
        asked.style());
  }

  /** The diagnoses that retraining helps. */
  static final List<Mark> RETRAIN =
      Stream.of(Diagnosis.Code.HARMFUL_SHIFT, Diagnosis.Code.CONCEPT_DRIFT, Diagnosis.Code.STALE)
          .map(Mark::of)
          .toList();

  /** Whether the diagnosis is one that retraining helps. */
  public boolean retrain() {
    return RETRAIN.contains(diagnosis);
  }

  private static final List<Mark> LABEL =
      Stream.of(
              Diagnosis.Code.CONCEPT_DRIFT, Diagnosis.Code.PRIOR_SHIFT, Diagnosis.Code.INPUTS_MOVED)
          .map(Mark::of)
          .toList();

  /** Whether what to do is to get labels; a file that stands alone cannot lead to where. */
  public boolean label() {
    boolean unknown =
        performance.map(p -> p.mark().equals(Mark.of(Status.NOT_ENOUGH_DATA))).orElse(true);
    return style.isEmpty()
        && (LABEL.contains(diagnosis)
            || (unknown && diagnosis.equals(Mark.of(Diagnosis.Code.HEALTHY))));
  }

  static String path(String model) {
    return "/monitor/" + URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<Window> windows(Span here, Language in) {
    return Arrays.stream(Span.values())
        .map(span -> new Window(span.text(), name(span, in), span == here))
        .toList();
  }

  static String name(Span span, Language in) {
    return switch (span) {
      case QUARTER -> in.say("monitor.15-min");
      case HOUR -> in.say("monitor.1-h");
      case DAY -> in.say("monitor.24-h");
      case WEEK -> in.say("monitor.7-days");
      case DEPLOYMENT -> in.say("monitor.since-deployment");
    };
  }

  private static List<Tile> tiles(Report report, DriftView drift, Language in) {
    List<Tile> tiles = new ArrayList<>();
    report.performance().map(each -> PerformanceView.tile(each, in)).ifPresent(tiles::add);
    report
        .estimated()
        .map(each -> estimate(each, in))
        .ifPresent(
            e ->
                tiles.add(
                    new Tile(
                        in.say("monitor.estimated-accuracy"),
                        e.accuracy(),
                        in.say(e.trust().word()),
                        e.trust().kind().equals("good") ? "none" : e.trust().kind())));
    tiles.add(
        new Tile(
            in.say("monitor.inputs-that-moved"), drift.moved(), drift.note(), drift.mark().kind()));
    tiles.add(
        new Tile(
            in.say("monitor.model-age"),
            in.span(report.staleness().age()),
            in.say("monitor.policy", in.span(report.staleness().policy())),
            report.staleness().status() == Status.DRIFTED ? "warn" : "none"));
    Optional<Quantiles> total = Optional.ofNullable(report.health().stages().get("total"));
    tiles.add(
        new Tile(
            in.say("monitor.latency-p99"),
            total.map(q -> in.numbers().micros(q.p99())).orElse(Figures.NONE),
            total
                .map(q -> in.say("monitor.p50", in.numbers().micros(q.p50())))
                .orElse(in.say("monitor.no-requests-in-this")),
            in.say("monitor.none")));
    long requests = report.health().requests();
    tiles.add(
        new Tile(
            in.say("monitor.errors"),
            requests == 0
                ? Figures.NONE
                : in.numbers().share((double) report.health().errors() / requests),
            in.say("monitor.up", in.numbers().percent(report.health().uptime().share())),
            report.health().burning().isEmpty() ? "none" : "bad"));
    return tiles;
  }

  private static EstimateView estimate(Estimated e, Language in) {
    boolean seen = e.n() > 0;
    Mark trust =
        !seen
            ? new Mark("none", "mark.no-rows-yet")
            : e.trusted()
                ? new Mark("good", "mark.trusted")
                : new Mark("warn", "mark.not-to-be-trusted");
    return new EstimateView(
        seen,
        seen ? in.numbers().score(e.accuracy()) : Figures.NONE,
        in.say(
            "monitor.to", in.numbers().score(e.band().low()), in.numbers().score(e.band().high())),
        trust,
        Figures.sentence(in.said(e.reason())),
        e.trackBatches() == 0
            ? ""
            : in.say(
                "monitor.where-labels-came-later",
                in.numbers().score(e.trackError()),
                e.trackBatches()));
  }

  private static ConceptView concept(Report report, Language in) {
    ConceptVerdict concept = report.concept();
    boolean number = report.isOfNumbers();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(in.say("monitor.labels-followed"), in.numbers().count(concept.labels()), ""));
    if (concept.labels() > 0) {
      facts.add(
          new Fact(
              in.say("monitor.error-rate"),
              number ? in.numbers().number(concept.error()) : in.numbers().percent(concept.error()),
              in.say("monitor.over-the-last-labels", in.numbers().count(concept.window()))));
      facts.add(
          new Fact(
              in.say("monitor.changes"),
              concept.changes().isEmpty()
                  ? in.say("monitor.none")
                  : String.join(
                      ", ", concept.changes().stream().map(c -> in.numbers().count(c)).toList()),
              concept.changes().isEmpty() ? "" : in.say("monitor.found-at-these-labels")));
    }
    return new ConceptView(
        Mark.of(concept.status(), "mark.changed"),
        Figures.sentence(in.said(concept.reason())),
        facts);
  }
}
