package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.words.Said;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The one place where a password is checked. Safe for use by many threads; at most two checks run
 * at once (each takes tens of milliseconds and 38 MiB), at most sixteen wait, two seconds each.
 */
public final class SignIn {
  private static final int AT_ONCE = 2;
  private static final int QUEUE = 16;

  /** No password is longer; what is gets the same answer as a wrong one. */
  private static final int LONGEST = 1_000;

  /** What came of an attempt. */
  public sealed interface Outcome {}

  /**
   * The password was right.
   *
   * @param token the value of the new session's cookie
   */
  public record Opened(String token) implements Outcome {}

  /** The password was right; no session was opened or ended. */
  public record Confirmed() implements Outcome {}

  /** Name or password is wrong; which one is not said. */
  public record Wrong() implements Outcome {}

  /**
   * Nothing was looked at.
   *
   * @param seconds when to try again: 1 to 900, for Retry-After
   */
  public record Wait(long seconds) implements Outcome {}

  private static final Outcome BUSY = new Wait(1);
  private static final Outcome WRONG = new Wrong();

  private record Verified(String name, String hash) {}

  private final Database database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final BackOff backOff;
  private final Audit audit;
  private final Semaphore permits = new Semaphore(AT_ONCE, true);

  SignIn(
      Database database,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      BackOff backOff,
      Audit audit) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.backOff = backOff;
    this.audit = audit;
  }

  /**
   * Signs in under a new session id.
   *
   * @param previous the cookie's value that came with the request; it is worth nothing afterwards
   */
  public Outcome signIn(String name, String password, Client client, Optional<String> previous) {
    return check(
        Accounts.canonical(name),
        password,
        client,
        verified -> {
          boolean outdated = passwords.isOutdated(verified.hash);
          String hash = outdated ? passwords.hash(password) : verified.hash;
          return open(verified, hash, client, previous);
        });
  }

  /**
   * Changes one's own password: the old one is checked like at sign-in, every session of the
   * account ends, and a new one is opened for the caller.
   *
   * @throws Refusal if the new password breaks a rule or the caller has no session
   */
  public Outcome changePassword(Caller by, String old, String fresh, Client client) {
    if (by.how() != Caller.How.SESSION) {
      throw new Refusal("caller", Said.of("said.no-password-to-change"));
    }
    Accounts.checkRules(by.name(), fresh);
    return check(
        by.name(), old, client, verified -> change(verified, passwords.hash(fresh), client));
  }

  /**
   * Checks a password before a step that a stolen session or token must not take; counted like an
   * attempt to sign in.
   */
  public Outcome confirm(String name, String password, Client client) {
    return check(
        Accounts.canonical(name),
        password,
        client,
        verified -> {
          database.run(handle -> backOff.succeeded(handle, verified.name, client));
          return new Confirmed();
        });
  }

  private Outcome check(
      String name, String password, Client client, Function<Verified, Outcome> next) {
    if (!enter()) {
      return BUSY;
    }
    try {
      BackOff.Booking booking = backOff.book(name, client);
      if (!booking.isAdmitted()) {
        return new Wait(Math.max(1, booking.delay().plusMillis(999).toSeconds()));
      }
      boolean tooLong = password.length() > LONGEST;
      Optional<String> stored = accounts.passwordHash(name).filter(hash -> !tooLong);
      if (!passwords.matches(tooLong ? "" : password, stored)) {
        recordFailure(name, stored.isPresent(), client, booking);
        return WRONG;
      }
      return next.apply(new Verified(name, stored.orElseThrow()));
    } finally {
      permits.release();
    }
  }

  private boolean enter() {
    try {
      return permits.getQueueLength() < QUEUE && permits.tryAcquire(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The hash is replaced by itself or a stronger one: if it is another by now, nothing opens. */
  private Outcome open(Verified verified, String hash, Client client, Optional<String> previous) {
    Outcome outcome =
        database.write(
            handle -> {
              previous.ifPresent(token -> sessions.end(handle, token));
              if (!accounts.replaceHash(handle, verified.name, verified.hash, hash)) {
                return WRONG;
              }
              return opened(handle, verified.name, client, "signed-in");
            });
    sessions.forget();
    return outcome;
  }

  private Outcome change(Verified verified, String hash, Client client) {
    Outcome outcome =
        database.write(
            handle -> {
              if (!accounts.replaceHash(handle, verified.name, verified.hash, hash)) {
                return WRONG;
              }
              accounts.setPassword(handle, verified.name, hash);
              return opened(handle, verified.name, client, "password-changed");
            });
    sessions.forget();
    return outcome;
  }

  private Opened opened(Handle handle, String name, Client client, String act) {
    backOff.succeeded(handle, name, client);
    audit.record(handle, "account:" + name, act, client.address(), "");
    return new Opened(sessions.open(handle, name, client));
  }

  /**
   * The 1st, 2nd, 4th, 8th … failure of an account is audited, and of unknown names the 4th, 8th …
   * of one client: a flood leaves few rows. A name that is no account's is not written down: people
   * type passwords there.
   */
  private void recordFailure(String name, boolean known, Client client, BackOff.Booking booking) {
    int n = known ? booking.accountFailures() : booking.clientFailures();
    if (Integer.bitCount(n) == 1 && (known || n >= 4)) {
      String who = known ? "account:" + name : "unknown";
      audit.record(
          who,
          "sign-in-failed",
          client.address(),
          n + (n == 1 ? " failure so far" : " failures so far"));
    }
  }
}
