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
import java.util.List;
import java.util.Optional;

/** Figures over time. A stretch without anything to show has no point. */
final class Curves {
  private static final int MOST_POINTS = 400;
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

  Optional<Series> of(Standing standing, String metric, Span span, Instant now) {
    Instant from = Reports.begin(standing, span, now);
    Duration step = step(Duration.between(from, now));
    return points(standing, metric, from, now, step).map(points -> new Series(metric, points));
  }

  /** The shortest step that gives few enough points. */
  static Duration step(Duration length) {
    return STEPS.stream()
        .filter(step -> length.dividedBy(step) < MOST_POINTS)
        .findFirst()
        .orElse(length.dividedBy(MOST_POINTS - 1));
  }

  private Optional<List<Point>> points(
      Standing standing, String metric, Instant from, Instant to, Duration step) {
    int colon = metric.indexOf(':');
    if (colon > 0) {
      return column(
          standing, metric.substring(0, colon), metric.substring(colon + 1), from, to, step);
    }
    if (!Series.METRICS.contains(metric)) {
      return Optional.empty();
    }
    return switch (metric) {
      case "rows", "accuracy", "macro_f1", "estimated_accuracy" ->
          Optional.of(
              ledger.rows().of(standing.id(), from, to, step).stream()
                  .flatMap(part -> ofRows(standing, metric, part).stream())
                  .toList());
      case "uptime" -> Optional.of(uptime(from, to, step));
      default ->
          Optional.of(
              ledger.requests().of(from, to, step).stream()
                  .flatMap(part -> ofRequests(metric, part, step).stream())
                  .toList());
    };
  }

  private static Optional<Point> ofRows(
      Standing standing, String metric, Ledger.Part<Bucket> part) {
    SpanFigures.OfLabels labels = SpanFigures.labels(part.sums());
    return switch (metric) {
      case "rows" ->
          point(part.at(), (double) part.sums().rows(), Optional.empty(), part.sums().rows());
      case "accuracy" ->
          point(part.at(), labels.accuracy(), Optional.of(labels.interval()), labels.labels());
      case "macro_f1" -> point(part.at(), labels.macroF1(), Optional.empty(), labels.labels());
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

  private Optional<List<Point>> column(
      Standing standing, String figure, String name, Instant from, Instant to, Duration step) {
    int place =
        standing.profile().columns().stream().map(c -> c.column().name()).toList().indexOf(name);
    if (place < 0 || !Series.COLUMN_METRICS.contains(figure)) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (Ledger.Part<Bucket> part : ledger.rows().of(standing.id(), from, to, step)) {
      ofColumn(figure, standing, part, place).ifPresent(points::add);
    }
    return Optional.of(points);
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
