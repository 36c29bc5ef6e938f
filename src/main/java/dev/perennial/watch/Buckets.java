package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.RequestSums;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

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
    List<Step> usable = usable(Duration.between(from, to), step);
    boolean single = usable.size() == Step.values().length;
    Step unit = single ? Step.MINUTE : usable.get(usable.size() - 1);
    Step kept = finest(from.toEpochMilli());
    long begin = (kept.millis() > unit.millis() ? kept : unit).start(from.toEpochMilli());
    TreeMap<Long, T> sums = new TreeMap<>();
    for (BucketTable.Stored each : stored(version, begin, to.toEpochMilli(), usable)) {
      long part = single ? 0 : (each.startMillis() - begin) / step.toMillis();
      sums.merge(begin + part * step.toMillis(), read.apply(each.body()), merge);
    }
    List<Ledger.Part<T>> parts = new ArrayList<>();
    sums.forEach((at, sum) -> parts.add(new Ledger.Part<>(Instant.ofEpochMilli(at), sum)));
    return parts;
  }

  /** Those whose rows never lie in two parts: all for one part, else those that divide it. */
  private static List<Step> usable(Duration length, Duration step) {
    return Arrays.stream(Step.values())
        .filter(
            each ->
                each == Step.MINUTE
                    || step.compareTo(length) >= 0
                    || step.toMillis() % each.millis() == 0)
        .toList();
  }

  /** What is still kept of that time. */
  private Step finest(long at) {
    Duration ago = Duration.ofMillis(clock.millis() - at).plusHours(1);
    if (ago.compareTo(MINUTES_KEPT) < 0) {
      return Step.MINUTE;
    }
    return ago.compareTo(HOURS_KEPT) < 0 ? Step.HOUR : Step.DAY;
  }

  private List<BucketTable.Stored> stored(int version, long begin, long end, List<Step> usable) {
    return database.read(
        handle -> {
          List<BucketTable.Stored> all = new ArrayList<>();
          for (long at = begin; at < end; ) {
            Step step = coarsest(at, end, usable);
            long reach = reach(at, end, step, usable);
            all.addAll(BucketTable.between(handle, version, step, at, reach));
            at = reach;
          }
          return all;
        });
  }

  /** The coarsest whose row begins here and ends in time, but never finer than what is kept. */
  private Step coarsest(long at, long end, List<Step> usable) {
    Step best = finest(at);
    for (Step step : usable) {
      boolean fits = step.start(at) == at && at + step.millis() <= end;
      best = fits && step.millis() > best.millis() ? step : best;
    }
    return best;
  }

  /** How far rows of a step are read: to where a coarser one takes over, or the end. */
  private static long reach(long at, long end, Step step, List<Step> usable) {
    long until = end;
    for (Step coarser : usable) {
      long boundary = coarser.start(at + coarser.millis() - 1);
      boolean takesOver =
          coarser.millis() > step.millis() && boundary > at && boundary + coarser.millis() <= end;
      until = takesOver ? Math.min(until, boundary) : until;
    }
    long whole = at + (until - at) / step.millis() * step.millis();
    return step == Step.MINUTE || whole <= at ? until : whole;
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
