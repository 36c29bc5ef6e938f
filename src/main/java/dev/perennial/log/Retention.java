package dev.perennial.log;

import dev.perennial.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Deletes old rows, by age and by size, in small transactions off the request path. One sweep at a
 * time.
 */
public final class Retention {
  private static final List<String> TABLES = List.of("prediction", "request", "failed_attempt");
  private static final int ROWS_AT_ONCE = 1_000;

  /** What one sweep may take for size: the measure follows deletions only with a delay. */
  private static final double LARGEST_SHARE = 0.1;

  private final Database database;
  private final Clock clock;
  private final Duration maxAge;
  private final long maxBytes;

  /**
   * @param maxAge rows older than this go
   * @param maxBytes above this many bytes of live data the oldest rows go
   */
  public Retention(Database database, Clock clock, Duration maxAge, long maxBytes) {
    this.database = database;
    this.clock = clock;
    this.maxAge = maxAge;
    this.maxBytes = maxBytes;
  }

  /** Deletes what is too old or too much and gives the number of rows that went. */
  public long sweep() {
    long before = Ids.firstAt(clock.instant().minus(maxAge));
    long rows = 0;
    for (String table : TABLES) {
      rows += delete(table, "id", before, Long.MAX_VALUE);
    }
    rows += deleteLabels(before);
    long used = database.usedBytes();
    if (used > maxBytes) {
      double share = Math.min(LARGEST_SHARE, (double) (used - maxBytes) / used);
      rows += deleteOldest(share);
    }
    return rows;
  }

  /** The same share of time from every table, measured on the largest. */
  private long deleteOldest(double share) {
    long limit = (long) Math.ceil(share * count("prediction"));
    long rows = delete("prediction", "id", Long.MAX_VALUE, limit);
    long before = first("prediction").orElse(Ids.firstAt(clock.instant()));
    rows += delete("request", "id", before, Long.MAX_VALUE);
    rows += deleteLabels(before);
    return rows + delete("failed_attempt", "id", before, Long.MAX_VALUE);
  }

  /** A label lives as long as its prediction, however late it came. */
  private long deleteLabels(long before) {
    return delete("label", "prediction", before, Long.MAX_VALUE);
  }

  private long delete(String table, String key, long before, long limit) {
    long rows = 0;
    while (rows < limit) {
      int size = (int) Math.min(ROWS_AT_ONCE, limit - rows);
      int deleted = database.<Integer>write(handle -> deleteSome(handle, table, key, before, size));
      rows += deleted;
      if (deleted < size) {
        break;
      }
    }
    return rows;
  }

  private static int deleteSome(Handle handle, String table, String key, long before, int size) {
    return handle
        .createQuery(
            """
            SELECT MAX(<key>)
            FROM (SELECT <key> FROM <table> WHERE <key> < :before ORDER BY <key>
                  FETCH FIRST :size ROWS ONLY) AS oldest
            """)
        .define("table", table)
        .define("key", key)
        .bind("before", before)
        .bind("size", size)
        .mapTo(Long.class)
        .findOne()
        .map(last -> deleteUpTo(handle, table, key, last))
        .orElse(0);
  }

  private static int deleteUpTo(Handle handle, String table, String key, long last) {
    return handle
        .createUpdate("DELETE FROM <table> WHERE <key> <= :last")
        .define("table", table)
        .define("key", key)
        .bind("last", last)
        .execute();
  }

  private long count(String table) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM <table>")
                .define("table", table)
                .mapTo(Long.class)
                .one());
  }

  private Optional<Long> first(String table) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT MIN(id) FROM <table>")
                .define("table", table)
                .mapTo(Long.class)
                .findOne());
  }
}
