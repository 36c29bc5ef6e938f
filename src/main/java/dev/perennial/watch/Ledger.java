package dev.perennial.watch;

import dev.perennial.model.VersionId;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.RequestSums;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was counted, as the monitor reads it. Its functions are safe for use by many threads and
 * cost the same however many rows were ever counted.
 *
 * @param standing of a version, windows that are old enough closed; empty where it is not watched
 * @param rows of a version over time
 * @param requests of all models together over time
 * @param domain by which inputs a version's live rows can be told from its reference's
 */
public record Ledger(
    Function<VersionId, Optional<Standing>> standing,
    Rows rows,
    Requests requests,
    Function<VersionId, Optional<DomainVerdict>> domain) {

  /** What the fold has stored, and what was found in the background. */
  public static Ledger of(Standings standings, Buckets buckets, Domains domains) {
    return new Ledger(standings::of, buckets::rows, buckets::requests, domains::of);
  }

  /** The sums of the stretch that begins at a time. */
  public record Part<T>(Instant at, T sums) {}

  /** Sums of rows by the time of their answers, oldest first, without empty stretches. */
  @FunctionalInterface
  public interface Rows {
    /**
     * One part for each stretch that has a row.
     *
     * @param from inclusive, taken back to a whole minute
     * @param to exclusive
     * @param step length of a stretch
     */
    List<Part<Bucket>> of(VersionId version, Instant from, Instant to, Duration step);
  }

  /** Sums of requests by the time of their start, oldest first, without empty stretches. */
  @FunctionalInterface
  public interface Requests {
    /** As {@link Rows#of}. */
    List<Part<RequestSums>> of(Instant from, Instant to, Duration step);
  }

  /** All requests of a period together. */
  RequestSums requests(Instant from, Instant to) {
    RequestSums all = new RequestSums();
    if (from.isBefore(to)) {
      requests.of(from, to, Duration.between(from, to)).forEach(part -> all.merge(part.sums()));
    }
    return all;
  }

  /** All rows of a version in a period together. */
  Bucket rows(Standing standing, Instant from, Instant to) {
    Bucket all = new Bucket(standing.profile(), standing.classes().size());
    if (from.isBefore(to)) {
      rows.of(standing.id(), from, to, Duration.between(from, to))
          .forEach(part -> all.merge(part.sums()));
    }
    return all;
  }
}
