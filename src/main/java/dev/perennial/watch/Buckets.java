package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.RequestSums;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Reads the stored sums of any span of time, exactly by the minute, from some dozens of rows
 * however many predictions were made: whole days and hours stand for their minutes. Safe for use by
 * many threads.
 */
public final class Buckets {
  private static final Duration MINUTES_KEPT = Duration.ofDays(3);
  private static final Duration HOURS_KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;

  public Buckets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The sums of a version, as {@link Ledger.Rows#of}. */
  List<Ledger.Part<Bucket>> rows(VersionId version, Instant from, Instant to, Duration step) {
    return parts(version.key(), from, to, step, Bucket::of, Buckets::merged);
  }

  /** The sums of all requests, as {@link Ledger.Requests#of}. */
  List<Ledger.Part<RequestSums>> requests(Instant from, Instant to, Duration step) {
    return parts(BucketTable.REQUESTS, from, to, step, RequestSums::of, Buckets::merged);
  }

  private static Bucket merged(Bucket sum, Bucket more) {
    sum.merge(more);
    return sum;
  }

  private static RequestSums merged(RequestSums sum, RequestSums more) {
    sum.merge(more);
    return sum;
  }

  private <T> List<Ledger.Part<T>> parts(
      int version,
      Instant from,
      Instant to,
      Duration step,
      Function<byte[], T> read,
      BinaryOperator<T> merge) {
    long begin = finest(from).start(from.toEpochMilli());
    TreeMap<Long, T> sums = new TreeMap<>();
    for (BucketTable.Stored each : stored(version, begin, to.toEpochMilli(), step)) {
      long part = (each.startMillis() - begin) / step.toMillis();
      sums.merge(begin + part * step.toMillis(), read.apply(each.body()), merge);
    }
    List<Ledger.Part<T>> parts = new ArrayList<>();
    sums.forEach((at, sum) -> parts.add(new Ledger.Part<>(Instant.ofEpochMilli(at), sum)));
    return parts;
  }

  /** What is still kept of that time. */
  private Step finest(Instant at) {
    Duration ago = Duration.between(at, clock.instant()).plusHours(1);
    if (ago.compareTo(MINUTES_KEPT) < 0) {
      return Step.MINUTE;
    }
    return ago.compareTo(HOURS_KEPT) < 0 ? Step.HOUR : Step.DAY;
  }

  private List<BucketTable.Stored> stored(int version, long begin, long end, Duration step) {
    return database.read(
        handle -> {
          List<BucketTable.Stored> all = new ArrayList<>();
          for (long at = begin; at < end; ) {
            at = addStretch(handle, version, at, end, step, all);
          }
          return all;
        });
  }

  /** Reads on from a time as far as one step's rows reach, and says how far that is. */
  private static long addStretch(
      Handle handle, int version, long from, long end, Duration most, List<BucketTable.Stored> to) {
    Step step = coarsest(from, end, most);
    long until = end;
    for (Step coarser : Step.values()) {
      long boundary = coarser.start(from + coarser.millis() - 1);
      boolean takesOver =
          coarser.millis() > step.millis()
              && coarser.millis() <= most.toMillis()
              && boundary + coarser.millis() <= end;
      until = takesOver ? Math.min(until, boundary) : until;
    }
    long whole = from + (until - from) / step.millis() * step.millis();
    long reach = step == Step.MINUTE ? until : whole;
    to.addAll(BucketTable.between(handle, version, step, from, reach));
    return reach;
  }

  private static Step coarsest(long from, long end, Duration most) {
    Step best = Step.MINUTE;
    for (Step step : Step.values()) {
      boolean fits = step.start(from) == from && from + step.millis() <= end;
      best = fits && step.millis() <= most.toMillis() ? step : best;
    }
    return best;
  }

  /** Removes minutes after three days and hours after ninety; days stay. */
  public void sweep() {
    long minutes = clock.instant().minus(MINUTES_KEPT).toEpochMilli();
    long hours = clock.instant().minus(HOURS_KEPT).toEpochMilli();
    for (String table : List.of("bucket", "request_bucket")) {
      database.run(handle -> BucketTable.removeBefore(handle, table, Step.MINUTE, minutes));
      database.run(handle -> BucketTable.removeBefore(handle, table, Step.HOUR, hours));
    }
  }
}
