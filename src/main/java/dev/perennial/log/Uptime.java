package dev.perennial.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.perennial.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Keeps when the service was up, as one row for every unbroken stretch. Safe for use by many
 * threads.
 */
public final class Uptime {
  /** How a stretch ended. */
  public enum Stop {
    RUNNING,
    CLEAN,
    /** The process ended without a stop: the next start found the row still running. */
    CRASH,
    /** The heartbeat stood still while the process lived on, as on a suspended machine. */
    PAUSE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An unbroken time of service.
   *
   * @param from the start
   * @param to the last heartbeat
   */
  public record Stretch(int instance, Instant from, Instant to, Stop stop, String software) {}

  private static final int PAUSE_INTERVALS = 3;

  private final Database database;
  private final Clock clock;
  private final Duration interval;
  private final int instance;
  private final String software;

  @GuardedBy("this")
  private Instant lastBeat = Instant.MIN;

  @GuardedBy("this")
  private boolean paused;

  /**
   * @param interval between two calls of {@link #beat}
   * @param instance as in {@link Ids}
   * @param software name and version, at most 100 characters
   */
  public Uptime(Database database, Clock clock, Duration interval, int instance, String software) {
    this.database = database;
    this.clock = clock;
    this.interval = interval;
    this.instance = instance;
    this.software = software;
  }

  /** Begins a stretch; one that an earlier run of this instance left running was a crash. */
  public synchronized void start() {
    database.run(
        handle -> {
          end(handle, Stop.CRASH);
          begin(handle);
        });
    lastBeat = clock.instant();
  }

  /** Tells that the service is up. Also tried when the database is away, so that no gap is made. */
  public synchronized void beat() {
    Instant now = clock.instant();
    paused |= Duration.between(lastBeat, now).compareTo(interval.multipliedBy(PAUSE_INTERVALS)) > 0;
    lastBeat = now;
    boolean wasAway = paused;
    database.run(
        handle -> {
          if (wasAway) {
            end(handle, Stop.PAUSE);
            begin(handle);
          } else {
            see(handle);
          }
        });
    paused = false;
  }

  /** Ends the stretch in order. */
  public synchronized void stop() {
    database.run(
        handle -> {
          see(handle);
          end(handle, Stop.CLEAN);
        });
  }

  /** The stretches that touch a period, oldest first. */
  public List<Stretch> stretches(Instant from, Instant to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT instance, started_at, seen_at, stop, software
                    FROM uptime
                    WHERE seen_at >= :from AND started_at < :to
                    ORDER BY started_at, id
                    """)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map((row, context) -> stretch(row))
                .list());
  }

  /** The last stretch that ended before a time. */
  public Optional<Stretch> lastBefore(Instant time) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT instance, started_at, seen_at, stop, software
                    FROM uptime
                    WHERE seen_at < :time
                    ORDER BY seen_at DESC
                    FETCH FIRST 1 ROWS ONLY
                    """)
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .map((row, context) -> stretch(row))
                .findOne());
  }

  /** How many stretches ended in a crash within a period. */
  public long crashes(Instant from, Instant to) {
    return stretches(from, to).stream()
        .filter(stretch -> stretch.stop() == Stop.CRASH && stretch.to().isBefore(to))
        .count();
  }

  private static Stretch stretch(ResultSet row) throws SQLException {
    return new Stretch(
        row.getInt("instance"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        Stop.valueOf(row.getString("stop").toUpperCase(Locale.ROOT)),
        row.getString("software"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void begin(Handle handle) {
    OffsetDateTime now = now();
    handle.execute(
        """
        INSERT INTO uptime (instance, started_at, seen_at, stop, software)
        VALUES (?, ?, ?, ?, ?)
        """,
        instance,
        now,
        now,
        Stop.RUNNING.text(),
        software);
  }

  private void see(Handle handle) {
    handle.execute(
        "UPDATE uptime SET seen_at = ? WHERE instance = ? AND stop = ?",
        now(),
        instance,
        Stop.RUNNING.text());
  }

  private void end(Handle handle, Stop stop) {
    handle.execute(
        "UPDATE uptime SET stop = ? WHERE instance = ? AND stop = ?",
        stop.text(),
        instance,
        Stop.RUNNING.text());
  }
}
