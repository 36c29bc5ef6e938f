package dev.perennial.watch;

import dev.perennial.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;

/**
 * What is to be told by webhook and what became of it. A row is written with the step that it
 * tells, so that none is forgotten and none is told that did not happen. Safe for use by many
 * threads.
 */
public final class Deliveries {
  public static final String WAITING = "waiting";
  public static final String DELIVERED = "delivered";
  public static final String GIVEN_UP = "given up";

  /** More than this do not wait: a target that is away for long misses the rest. */
  static final int MOST_WAITING = 1_000;

  private static final int AT_ONCE = 20;
  private static final int LONGEST_RESULT = 500;
  private static final Duration KEPT = Duration.ofDays(90);

  private static final String SELECT =
      "SELECT id, body, state, made_at, next_at, attempts, result FROM delivery ";

  private final Database database;

  public Deliveries(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param state waiting, delivered or given up
   * @param nextAt no attempt before
   * @param result of the last attempt, in words; "" before the first
   */
  public record Delivery(
      long id,
      String body,
      String state,
      Instant madeAt,
      Instant nextAt,
      int attempts,
      String result) {}

  /** Adds one, in the transaction of what it tells. */
  static void add(Handle handle, long transition, String body, Instant now) {
    long waiting =
        handle
            .createQuery("SELECT COUNT(*) FROM delivery WHERE state = 'waiting'")
            .mapTo(Long.class)
            .one();
    boolean full = waiting >= MOST_WAITING;
    handle
        .createUpdate(
            """
            INSERT INTO delivery (transition, body, state, made_at, next_at, attempts, result)
            VALUES (:transition, :body, :state, :now, :now, 0, :result)
            """)
        .bind("transition", transition)
        .bind("body", body)
        .bind("state", full ? GIVEN_UP : WAITING)
        .bind("now", now)
        .bind("result", full ? MOST_WAITING + " were waiting already" : "")
        .execute();
  }

  /** How many there are in each state, of the last 90 days; each of the three is there. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    List.of(WAITING, DELIVERED, GIVEN_UP).forEach(state -> counts.put(state, 0L));
    counts.putAll(
        database.read(
            handle ->
                handle
                    .createQuery("SELECT state, COUNT(*) AS n FROM delivery GROUP BY state")
                    .setMapKeyColumn("state")
                    .setMapValueColumn("n")
                    .collectInto(new GenericType<Map<String, Long>>() {})));
    return counts;
  }

  /** The newest ones that did not arrive, newest first. */
  public List<Delivery> troubled(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE state <> 'delivered'
                        ORDER BY id DESC
                        FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("limit", limit)
                .map(Deliveries::delivery)
                .list());
  }

  /** The newest ones, newest first. */
  public List<Delivery> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "ORDER BY id DESC FETCH FIRST :limit ROWS ONLY")
                .bind("limit", limit)
                .map(Deliveries::delivery)
                .list());
  }

  /** Those that are due, oldest first, a bounded number. */
  List<Delivery> due(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE state = 'waiting' AND next_at <= :now
                        ORDER BY id
                        FETCH FIRST :most ROWS ONLY
                        """)
                .bind("now", now)
                .bind("most", AT_ONCE)
                .map(Deliveries::delivery)
                .list());
  }

  /** Notes an attempt. */
  void attempted(Delivery delivery, String state, Instant nextAt, String result) {
    String cut = result.length() > LONGEST_RESULT ? result.substring(0, LONGEST_RESULT) : result;
    database.run(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE delivery
                    SET state = :state, next_at = :next, attempts = attempts + 1, result = :result
                    WHERE id = :id
                    """)
                .bind("state", state)
                .bind("next", nextAt)
                .bind("result", cut)
                .bind("id", delivery.id())
                .execute());
  }

  /** Removes what was settled long ago. */
  void sweep(Instant now) {
    database.run(
        handle ->
            handle
                .createUpdate("DELETE FROM delivery WHERE state <> 'waiting' AND made_at < :before")
                .bind("before", now.minus(KEPT))
                .execute());
  }

  private static Delivery delivery(RowView row) {
    return new Delivery(
        row.getColumn("id", Long.class),
        row.getColumn("body", String.class),
        row.getColumn("state", String.class),
        row.getColumn("made_at", Instant.class),
        row.getColumn("next_at", Instant.class),
        row.getColumn("attempts", Integer.class),
        row.getColumn("result", String.class));
  }
}
