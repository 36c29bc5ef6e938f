package dev.perennial.watch;

import dev.perennial.monitor.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One figure over the time of a span, oldest first, at most 400 points. There is no point where
 * there is no figure: a gap is told from a zero. Immutable.
 *
 * @param metric one of {@link #metrics}, or one of {@link #COLUMN_METRICS}, a colon and a column's
 *     name, such as {@code mean:petal_length}
 */
public record Series(String metric, List<Point> points) {
  private static final List<String> OF_CLASSES =
      List.of("accuracy", "macro_f1", "estimated_accuracy");
  private static final List<String> OF_NUMBERS = List.of("mae", "rmse");
  private static final List<String> OF_ALL =
      List.of(
          "rows",
          "requests_per_second",
          "error_rate",
          "latency_p50",
          "latency_p95",
          "latency_p99",
          "uptime");

  /** Of one column; {@code psi_quiet} is what chance alone keeps {@code psi} below. */
  public static final List<String> COLUMN_METRICS =
      List.of("mean", "sd", "psi", "psi_quiet", "missing_rate");

  /**
   * Of the model: rows and requests, shares in [0, 1], errors of numbers in the target's unit, and
   * latencies in microseconds.
   *
   * @param number whether the target is one
   */
  public static List<String> metrics(boolean number) {
    return Stream.concat(OF_ALL.stream(), (number ? OF_NUMBERS : OF_CLASSES).stream()).toList();
  }

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
