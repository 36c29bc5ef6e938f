package dev.perennial.web;

import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.monitor.Uptime;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.watch.Report.Health;
import dev.perennial.watch.Series;
import dev.perennial.watch.Span;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Reports made by hand, one for each state that the monitor's pages have. */
public final class Reports {
  public static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
  public static final List<String> NAMES =
      List.of(
          "healthy",
          "drifting",
          "sparse",
          "faulty",
          "turned",
          "aged",
          "regression",
          "wide",
          Hostile.NAME);
  static final List<String> IRIS = List.of("setosa", "versicolor", "virginica");
  static final long MINUTE = 60_000;

  private Reports() {}

  /** The report of a state, by its name. */
  public static Optional<Report> of(String name, Span span) {
    return switch (name) {
      case "healthy" -> Optional.of(healthy(span));
      case "drifting" -> Optional.of(drifting(span));
      case "sparse" -> Optional.of(sparse(span));
      case "faulty" -> Optional.of(faulty(span));
      case "turned" -> Optional.of(OtherReports.turned(span));
      case "aged" -> Optional.of(OtherReports.aged(span));
      case "regression" -> Optional.of(regression(span));
      case "wide" -> Optional.of(wide(span));
      case Hostile.NAME -> Optional.of(HostileReport.of(span));
      default -> Optional.empty();
    };
  }

  static Report healthy(Span span) {
    List<ColumnReport> columns = new ArrayList<>();
    columns.add(Columns.number("sepal_length", Status.STEADY, .05, 5.88, 5.84, .83, .1));
    columns.add(Columns.number("sepal_width", Status.STEADY, -.05, 3.04, 3.06, .44, .05));
    columns.add(Columns.number("petal_length", Status.STEADY, .02, 3.79, 3.76, 1.77, .44));
    columns.add(Columns.number("petal_width", Status.STEADY, .04, 1.23, 1.2, .76, .41));
    columns.addAll(Columns.answers(IRIS, Status.STEADY));
    return new Report(
        "healthy",
        3,
        NOW,
        NOW.minus(Duration.ofDays(12)),
        span,
        4212,
        new Diagnosis(
            Diagnosis.Code.HEALTHY,
            Said.of("said.steady-and", ReportParts.accuracyIs(.959)),
            Said.of("said.nothing"),
            List.of()),
        columns,
        new JointVerdict(
            Status.STEADY, "", 1.9, 3.9, 1500, Said.of("said.moves-together", 1.9, 3.9)),
        ReportParts.domain(.51),
        Optional.of(ReportParts.performance(Status.STEADY, .959, 587, 612)),
        Optional.of(ReportParts.estimated(.957, true)),
        new ConceptVerdict(Status.STEADY, 2040, List.of(), 2040, .041, ReportParts.steadyErrors()),
        ReportParts.stale(Duration.ofDays(11), Duration.ofMinutes(9), 2040),
        ReportParts.health(84_211, 17, List.of()),
        List.of(
            new AlarmReport(
                "healthy-data_drift-0",
                "",
                "warning",
                ReportAlarms.quiet(),
                ReportAlarms.expected())));
  }

  static Report drifting(Span span) {
    List<ColumnReport> columns = new ArrayList<>();
    columns.add(Columns.number("sepal_length", Status.STEADY, .05, 5.88, 5.84, .83, .1));
    columns.add(Columns.number("sepal_width", Status.NOT_ENOUGH_DATA, 0, 3.04, 3.06, .44, .05));
    columns.add(Columns.number("petal_length", Status.DRIFTED, .66, 4.93, 3.76, 1.77, .44));
    columns.add(Columns.number("petal_width", Status.WARNING, .29, 1.42, 1.2, .76, .41));
    columns.addAll(Columns.answers(IRIS, Status.DRIFTED));
    return new Report(
        "drifting",
        3,
        NOW,
        NOW.minus(Duration.ofDays(12)),
        span,
        4212,
        new Diagnosis(
            Diagnosis.Code.HARMFUL_SHIFT,
            Said.of("said.moved-and", "petal_length", ReportParts.accuracyIs(.85)),
            Said.of("said.retrain-recent"),
            List.of(Diagnosis.Code.STALE)),
        columns,
        new JointVerdict(
            Status.DRIFTED,
            "petal_length",
            9.1,
            3.9,
            1500,
            Said.of("said.moves-apart", "petal_length", 9.1, 3.9)),
        ReportParts.domain(.83, "petal_length", "petal_width"),
        Optional.of(ReportParts.performance(Status.DRIFTED, .85, 520, 612)),
        Optional.of(ReportParts.estimated(.93, false)),
        new ConceptVerdict(
            Status.DRIFTED, 2040, List.of(1612L, 1890L), 212, .15, ReportParts.changedErrors()),
        ReportParts.stale(Duration.ofDays(41), Duration.ofMinutes(9), 2040),
        ReportParts.health(84_211, 412, List.of(ReportParts.burning())),
        List.of(ReportAlarms.firing("drifting"), ReportAlarms.acknowledged("drifting")));
  }

  static Report sparse(Span span) {
    List<ColumnReport> columns = new ArrayList<>();
    for (String name : List.of("sepal_length", "sepal_width", "petal_length", "petal_width")) {
      columns.add(Columns.unseen(name));
    }
    return new Report(
        "sparse",
        1,
        NOW,
        NOW.minus(Duration.ofMinutes(4)),
        span,
        0,
        new Diagnosis(
            Diagnosis.Code.NOT_ENOUGH_DATA, Columns.FEW_ROWS, Said.of("said.wait"), List.of()),
        columns,
        new JointVerdict(
            Status.NOT_ENOUGH_DATA, "", 0, 0, 0, Said.of("said.fewer-rows-so-far", 500L)),
        Optional.empty(),
        Optional.of(ReportParts.performance(Status.NOT_ENOUGH_DATA, 0, 0, 0)),
        Optional.of(
            new Estimated(0, 0, 0, new Interval(0, 1), true, 0, 0, Said.of("said.no-row-in-span"))),
        new ConceptVerdict(
            Status.NOT_ENOUGH_DATA, 0, List.of(), 0, 0, Said.of("said.few-labels", 0L, 200L)),
        ReportParts.stale(Duration.ofDays(1), Duration.ofDays(40_000), 0),
        new Health(
            0,
            0,
            Map.of(),
            List.of(),
            0,
            0,
            Optional.empty(),
            Map.of(),
            new Uptime(1, List.of(), 0),
            0,
            Optional.empty(),
            List.of()),
        List.of());
  }

  static Report faulty(Span span) {
    Report base = drifting(span);
    List<ColumnReport> columns = new ArrayList<>(base.columns());
    columns.set(2, Columns.number("petal_length", Status.FAULT, 21, 37.6, 3.76, 1.77, .44));
    return new Report(
        "faulty",
        3,
        NOW,
        base.since(),
        span,
        4212,
        new Diagnosis(
            Diagnosis.Code.DATA_FAULT,
            Said.of("said.too-large", "petal_length", 10L),
            Said.of("said.fix-the-source"),
            List.of(Diagnosis.Code.HARMFUL_SHIFT)),
        columns,
        base.joint(),
        base.domain(),
        base.performance(),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        List.of(
            ReportAlarms.firing("faulty"),
            ReportAlarms.acknowledged("faulty"),
            ReportAlarms.silenced("faulty")));
  }

  static Report regression(Span span) {
    Report base = healthy(span);
    List<ColumnReport> columns = new ArrayList<>(base.columns().subList(0, 4));
    columns.add(Columns.answer("price"));
    return new Report(
        "regression",
        1,
        NOW,
        base.since(),
        span,
        base.rows(),
        base.diagnosis(),
        columns,
        base.joint(),
        base.domain(),
        Optional.empty(),
        Optional.empty(),
        new ConceptVerdict(Status.NOT_ENOUGH_DATA, 0, List.of(), 0, 0, Said.of("said.no-hold-out")),
        base.staleness(),
        base.health(),
        List.of());
  }

  /** Five hundred inputs. */
  static Report wide(Span span) {
    Report base = drifting(span);
    List<ColumnReport> columns = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Status status = i % 100 == 7 ? Status.DRIFTED : Status.STEADY;
      columns.add(
          Columns.number("μέτρηση_قياس_测量_" + i, status, i % 100 == 7 ? .6 : 0, i, i, 2, i / 9e3));
    }
    columns.addAll(Columns.answers(IRIS, Status.STEADY));
    return new Report(
        "wide",
        3,
        NOW,
        base.since(),
        span,
        10_000_000,
        base.diagnosis(),
        columns,
        base.joint(),
        base.domain(),
        Optional.of(ReportParts.performance(Status.DRIFTED, .85, 520, 612)),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        base.alarms());
  }

  /** Figures over the last hour; without points for the state without rows. */
  public static Optional<List<Series>> series(String model, List<String> metrics, Span span) {
    return NAMES.contains(model)
        ? Optional.of(metrics.stream().map(metric -> series(model, metric)).toList())
        : Optional.empty();
  }

  private static Series series(String model, String metric) {
    List<Series.Point> points = new ArrayList<>();
    Random random = new Random(metric.hashCode());
    double level = level(metric);
    int steps = model.equals("sparse") ? 0 : 60;
    for (int i = 0; i < steps; i++) {
      if (i >= 20 && i < 24) {
        continue;
      }
      boolean share = metric.contains("accuracy") || metric.equals("macro_f1");
      double fall = share && i > 35 && !model.equals("healthy") ? -.004 * (i - 35) : 0;
      double value = level * (1 + .02 * random.nextGaussian()) + fall;
      value = share ? Math.min(1, value) : value;
      Optional<Interval> band =
          share
              ? Optional.of(new Interval(value - .03, Math.min(1, value + .03)))
              : Optional.empty();
      points.add(new Series.Point(NOW.minusMillis((steps - i) * MINUTE), value, band, 70L + i % 5));
    }
    return new Series(metric, points);
  }

  private static double level(String metric) {
    return switch (metric) {
      case "accuracy", "macro_f1", "estimated_accuracy" -> .96;
      case "error_rate" -> .0002;
      case "latency_p50" -> 210;
      case "latency_p95" -> 480;
      case "latency_p99" -> 910;
      default -> metric.startsWith("mean:") ? 3.8 : 70;
    };
  }
}
