package dev.perennial.watch;

import dev.perennial.monitor.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One figure over the time of a span, oldest first, at most 400 points. There is no point where
 * there is no figure: a gap is told from a zero. Immutable.
 *
 * @param metric one of {@link #METRICS}, or one of {@link #COLUMN_METRICS}, a colon and a column's
 *     name, such as {@code mean:petal_length}
 */
public record Series(String metric, List<Point> points) {
  /** Of the model: shares in [0, 1], rows and requests, and latencies in microseconds. */
  public static final List<String> METRICS =
      List.of(
          "rows",
          "accuracy",
          "macro_f1",
          "estimated_accuracy",
          "requests_per_second",
          "error_rate",
          "latency_p50",
          "latency_p95",
          "latency_p99",
          "uptime");

  /** Of one column; {@code psi_quiet} is what chance alone keeps {@code psi} below. */
  public static final List<String> COLUMN_METRICS =
      List.of("mean", "sd", "psi", "psi_quiet", "missing_rate");

  public Series {
    points = List.copyOf(points);
  }

  /**
   * The figure of one stretch of time.
   *
   * @param at the stretch's start
   * @param band about 95 %; empty where none is known
   * @param n rows, labels or requests behind it
   */
  public record Point(Instant at, double value, Optional<Interval> band, long n) {}
}
