package dev.perennial.watch;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The tables {@code bucket} and {@code request_bucket}: bytes by step and start. Stateless.
 *
 * @param instance whose rows are written; all are read
 */
record BucketTable(int instance) {
  /** Version 0 stands for requests, which belong to no version. */
  static final int REQUESTS = 0;

  /** The bytes of one bucket. */
  record Stored(long startMillis, byte[] body) {}

  /** This instance's own, to be merged with. */
  java.util.Optional<byte[]> find(Handle handle, int version, Step step, long start) {
    String sql =
        """
        SELECT body FROM <table>
        WHERE <of> step = :step AND start_at = :start AND instance = :instance
        """;
    return keyed(handle.createQuery(sql), version, step, start)
        .map((row, context) -> row.getBytes("body"))
        .findOne();
  }

  void insert(Handle handle, int version, Step step, long start, byte[] body) {
    String sql =
        version == REQUESTS
            ? """
              INSERT INTO request_bucket (step, start_at, instance, body)
              VALUES (:step, :start, :instance, :body)
              """
            : """
              INSERT INTO bucket (version, step, start_at, instance, body)
              VALUES (:version, :step, :start, :instance, :body)
              """;
    keyed(handle.createUpdate(sql), version, step, start).bind("body", body).execute();
  }

  void update(Handle handle, int version, Step step, long start, byte[] body) {
    String sql =
        """
        UPDATE <table> SET body = :body
        WHERE <of> step = :step AND start_at = :start AND instance = :instance
        """;
    keyed(handle.createUpdate(sql), version, step, start).bind("body", body).execute();
  }

  /** Those that start in {@code [from, to)}, of all instances, in order. */
  static List<Stored> between(Handle handle, int version, Step step, long from, long to) {
    String sql =
        """
        SELECT start_at, body FROM <table>
        WHERE <of> step = :step AND start_at >= :from AND start_at < :to
        ORDER BY start_at, instance
        """;
    return of(handle.createQuery(sql), version)
        .bind("step", step.code())
        .bind("from", from)
        .bind("to", to)
        .map((row, context) -> new Stored(row.getLong("start_at"), row.getBytes("body")))
        .list();
  }

  /** Removes those of a step that start before a time. */
  static int removeBefore(Handle handle, String table, Step step, long before) {
    return handle
        .createUpdate("DELETE FROM <table> WHERE step = :step AND start_at < :before")
        .define("table", table)
        .bind("step", step.code())
        .bind("before", before)
        .execute();
  }

  private <S extends SqlStatement<S>> S keyed(S sql, int version, Step step, long start) {
    return of(sql, version)
        .bind("step", step.code())
        .bind("start", start)
        .bind("instance", instance);
  }

  private static <S extends SqlStatement<S>> S of(S sql, int version) {
    return version == REQUESTS
        ? sql.define("table", "request_bucket").define("of", "")
        : sql.define("table", "bucket")
            .define("of", "version = :version AND")
            .bind("version", version);
  }
}
