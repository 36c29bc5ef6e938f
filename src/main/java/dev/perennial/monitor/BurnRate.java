package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * Whether requests fail so fast that the objective for availability will be missed: the failures of
 * a long and of a short span, each in multiples of what the objective allows.
 *
 * @param factor multiple that both spans must reach
 * @param longMillis the span that decides
 * @param shortMillis the span that shows it goes on
 */
public record BurnRate(double factor, long longMillis, long shortMillis) {
  private static final long LEAST_ERRORS = 3;
  private static final double BY_CHANCE = 1e-4;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  /** The three usual pairs (Google, The Site Reliability Workbook, chapter 5), fastest first. */
  public static final List<BurnRate> STANDARD =
      List.of(
          new BurnRate(14.4, HOUR, 5 * MINUTE),
          new BurnRate(6, 6 * HOUR, 30 * MINUTE),
          new BurnRate(1, 72 * HOUR, 6 * HOUR));

  /**
   * Requests of a span.
   *
   * @param requests all
   * @param errors those that failed by the server's fault
   */
  public record Span(long requests, long errors) {}

  /**
   * The sentence of an alarm, or nothing. A short span without a request says nothing against it:
   * with little traffic it is often empty.
   *
   * @param objective share of requests to be answered, such as 0.999
   */
  public Optional<Said> judge(Span longSpan, Span shortSpan, double objective) {
    double allowed = 1 - objective;
    boolean goesOn = shortSpan.requests() == 0 || rate(shortSpan) >= factor * allowed;
    boolean alarm =
        longSpan.errors() >= LEAST_ERRORS
            && rate(longSpan) >= factor * allowed
            && goesOn
            && Tails.binomial(longSpan.errors(), longSpan.requests(), allowed) < BY_CHANCE;
    return alarm
        ? Optional.of(
            Said.of(
                "said.burning",
                longSpan.errors(),
                longSpan.requests(),
                span(longMillis),
                rate(longSpan) / allowed,
                new Said.Share(objective)))
        : Optional.empty();
  }

  private static double rate(Span span) {
    return Counts.share(span.errors(), span.requests());
  }

  private static Said span(long millis) {
    return millis >= HOUR
        ? Said.of("said.hours", millis / HOUR)
        : Said.of("said.minutes", millis / MINUTE);
  }
}
