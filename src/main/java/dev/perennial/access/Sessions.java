package dev.perennial.access;

import dev.perennial.db.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sessions as rows that every instance reads, keyed by the SHA-256 of the cookie's value. Safe for
 * use by many threads.
 *
 * <p>A session ended here is dead at once on this instance; on others within {@link
 * Access.Limits#remembered}.
 */
public final class Sessions {
  private static final Duration TOUCH = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;
  private final SecureRandom random;
  private final Access.Limits limits;
  private final Recent<Session> recent;

  Sessions(Database database, Clock clock, SecureRandom random, Access.Limits limits) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.limits = limits;
    this.recent = new Recent<>(clock, limits.remembered());
  }

  /**
   * Opens one under a new id; the caller has checked the password in or before this transaction.
   */
  String open(Handle handle, String account, Client client) {
    String token = TokenText.random(random);
    Instant now = now();
    handle
        .createUpdate("DELETE FROM account_session WHERE expires_at < :now OR seen_at < :idle")
        .bind("now", now)
        .bind("idle", now.minus(limits.idle()))
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO account_session (token_hash, account, client, created_at, seen_at, expires_at)
            VALUES (:hash, :account, :client, :now, :now, :expires)
            """)
        .bind("hash", TokenText.sha256(token))
        .bind("account", account)
        .bind("client", client.address())
        .bind("now", now)
        .bind("expires", now.plus(limits.life()))
        .execute();
    return token;
  }

  /** The living session of this cookie's value; using it keeps it from being idle. */
  public Optional<Session> find(String token) {
    String hash = TokenText.sha256(token);
    Instant now = now();
    Optional<Session> known = recent.get(hash).filter(s -> isAlive(s, now) && !isDue(s, now));
    if (known.isPresent()) {
      return known;
    }
    Optional<Session> read =
        database.read(handle -> select(handle, hash)).filter(s -> isAlive(s, now));
    Optional<Session> found =
        read.map(session -> isDue(session, now) ? touch(hash, session, now) : session);
    found.ifPresent(session -> recent.put(hash, session));
    return found;
  }

  /** Signs out: the cookie's value is worth nothing afterwards. */
  public void end(String token) {
    database.run(handle -> end(handle, token));
    forget();
  }

  void end(Handle handle, String token) {
    handle
        .createUpdate("DELETE FROM account_session WHERE token_hash = :hash")
        .bind("hash", TokenText.sha256(token))
        .execute();
  }

  void endAll(Handle handle, String account) {
    handle
        .createUpdate("DELETE FROM account_session WHERE account = :account")
        .bind("account", account)
        .execute();
  }

  /** To be called after the transaction that ended sessions or changed a role. */
  void forget() {
    recent.clear();
  }

  private Optional<Session> select(Handle handle, String hash) {
    return handle
        .createQuery(
            """
            SELECT s.account, a.role, s.client, s.created_at, s.seen_at, s.expires_at
            FROM account_session s JOIN account a ON a.name = s.account
            WHERE s.token_hash = :hash
            """)
        .bind("hash", hash)
        .map(
            row ->
                new Session(
                    row.getColumn("account", String.class),
                    Role.stored(row.getColumn("role", String.class)),
                    row.getColumn("client", String.class),
                    row.getColumn("created_at", Instant.class),
                    row.getColumn("seen_at", Instant.class),
                    row.getColumn("expires_at", Instant.class)))
        .findOne();
  }

  private boolean isAlive(Session session, Instant now) {
    return now.isBefore(session.expires()) && now.isBefore(session.seen().plus(limits.idle()));
  }

  private static boolean isDue(Session session, Instant now) {
    return !now.isBefore(session.seen().plus(TOUCH));
  }

  private Session touch(String hash, Session session, Instant now) {
    database.run(
        handle ->
            handle
                .createUpdate("UPDATE account_session SET seen_at = :now WHERE token_hash = :hash")
                .bind("now", now)
                .bind("hash", hash)
                .execute());
    return new Session(
        session.account(),
        session.role(),
        session.client(),
        session.created(),
        now,
        session.expires());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
