package dev.perennial.watch;

import dev.perennial.monitor.Bucket;
import java.time.Duration;
import java.time.Instant;

/**
 * How many rows and labels of a version come, as a mean over its last day.
 *
 * @param rows an hour
 * @param labels an hour, counted at the time of their predictions
 */
record Traffic(double rows, double labels) {
  private static final double SECONDS_AN_HOUR = 3_600;

  /** A version that is younger than an hour is not taken to go on at its first minute's pace. */
  static Traffic of(Ledger ledger, Standing standing, Instant now) {
    Instant from = Reports.begin(standing, Span.DAY, now);
    double hours = Math.max(1, Duration.between(from, now).toSeconds() / SECONDS_AN_HOUR);
    Bucket day = ledger.rows(standing, from, now);
    return new Traffic(day.rows() / hours, day.labelled() / hours);
  }
}
