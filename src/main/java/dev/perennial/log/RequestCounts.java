package dev.perennial.log;

import dev.perennial.db.Database;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;

/**
 * Counts requests that are not worth a row each: static files, probes, attempts above the limit.
 * Safe for use by many threads.
 */
public final class RequestCounts {
  private record Key(String route, int status) {}

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * Counts one request.
   *
   * @param route a template, never a raw path: the map keeps every route that it has seen
   */
  public void count(String route, int status) {
    counts.computeIfAbsent(new Key(route, status), key -> new LongAdder()).increment();
  }

  /**
   * Adds what was counted since the last flush to the row of the present minute. What the database
   * does not take is kept for the next flush.
   */
  public void flush(Database database, Clock clock) {
    OffsetDateTime minute =
        clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    Map<Key, Long> taken = new ConcurrentHashMap<>();
    counts.forEach((key, count) -> taken.put(key, count.sumThenReset()));
    taken.values().removeIf(n -> n == 0);
    if (taken.isEmpty()) {
      return;
    }
    boolean kept = false;
    try {
      database.run(handle -> taken.forEach((key, n) -> add(handle, minute, key, n)));
      kept = true;
    } finally {
      if (!kept) {
        taken.forEach((key, n) -> counts.computeIfAbsent(key, k -> new LongAdder()).add(n));
      }
    }
  }

  private static void add(Handle handle, OffsetDateTime minute, Key key, long n) {
    int updated =
        handle.execute(
            """
            UPDATE request_count SET n = n + ?
            WHERE minute_at = ? AND route = ? AND status = ?
            """,
            n,
            minute,
            key.route(),
            key.status());
    if (updated == 0) {
      handle.execute(
          "INSERT INTO request_count (n, minute_at, route, status) VALUES (?, ?, ?, ?)",
          n,
          minute,
          key.route(),
          key.status());
    }
  }
}
