package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.words.Said;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/**
 * API tokens: {@code prn_} and 256 random bits as 43 letters and digits. They cannot be guessed, so
 * they need no back-off, and are found by their SHA-256. Safe for use by many threads.
 *
 * <p>A token revoked here is dead at once on this instance; on others within {@link
 * Access.Limits#remembered}.
 */
public final class Tokens {
  /** At most so many, the revoked ones included. */
  public static final int MOST = 10_000;

  private static final String PREFIX = "prn_";
  private static final int LENGTH = PREFIX.length() + 43;
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final String SELECT =
      """
      SELECT id, name, role, created_at, created_by, used_at, expires_at, revoked_at FROM api_token
      """;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Database database;
  private final Clock clock;
  private final SecureRandom random;
  private final Audit audit;
  private final Recent<ApiToken> recent;

  Tokens(Database database, Clock clock, SecureRandom random, Audit audit, Duration remembered) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.audit = audit;
    this.recent = new Recent<>(clock, remembered);
  }

  /**
   * Makes a token and returns it: the only time that it can be read.
   *
   * @param name 1 to 64 letters, digits and . _ -; never used before, also not by a revoked token
   * @param expires in the future; empty = does not expire
   */
  public String create(
      Caller by, String name, Role role, Optional<Instant> expires, Client client) {
    by.mustBeAdministrator();
    for (Refusal fault : faults(name, expires)) {
      throw fault;
    }
    String token = PREFIX + TokenText.random(random);
    database.run(
        handle -> {
          refuseIfTakenOrFull(handle, name);
          insert(handle, token, by, name, role, expires);
          audit.record(
              handle, by.actor(), "token-created", client.address(), name + " " + role.text());
        });
    return token;
  }

  /** All that is wrong with this name and end for a new token, but for a name taken. */
  public List<Refusal> faults(String name, Optional<Instant> expires) {
    List<Refusal> faults = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      faults.add(new Refusal("name", Said.of("said.token-name-rule")));
    }
    if (expires.filter(end -> !end.isAfter(now())).isPresent()) {
      faults.add(new Refusal("expires_at", Said.of("said.token-expired")));
    }
    return faults;
  }

  /** The valid token of this text, which is then noted as used. */
  public Optional<ApiToken> find(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String hash = TokenText.sha256(text);
    Instant now = now();
    Optional<ApiToken> known =
        recent.get(hash).filter(token -> token.isValid(now) && !isDue(token, now));
    if (known.isPresent()) {
      return known;
    }
    Optional<ApiToken> read =
        database
            .read(
                handle ->
                    handle
                        .createQuery(SELECT + "WHERE token_hash = :hash")
                        .bind("hash", hash)
                        .map(Tokens::token)
                        .findOne())
            .filter(token -> token.isValid(now));
    Optional<ApiToken> found = read.map(token -> isDue(token, now) ? touch(token, now) : token);
    found.ifPresent(token -> recent.put(hash, token));
    return found;
  }

  /** All tokens, newest first. */
  public List<ApiToken> list() {
    return database.read(
        handle -> handle.createQuery(SELECT + "ORDER BY id DESC").map(Tokens::token).list());
  }

  /** Ends a token for good. Revoking it again changes nothing. */
  public void revoke(Caller by, long id, Client client) {
    by.mustBeAdministrator();
    database.run(
        handle -> {
          String name =
              handle
                  .createQuery("SELECT name FROM api_token WHERE id = :id")
                  .bind("id", id)
                  .mapTo(String.class)
                  .findOne()
                  .orElseThrow(
                      () -> new Refusal("id", Said.of("said.no-token", Long.toString(id))));
          int changed =
              handle
                  .createUpdate(
                      """
                      UPDATE api_token SET revoked_at = :now
                      WHERE id = :id AND revoked_at IS NULL
                      """)
                  .bind("now", now())
                  .bind("id", id)
                  .execute();
          if (changed == 1) {
            audit.record(handle, by.actor(), "token-revoked", client.address(), name);
          }
        });
    recent.clear();
  }

  private static void refuseIfTakenOrFull(Handle handle, String name) {
    long taken =
        handle
            .createQuery("SELECT COUNT(*) FROM api_token WHERE name = :name")
            .bind("name", name)
            .mapTo(Long.class)
            .one();
    if (taken > 0) {
      throw new Refusal("name", Said.of("said.token-exists", name));
    }
    long all = handle.createQuery("SELECT COUNT(*) FROM api_token").mapTo(Long.class).one();
    if (all >= MOST) {
      throw new Refusal("name", Said.of("said.most-tokens", (long) MOST));
    }
  }

  private void insert(
      Handle handle, String token, Caller by, String name, Role role, Optional<Instant> expires) {
    handle
        .createUpdate(
            """
            INSERT INTO api_token (name, role, token_hash, created_at, created_by, expires_at)
            VALUES (:name, :role, :hash, :now, :by, :expires)
            """)
        .bind("name", name)
        .bind("role", role.text())
        .bind("hash", TokenText.sha256(token))
        .bind("now", now())
        .bind("by", by.actor())
        .bindByType("expires", expires.orElse(null), Instant.class)
        .execute();
  }

  private static boolean isDue(ApiToken token, Instant now) {
    return token.used().filter(used -> now.isBefore(used.plus(TOUCH))).isEmpty();
  }

  private ApiToken touch(ApiToken token, Instant now) {
    database.run(
        handle ->
            handle
                .createUpdate("UPDATE api_token SET used_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", token.id())
                .execute());
    return token.usedAt(now);
  }

  private static ApiToken token(RowView row) {
    return new ApiToken(
        row.getColumn("id", Long.class),
        row.getColumn("name", String.class),
        Role.stored(row.getColumn("role", String.class)),
        row.getColumn("created_at", Instant.class),
        row.getColumn("created_by", String.class),
        Optional.ofNullable(row.getColumn("used_at", Instant.class)),
        Optional.ofNullable(row.getColumn("expires_at", Instant.class)),
        Optional.ofNullable(row.getColumn("revoked_at", Instant.class)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
