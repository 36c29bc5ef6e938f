package dev.perennial.watch;

import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.BurnRate;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.RequestSums;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.SpanFigures.OfColumn;
import dev.perennial.monitor.Uptime;
import dev.perennial.watch.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures over time. A stretch without anything to show has no point. */
final class Curves {
  private static final int MOST_POINTS = 400;

  /** Sums of one column that are read for one drawing: a wide model is drawn in wider steps. */
  private static final long MOST_SUMS = 100_000;

  private static final List<String> OF_ROWS =
      List.of("rows", "accuracy", "macro_f1", "estimated_accuracy", "mae", "rmse");

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private final Ledger ledger;
  private final Service service;

  Curves(Ledger ledger, Service service) {
    this.ledger = ledger;
    this.service = service;
  }

  /** In the order of the metrics, which share what is read; empty if one of them is unknown. */
  Optional<List<Series>> of(Standing standing, List<String> metrics, Span span, Instant now) {
    if (!metrics.stream().allMatch(metric -> isKnown(standing, metric))) {
      return Optional.empty();
    }
    Reading reading = new Reading(standing, Reports.begin(standing, span, now), now);
    return Optional.of(
        metrics.stream().map(metric -> new Series(metric, reading.points(metric))).toList());
  }

  /** The shortest step that gives few enough points of so many columns. */
  static Duration step(Duration length, int columns) {
    return STEPS.stream()
        .filter(step -> length.dividedBy(step) < MOST_POINTS)
        .filter(step -> columns * length.dividedBy(stored(step)) <= MOST_SUMS)
        .findFirst()
        .orElse(length.dividedBy(MOST_POINTS - 1));
  }

  /** The longest span of a stored sum that divides this one. */
  private static Duration stored(Duration step) {
    return Arrays.stream(Step.values())
        .map(each -> Duration.ofMillis(each.millis()))
        .filter(each -> step.toMillis() % each.toMillis() == 0)
        .max(Duration::compareTo)
        .orElse(step);
  }

  private static boolean isKnown(Standing standing, String metric) {
    int colon = metric.indexOf(':');
    return colon < 0
        ? Series.metrics(standing.classes().isEmpty()).contains(metric)
        : Series.COLUMN_METRICS.contains(metric.substring(0, colon))
            && place(standing, metric.substring(colon + 1)) >= 0;
  }

  /** What is read of one span, once for all figures drawn of it. */
  private final class Reading {
    private final Standing standing;
    private final Instant from;
    private final Instant to;
    private Optional<List<Ledger.Part<Bucket>>> rows = Optional.empty();
    private Optional<List<Ledger.Part<RequestSums>>> requests = Optional.empty();

    Reading(Standing standing, Instant from, Instant to) {
      this.standing = standing;
      this.from = from;
      this.to = to;
    }

    List<Point> points(String metric) {
      int colon = metric.indexOf(':');
      if (colon < 0 && !OF_ROWS.contains(metric)) {
        Duration step = step(Duration.between(from, to), 1);
        return metric.equals("uptime")
            ? uptime(from, to, step)
            : requests(step).stream().flatMap(p -> ofRequests(metric, p, step).stream()).toList();
      }
      if (colon < 0) {
        return rows().stream().flatMap(p -> ofRows(standing, metric, p).stream()).toList();
      }
      String figure = metric.substring(0, colon);
      int place = place(standing, metric.substring(colon + 1));
      return rows().stream().flatMap(p -> ofColumn(figure, standing, p, place).stream()).toList();
    }

    private List<Ledger.Part<Bucket>> rows() {
      Duration step = step(Duration.between(from, to), standing.profile().columns().size());
      List<Ledger.Part<Bucket>> read =
          rows.orElseGet(() -> ledger.rows().of(standing.id(), from, to, step));
      rows = Optional.of(read);
      return read;
    }

    private List<Ledger.Part<RequestSums>> requests(Duration step) {
      List<Ledger.Part<RequestSums>> read =
          requests.orElseGet(() -> ledger.requests().of(from, to, step));
      requests = Optional.of(read);
      return read;
    }
  }

  private static Optional<Point> ofRows(
      Standing standing, String metric, Ledger.Part<Bucket> part) {
    SpanFigures.OfLabels labels = SpanFigures.labels(part.sums());
    SpanFigures.OfNumbers numbers = SpanFigures.numbers(part.sums());
    return switch (metric) {
      case "rows" ->
          point(part.at(), (double) part.sums().rows(), Optional.empty(), part.sums().rows());
      case "accuracy" ->
          point(part.at(), labels.accuracy(), Optional.of(labels.interval()), labels.labels());
      case "macro_f1" -> point(part.at(), labels.macroF1(), Optional.empty(), labels.labels());
      case "mae" ->
          point(part.at(), numbers.mae(), Optional.of(numbers.maeInterval()), numbers.labels());
      case "rmse" ->
          point(part.at(), numbers.rmse(), Optional.of(numbers.rmseInterval()), numbers.labels());
      default ->
          standing
              .holdOut()
              .map(holdOut -> SpanFigures.expected(part.sums(), holdOut.n()))
              .flatMap(e -> point(part.at(), e.accuracy(), Optional.of(e.band()), e.n()));
    };
  }

  private static Optional<Point> ofRequests(
      String metric, Ledger.Part<RequestSums> part, Duration step) {
    RequestSums sums = part.sums();
    BurnRate.Span span = sums.span();
    double value =
        switch (metric) {
          case "requests_per_second" -> (double) span.requests() / step.toSeconds();
          case "error_rate" -> (double) span.errors() / Math.max(1, span.requests());
          case "latency_p50" -> sums.micros("total", .5);
          case "latency_p95" -> sums.micros("total", .95);
          default -> sums.micros("total", .99);
        };
    return point(part.at(), value, Optional.empty(), span.requests());
  }

  private static int place(Standing standing, String name) {
    return standing.profile().columns().stream().map(c -> c.column().name()).toList().indexOf(name);
  }

  private static Optional<Point> ofColumn(
      String figure, Standing standing, Ledger.Part<Bucket> part, int place) {
    OfColumn column = SpanFigures.column(standing.profile(), part.sums(), place);
    Instant at = part.at();
    return switch (figure) {
      case "mean" -> point(at, column.mean(), Optional.empty(), column.values());
      case "sd" -> point(at, column.sd(), Optional.empty(), column.values());
      case "psi" -> point(at, column.psi(), Optional.empty(), column.n());
      case "psi_quiet" -> {
        double quiet = SpanFigures.psiQuiet(standing.profile(), part.sums(), place);
        yield point(at, quiet, Optional.empty(), column.n());
      }
      default -> point(at, column.missingRate(), Optional.empty(), column.n());
    };
  }

  /** The share of each stretch that the service was up. */
  private List<Point> uptime(Instant from, Instant to, Duration step) {
    List<Uptime.Stretch> stretches = service.stretches(from, to);
    List<Point> points = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
      Instant end = at.plus(step).isBefore(to) ? at.plus(step) : to;
      double share = service.uptime(stretches, at, end).share();
      points.add(new Point(at, share, Optional.empty(), 1));
    }
    return points;
  }

  private static Optional<Point> point(Instant at, double value, Optional<Interval> band, long n) {
    return n == 0 ? Optional.empty() : Optional.of(new Point(at, value, band, n));
  }
}
