package dev.perennial.log;

import dev.perennial.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code erasure}. Safe for use by many threads. */
final class ErasureTable {
  private static final String SELECT =
      """
      SELECT id, model, after_id, before_id, one, asked_at, actor, client, predictions, labels,
        attempts, done_at
      FROM erasure
      """;

  private final Database database;

  ErasureTable(Database database) {
    this.database = database;
  }

  /** Adds what is asked, of which nothing is done yet, and gives its id. */
  static long add(Handle handle, Erasure asked) {
    return handle
        .createUpdate(
            """
            INSERT INTO erasure (model, after_id, before_id, one, asked_at, actor, client)
            VALUES (:model, :after, :before, :one, :asked, :actor, :client)
            """)
        .bind("model", asked.model())
        .bind("after", asked.after())
        .bind("before", asked.before())
        .bind("one", asked.one())
        .bind("asked", asked.asked().atOffset(ZoneOffset.UTC))
        .bind("actor", asked.actor())
        .bind("client", asked.client())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  Optional<Erasure> find(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> erasure(row))
                .findOne());
  }

  /** The newest of a model, the newest first. */
  List<Erasure> newest(String model, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT + "WHERE model = :model ORDER BY id DESC FETCH FIRST :most ROWS ONLY")
                .bind("model", model)
                .bind("most", most)
                .map((row, context) -> erasure(row))
                .list());
  }

  /** Those that are under way, the oldest first. */
  List<Erasure> open() {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "WHERE done_at IS NULL ORDER BY id")
                .map((row, context) -> erasure(row))
                .list());
  }

  /** Counts what was erased, in the transaction that erased it. */
  static void count(Handle handle, long id, int predictions, int labels, int attempts) {
    handle
        .createUpdate(
            """
            UPDATE erasure SET predictions = predictions + :predictions, labels = labels + :labels,
              attempts = attempts + :attempts
            WHERE id = :id
            """)
        .bind("predictions", predictions)
        .bind("labels", labels)
        .bind("attempts", attempts)
        .bind("id", id)
        .execute();
  }

  static void done(Handle handle, long id, Instant at) {
    handle
        .createUpdate("UPDATE erasure SET done_at = :at WHERE id = :id")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("id", id)
        .execute();
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    return new Erasure(
        row.getLong("id"),
        row.getString("model"),
        row.getLong("after_id"),
        row.getLong("before_id"),
        row.getBoolean("one"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("client"),
        row.getLong("predictions"),
        row.getLong("labels"),
        row.getLong("attempts"),
        Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
