package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who did what, when, from where. Rows are added and read, never changed. Safe for use by many
 * threads.
 */
public final class Audit {
  private static final int LONGEST_DETAIL = 2_000;

  /**
   * One act.
   *
   * @param id rising; the key to page by
   * @param at UTC
   * @param actor {@link Caller#actor}
   * @param act as {@code account-removed}
   * @param client the address it came from
   * @param detail in words; never a secret
   */
  public record Entry(
      long id, Instant at, String actor, String act, String client, String detail) {}

  private final Database database;
  private final Clock clock;

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds a row in the transaction of the act itself: both are kept or neither. */
  public void record(Handle handle, String actor, String act, String client, String detail) {
    handle
        .createUpdate(
            """
            INSERT INTO audit (happened_at, actor, act, client, detail)
            VALUES (:at, :actor, :act, :client, :detail)
            """)
        .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
        .bind("actor", actor)
        .bind("act", act)
        .bind("client", client)
        .bind(
            "detail",
            detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
        .execute();
  }

  /**
   * As {@link #record(Handle, String, String, String, String)}, for an act outside the database.
   */
  public void record(String actor, String act, String client, String detail) {
    database.run(handle -> record(handle, actor, act, client, detail));
  }

  /**
   * Up to {@code limit} (1 to 1,000) entries, newest first, with ids below {@code before}; {@link
   * Long#MAX_VALUE} for the first page.
   */
  public List<Entry> newest(long before, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new Refusal("limit", Said.of("said.limit-rule", (long) limit));
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, happened_at, actor, act, client, detail FROM audit
                    WHERE id < :before ORDER BY id DESC LIMIT :limit
                    """)
                .bind("before", before)
                .bind("limit", limit)
                .map(
                    row ->
                        new Entry(
                            row.getColumn("id", Long.class),
                            row.getColumn("happened_at", Instant.class),
                            row.getColumn("actor", String.class),
                            row.getColumn("act", String.class),
                            row.getColumn("client", String.class),
                            row.getColumn("detail", String.class)))
                .list());
  }
}
