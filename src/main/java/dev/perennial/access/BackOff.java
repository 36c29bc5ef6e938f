package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How long to wait after failed sign-ins, per client and per account; rows that all instances share
 * and that a restart does not forget. Safe for use by many threads.
 *
 * <p>The n-th failure costs 2^(n - free - 1) seconds: a client has 2 free and waits at most 15
 * minutes, an account has 5 free and makes everybody wait at most 30 seconds, but for clients from
 * which it was signed in to within 90 days: those wait only for their own failures. So whoever
 * guesses from one address, or drives an account's wait up, cannot keep its owner out. Failures are
 * forgotten after 12 hours without one.
 *
 * <p>An attempt is counted before its password is looked at and taken back if it was right, so that
 * many at once gain nothing.
 */
final class BackOff {
  static final Duration CLIENT_CAP = Duration.ofMinutes(15);
  static final Duration ACCOUNT_CAP = Duration.ofSeconds(30);
  static final int CLIENT_FREE = 2;
  static final int ACCOUNT_FREE = 5;
  private static final Duration FORGOTTEN = Duration.ofHours(12);
  private static final Duration FAMILIAR = Duration.ofDays(90);
  private static final int PRUNE_EVERY = 256;
  private static final int MOST_THINNED = 10_000;
  private static final Duration RACED = Duration.ofSeconds(1);

  /** A row as it stands; {@code at} is the epoch where there is none. */
  private record Count(int failures, Instant at, Instant free) {
    int failuresNow(Instant now) {
      return at.plus(FORGOTTEN).isAfter(now) ? failures : 0;
    }
  }

  /** Both rows of an attempt, and when it may be looked at. */
  private record Standing(Count byClient, Count byAccount, Instant now, Instant free) {
    boolean isEarly() {
      return free.isAfter(now);
    }

    Booking refusal() {
      Duration delay = Duration.between(now, free);
      return new Booking(delay, byClient.failuresNow(now), byAccount.failuresNow(now));
    }
  }

  /** Another attempt on the same row came first: this one is undone. */
  private static final class Raced extends RuntimeException {}

  private final Database database;
  private final Clock clock;
  private final int mostRows;
  private final AtomicLong booked = new AtomicLong();

  BackOff(Database database, Clock clock, int mostRows) {
    this.database = database;
    this.clock = clock;
    this.mostRows = mostRows;
  }

  /** What an admitted attempt found: failures so far, this one included. */
  record Booking(Duration delay, int clientFailures, int accountFailures) {
    boolean isAdmitted() {
      return delay.isZero();
    }
  }

  /** Counts an attempt as failed, or says how long to wait before the next is looked at. */
  Booking book(String account, Client client) {
    if (booked.incrementAndGet() % PRUNE_EVERY == 0) {
      prune();
    }
    // Most of a flood is turned away here, without a write.
    Standing found = database.read(handle -> standing(handle, account, client));
    if (found.isEarly()) {
      return found.refusal();
    }
    try {
      return database.write(handle -> book(handle, account, client));
    } catch (Raced e) {
      return new Booking(RACED, 0, 0);
    } catch (DatabaseException e) {
      // A new row that another instance made at the same moment.
      if (e.refusesData()) {
        return new Booking(RACED, 0, 0);
      }
      throw e;
    }
  }

  private Standing standing(Handle handle, String account, Client client) {
    Instant now = now();
    Count byClient = read(handle, clientKey(client));
    Count byAccount = read(handle, accountKey(account));
    Instant free = byClient.free;
    if (byAccount.free.isAfter(free) && !isFamiliar(handle, account, client, now)) {
      free = byAccount.free;
    }
    return new Standing(byClient, byAccount, now, free);
  }

  /** The counts are compared with what was read here, once: an attempt in between is seen. */
  private Booking book(Handle handle, String account, Client client) {
    Standing found = standing(handle, account, client);
    if (found.isEarly()) {
      return found.refusal();
    }
    Instant now = found.now;
    Count byClient = found.byClient;
    Count byAccount = found.byAccount;
    count(handle, accountKey(account), byAccount, now, ACCOUNT_FREE, ACCOUNT_CAP);
    count(handle, clientKey(client), byClient, now, CLIENT_FREE, CLIENT_CAP);
    return new Booking(
        Duration.ZERO, byClient.failuresNow(now) + 1, byAccount.failuresNow(now) + 1);
  }

  /** Takes a booking back, since the password was right, and remembers the client as familiar. */
  void succeeded(Handle handle, String account, Client client) {
    Instant now = now();
    for (String subject : new String[] {clientKey(client), accountKey(account)}) {
      handle
          .createUpdate(
              """
              UPDATE back_off SET failures = failures - 1, free_at = :now
              WHERE subject = :subject AND failures > 0
              """)
          .bind("now", now)
          .bind("subject", subject)
          .execute();
    }
    String pair = familiarKey(account, client);
    handle.createUpdate("DELETE FROM back_off WHERE subject = :s").bind("s", pair).execute();
    insert(handle, pair, new Count(0, now, now));
  }

  /** The wait that the n-th failure brings. */
  static Duration wait(int failures, int free, Duration cap) {
    int doublings = failures - free - 1;
    if (doublings < 0) {
      return Duration.ZERO;
    }
    long seconds = doublings >= 20 ? Long.MAX_VALUE : 1L << doublings;
    return Duration.ofSeconds(Math.min(cap.toSeconds(), seconds));
  }

  private boolean isFamiliar(Handle handle, String account, Client client, Instant now) {
    Optional<Instant> last = select(handle, familiarKey(account, client)).map(Count::at);
    return last.filter(at -> at.plus(FAMILIAR).isAfter(now)).isPresent();
  }

  private static Count read(Handle handle, String subject) {
    return select(handle, subject).orElse(new Count(0, Instant.EPOCH, Instant.EPOCH));
  }

  private static Optional<Count> select(Handle handle, String subject) {
    return handle
        .createQuery("SELECT failures, counted_at, free_at FROM back_off WHERE subject = :subject")
        .bind("subject", subject)
        .map(
            row ->
                new Count(
                    row.getColumn("failures", Integer.class),
                    row.getColumn("counted_at", Instant.class),
                    row.getColumn("free_at", Instant.class)))
        .findOne();
  }

  private static void count(
      Handle handle, String subject, Count before, Instant now, int free, Duration cap) {
    int failures = before.failuresNow(now) + 1;
    Count after = new Count(failures, now, now.plus(wait(failures, free, cap)));
    if (before.at.equals(Instant.EPOCH)) {
      insert(handle, subject, after);
      return;
    }
    int changed =
        handle
            .createUpdate(
                """
                UPDATE back_off SET failures = :failures, counted_at = :now, free_at = :free
                WHERE subject = :subject AND failures = :was AND counted_at = :seen
                """)
            .bind("failures", after.failures)
            .bind("now", now)
            .bind("free", after.free)
            .bind("subject", subject)
            .bind("seen", before.at)
            .bind("was", before.failures)
            .execute();
    if (changed == 0) {
      throw new Raced();
    }
  }

  private static void insert(Handle handle, String subject, Count count) {
    handle
        .createUpdate(
            """
              INSERT INTO back_off (subject, failures, counted_at, free_at)
              VALUES (:subject, :failures, :at, :free)
              """)
        .bind("subject", subject)
        .bind("failures", count.failures)
        .bind("at", count.at)
        .bind("free", count.free)
        .execute();
  }

  /** Forgets what is old and, under a flood of names or addresses, the fewest failures first. */
  void prune() {
    Instant now = now();
    database.run(
        handle -> {
          handle
              .createUpdate(
                  """
                  DELETE FROM back_off
                  WHERE counted_at < :old OR (subject NOT LIKE 'f:%' AND counted_at < :forgotten)
                  """)
              .bind("old", now.minus(FAMILIAR))
              .bind("forgotten", now.minus(FORGOTTEN))
              .execute();
          long rows = handle.createQuery("SELECT COUNT(*) FROM back_off").mapTo(Long.class).one();
          thin(handle, rows - mostRows);
        });
  }

  private static void thin(Handle handle, long surplus) {
    if (surplus <= 0) {
      return;
    }
    List<String> least =
        handle
            .createQuery(
                """
                SELECT subject FROM back_off WHERE subject NOT LIKE 'f:%'
                ORDER BY failures, counted_at LIMIT :surplus
                """)
            .bind("surplus", Math.min(surplus, MOST_THINNED))
            .mapTo(String.class)
            .list();
    if (!least.isEmpty()) {
      PreparedBatch batch = handle.prepareBatch("DELETE FROM back_off WHERE subject = :subject");
      least.forEach(subject -> batch.bind("subject", subject).add());
      batch.execute();
    }
  }

  private static String clientKey(Client client) {
    return "c:" + TokenText.sha256(client.group());
  }

  private static String accountKey(String account) {
    return "a:" + TokenText.sha256(account.toLowerCase(Locale.ROOT));
  }

  private static String familiarKey(String account, Client client) {
    return "f:" + TokenText.sha256(account.toLowerCase(Locale.ROOT) + "\n" + client.group());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
