package dev.perennial.web;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.ClassScore;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Status;
import dev.perennial.monitor.Transition;
import dev.perennial.monitor.Uptime;
import dev.perennial.monitor.Uptime.Gap;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.watch.Report.Health;
import dev.perennial.watch.Report.Performance;
import dev.perennial.watch.Report.Quantiles;
import dev.perennial.watch.Series;
import dev.perennial.watch.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Reports made by hand, one for each state that the monitor's pages have. */
public final class Reports {
  public static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
  public static final List<String> NAMES =
      List.of("healthy", "drifting", "sparse", "faulty", "regression", "wide", Hostile.NAME);
  private static final List<String> IRIS = List.of("setosa", "versicolor", "virginica");
  private static final long MINUTE = 60_000;

  private Reports() {}

  /** The report of a state, by its name. */
  public static Optional<Report> of(String name, Span span) {
    return switch (name) {
      case "healthy" -> Optional.of(healthy(span));
      case "drifting" -> Optional.of(drifting(span));
      case "sparse" -> Optional.of(sparse(span));
      case "faulty" -> Optional.of(faulty(span));
      case "regression" -> Optional.of(regression(span));
      case "wide" -> Optional.of(wide(span));
      case Hostile.NAME -> Optional.of(hostile(span));
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
            "Inputs are steady and accuracy is 95.9 % on 612 labels, 96 % expected",
            "Nothing.",
            List.of()),
        columns,
        new JointVerdict(Status.STEADY, "", 1.9, 3.9, 1500, "inputs move together as in training"),
        Optional.of(performance(Status.STEADY, .959, 587, 612)),
        Optional.of(estimated(.957, true)),
        new ConceptVerdict(Status.STEADY, 2040, List.of(), 2040, .041, "no change in 2040 labels"),
        stale(Duration.ofDays(11), Duration.ofMinutes(9), 2040),
        health(84_211, 17, List.of()),
        List.of(new AlarmReport("healthy-data_drift-0", "", "warning", quiet(), Optional.of(.04))));
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
            "Inputs moved (petal_length), and accuracy is 85 % on 612 labels, 96 % expected",
            "Retrain with recent labelled rows.",
            List.of(Diagnosis.Code.STALE)),
        columns,
        new JointVerdict(
            Status.DRIFTED, "petal_length", 9.1, 3.9, 1500, "petal_length moves apart from others"),
        Optional.of(performance(Status.DRIFTED, .85, 520, 612)),
        Optional.of(estimated(.93, false)),
        new ConceptVerdict(
            Status.DRIFTED, 2040, List.of(1612L, 1890L), 212, .15, "errors changed at label 1890"),
        stale(Duration.ofDays(41), Duration.ofMinutes(9), 2040),
        health(84_211, 412, List.of("31 of 2,140 requests failed within 1 h: 14.5 times")),
        List.of(firing("drifting"), acknowledged("drifting")));
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
            Diagnosis.Code.NOT_ENOUGH_DATA,
            "0 rows so far: a judgement needs 200, or 50 within an hour",
            "Wait for more rows.",
            List.of()),
        columns,
        new JointVerdict(Status.NOT_ENOUGH_DATA, "", 0, 0, 0, "needs 500 rows"),
        Optional.of(performance(Status.NOT_ENOUGH_DATA, 0, 0, 0)),
        Optional.of(
            new Estimated(0, 0, 0, new Interval(0, 1), true, 0, 0, "no row to estimate from")),
        new ConceptVerdict(Status.NOT_ENOUGH_DATA, 0, List.of(), 0, 0, "no labels so far"),
        stale(Duration.ofDays(1), Duration.ofDays(40_000), 0),
        new Health(
            0,
            0,
            Map.of(),
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
            "petal_length is 10 times as large as in training, as if its unit had changed",
            "Fix the source of the data; do not retrain on these rows.",
            List.of(Diagnosis.Code.HARMFUL_SHIFT)),
        columns,
        base.joint(),
        base.performance(),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        List.of(firing("faulty"), acknowledged("faulty"), silenced("faulty")));
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
        Optional.empty(),
        Optional.empty(),
        new ConceptVerdict(Status.NOT_ENOUGH_DATA, 0, List.of(), 0, 0, "a numeric target"),
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
        Optional.of(performance(Status.DRIFTED, .85, 520, 612)),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        base.alarms());
  }

  /** Names that try to break out of a page. */
  static Report hostile(Span span) {
    Report base = drifting(span);
    List<ColumnReport> columns = new ArrayList<>();
    columns.add(Columns.number("<u>size</u>", Status.DRIFTED, .66, 4.9, 3.7, 1.7, .4));
    columns.add(Columns.labels("a \"b\"", List.of("<s>x</s>", "=1+1"), Status.STEADY));
    columns.addAll(Columns.answers(List.of(Hostile.YES, "no"), Status.STEADY));
    Performance p = base.performance().orElseThrow();
    return new Report(
        Hostile.NAME,
        3,
        NOW,
        base.since(),
        span,
        4212,
        new Diagnosis(
            Diagnosis.Code.HARMFUL_SHIFT,
            "Inputs moved (<u>size</u>), and accuracy fell",
            "Retrain <script>alert(1)</script>",
            List.of()),
        columns,
        new JointVerdict(Status.DRIFTED, "<u>size</u>", 9.1, 3.9, 1500, "<u>size</u> moves apart"),
        Optional.of(
            new Performance(
                p.verdict(),
                List.of(Hostile.YES, "no", "</script><script>alert(1)</script>"),
                p.labels(),
                p.coverage(),
                p.lagSeconds(),
                p.accuracy(),
                p.interval(),
                p.macroF1(),
                p.logLoss(),
                p.brier(),
                p.calibrationError(),
                p.perClass(),
                p.confusion(),
                p.holdOutAccuracy(),
                p.holdOutMacroF1(),
                p.holdOutRows())),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        List.of(firing(Hostile.NAME, "<img src=x onerror=alert(1)>")));
  }

  /** A figure over the last hour; empty for the state without rows. */
  public static Optional<Series> series(String model, String metric, Span span) {
    if (!NAMES.contains(model)) {
      return Optional.empty();
    }
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
    return Optional.of(new Series(metric, points));
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

  private static Performance performance(Status status, double accuracy, long right, long labels) {
    long third = right / 3;
    long wrong = labels - right;
    long[][] confusion = {
      {third, 0, 0}, {0, third, wrong - wrong / 4}, {0, wrong / 4, right - 2 * third}
    };
    double shared = labels == 0 ? 0 : accuracy;
    return new Performance(
        new PerformanceVerdict(
            status,
            accuracy,
            new Interval(accuracy - .03, Math.min(1, accuracy + .02)),
            labels,
            .96,
            accuracy - .96 + .04,
            -.03,
            labels == 0
                ? "no labels in this window"
                : "accuracy is " + 100 * accuracy + " % on 612 labels, 96 % expected"),
        IRIS,
        labels,
        labels / 4212.0,
        labels == 0 ? 0 : 5400,
        shared,
        labels == 0
            ? new Interval(0, 1)
            : new Interval(accuracy - .03, Math.min(1, accuracy + .02)),
        shared,
        labels == 0 ? 0 : .14,
        labels == 0 ? 0 : .07,
        labels == 0 ? 0 : .021,
        List.of(
            new ClassScore(1, 1, 1, third, third),
            new ClassScore(shared, shared, shared, labels / 3.0, labels / 3.0),
            new ClassScore(shared, shared, shared, labels / 3.0, labels / 3.0)),
        confusion,
        .96,
        .958,
        30);
  }

  private static Estimated estimated(double accuracy, boolean trusted) {
    return new Estimated(
        4212,
        accuracy,
        accuracy,
        new Interval(accuracy - .07, Math.min(1, accuracy + .07)),
        trusted,
        .012,
        10,
        trusted
            ? "its last 10 batches fell within their bands"
            : "31 % of the rows lie outside what training saw");
  }

  private static Staleness stale(Duration age, Duration sinceLabel, long labels) {
    return Staleness.of(age, Duration.ofDays(30), age, sinceLabel, Duration.ofSeconds(4), labels);
  }

  private static Health health(long requests, long errors, List<String> burning) {
    Map<String, Quantiles> stages = new LinkedHashMap<>();
    stages.put("total", new Quantiles(212, 480, 912));
    stages.put("parse", new Quantiles(31, 70, 141));
    stages.put("score", new Quantiles(12, 22, 48));
    long start = NOW.toEpochMilli();
    return new Health(
        requests,
        errors,
        stages,
        23.4,
        188,
        Optional.of(14_200.0),
        Map.of(
            "/api/v1/models/{model}/predict", new long[] {0, 0, requests - errors, 0, 3, errors},
            "/", new long[] {0, 0, 41, 0, 2, 0}),
        new Uptime(
            .9993,
            List.of(
                new Gap(start - 50 * MINUTE, start - 48 * MINUTE, false),
                new Gap(start - 20 * MINUTE, start - 19 * MINUTE, true)),
            1),
        18_230,
        Optional.of(NOW.minusSeconds(4)),
        burning);
  }

  private static Alarm quiet() {
    return Alarm.quiet(AlarmKind.DATA_DRIFT);
  }

  private static AlarmReport firing(String model) {
    return firing(model, "petal_length");
  }

  private static AlarmReport firing(String model, String subject) {
    long at = NOW.toEpochMilli() - 40 * MINUTE;
    Evidence evidence =
        new Evidence(
            subject + " moved: PSI 0.41, quiet below 0.09",
            Map.of("psi", .41, "null_bound", .09, "q", 1e-9));
    Alarm alarm =
        new Alarm(
            AlarmKind.DATA_DRIFT,
            Alarm.State.FIRING,
            Alarm.State.FIRING,
            1,
            at,
            0,
            0,
            List.of(
                new Transition(
                    Alarm.State.OK, Alarm.State.PENDING, at - 9 * MINUTE, "", "", evidence),
                new Transition(Alarm.State.PENDING, Alarm.State.FIRING, at, "", "", evidence)));
    return new AlarmReport(model + "-data_drift-1", subject, "critical", alarm, Optional.of(.04));
  }

  private static AlarmReport acknowledged(String model) {
    long at = NOW.toEpochMilli() - 30 * MINUTE;
    Evidence evidence =
        new Evidence("accuracy is 85 % on 612 labels, 96 % expected", Map.of("accuracy", .85));
    Alarm alarm =
        new Alarm(
            AlarmKind.PERFORMANCE,
            Alarm.State.ACKNOWLEDGED,
            Alarm.State.ACKNOWLEDGED,
            2,
            at,
            0,
            0,
            List.of(
                new Transition(
                    Alarm.State.RESOLVED, Alarm.State.FIRING, at - 5 * MINUTE, "", "", evidence),
                new Transition(
                    Alarm.State.FIRING,
                    Alarm.State.ACKNOWLEDGED,
                    at,
                    "account:admin",
                    "I look into it & <i>report</i>",
                    evidence)));
    return new AlarmReport(model + "-performance-2", "", "critical", alarm, Optional.empty());
  }

  private static AlarmReport silenced(String model) {
    long at = NOW.toEpochMilli() - 10 * MINUTE;
    Evidence evidence = Evidence.of("31 of 2,140 requests failed within 1 h");
    Alarm alarm =
        new Alarm(
            AlarmKind.ERRORS,
            Alarm.State.SILENCED,
            Alarm.State.SILENCED,
            1,
            at,
            at + 120 * MINUTE,
            0,
            List.of(
                new Transition(
                    Alarm.State.FIRING,
                    Alarm.State.SILENCED,
                    at,
                    "account:admin",
                    "known outage",
                    evidence)));
    return new AlarmReport(model + "-errors-1", "", "warning", alarm, Optional.of(0.0));
  }
}
