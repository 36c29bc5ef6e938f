package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.db.Secrets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may do what, put together: makes the first administrator if there is none and tells who sent
 * a request. Safe for use by many threads. Holds nothing that must be closed.
 */
public final class Access {
  /**
   * Bounds of sessions.
   *
   * @param idle a session ends so long after its last use; 1 minute to 24 hours
   * @param life and so long after sign-in whatever happens; 5 minutes to 30 days
   * @param remembered how long an instance may go on with what another one has revoked; 0 to 60 s
   */
  public record Limits(Duration idle, Duration life, Duration remembered) {
    /** 30 minutes, 12 hours, 5 seconds. */
    public static Limits usual() {
      return new Limits(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofSeconds(5));
    }
  }

  private static final int MOST_BACK_OFF_ROWS = 50_000;

  private final Audit audit;
  private final Sessions sessions;
  private final Accounts accounts;
  private final SignIn signIn;
  private final Tokens tokens;
  private final Csrf csrf;
  private final WrongTokens wrongTokens;
  private final Optional<String> bootstrap;
  private final Secrets secrets;

  private Access(
      Database database,
      Clock clock,
      SecureRandom random,
      Passwords passwords,
      Limits limits,
      Optional<String> bootstrap,
      Secrets secrets) {
    this.audit = new Audit(database, clock);
    this.sessions = new Sessions(database, clock, random, limits);
    this.accounts = new Accounts(database, clock, passwords, sessions, audit);
    BackOff backOff = new BackOff(database, clock, MOST_BACK_OFF_ROWS);
    this.signIn = new SignIn(database, accounts, passwords, sessions, backOff, audit);
    this.tokens = new Tokens(database, clock, random, audit, limits.remembered());
    this.csrf = new Csrf(key(database, random), random);
    this.wrongTokens = new WrongTokens(clock);
    this.bootstrap = bootstrap;
    this.secrets = secrets;
  }

  /**
   * Puts it together on a migrated database.
   *
   * @param bootstrap {@code perennial.admin.token}, at least 32 characters; empty = none
   * @param password {@code perennial.admin.password}, for the first start alone; empty = a random
   *     one is written to a file
   * @param secrets {@code <home>/secrets}, which takes that file
   * @throws Refusal naming {@code perennial.admin.password} if it breaks {@link PasswordRules}
   */
  public static Access open(
      Database database,
      Clock clock,
      SecureRandom random,
      Limits limits,
      Optional<String> bootstrap,
      Optional<String> password,
      Secrets secrets) {
    Passwords passwords = new Passwords(random, Passwords.MEMORY, Passwords.PASSES);
    return open(database, clock, random, passwords, limits, bootstrap, password, secrets);
  }

  static Access open(
      Database database,
      Clock clock,
      SecureRandom random,
      Passwords passwords,
      Limits limits,
      Optional<String> bootstrap,
      Optional<String> password,
      Secrets secrets) {
    Access access = new Access(database, clock, random, passwords, limits, bootstrap, secrets);
    new FirstStart(database, access.accounts, passwords, access.audit, random)
        .run(password, secrets);
    return access;
  }

  /**
   * Who sent a request. A bearer token, if there is one, counts alone; a session that has ended
   * leaves a stranger.
   *
   * @param session the session cookie's value
   * @param bearer what stands after {@code Authorization: Bearer}
   * @return empty if a bearer token was sent that is not valid: a 401, also on an open route
   */
  public Optional<Caller> caller(Optional<String> session, Optional<String> bearer) {
    if (bearer.isPresent()) {
      String given = bearer.get();
      if (bootstrap.filter(token -> TokenText.same(given, token)).isPresent()) {
        return Optional.of(Caller.BOOTSTRAP);
      }
      return tokens
          .find(given)
          .map(token -> new Caller(token.name(), Optional.of(token.role()), Caller.How.TOKEN));
    }
    return Optional.of(
        session
            .flatMap(sessions::find)
            .map(s -> new Caller(s.account(), Optional.of(s.role()), Caller.How.SESSION))
            .orElse(Caller.ANONYMOUS));
  }

  /** Whether the password that the first start wrote to a file still opens its account. */
  public boolean hasInitialPassword() {
    return Files.exists(secrets.file(FirstStart.FILE))
        && accounts.hasFirstPassword(FirstStart.NAME);
  }

  /** The accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** Where passwords are checked. */
  public SignIn signIn() {
    return signIn;
  }

  /** The sessions. */
  public Sessions sessions() {
    return sessions;
  }

  /** The API tokens. */
  public Tokens tokens() {
    return tokens;
  }

  /** Which clients try tokens that are not valid. */
  public WrongTokens wrongTokens() {
    return wrongTokens;
  }

  /** What forms carry. */
  public Csrf csrf() {
    return csrf;
  }

  /** Who did what. */
  public Audit audit() {
    return audit;
  }

  /** Kept in the database, since a form of one instance may come back to another. */
  private static String key(Database database, SecureRandom random) {
    Optional<String> there = readKey(database);
    if (there.isPresent()) {
      return there.get();
    }
    String made = TokenText.random(random);
    try {
      database.run(
          handle ->
              handle
                  .createUpdate("INSERT INTO access_key (name, secret) VALUES ('csrf', :secret)")
                  .bind("secret", made)
                  .execute());
      return made;
    } catch (DatabaseException e) {
      // Another instance came first.
      return readKey(database).orElseThrow(() -> e);
    }
  }

  private static Optional<String> readKey(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT secret FROM access_key WHERE name = 'csrf'")
                .mapTo(String.class)
                .findOne());
  }
}
