package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.words.Said;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The accounts and what an administrator does with them; each act and its audit row are one
 * transaction. Safe for use by many threads. Whatever cannot be done is a {@link Refusal}.
 */
public final class Accounts {
  /** At most so many accounts. */
  public static final int MOST = 1_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

  private final Database database;
  private final Clock clock;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;

  Accounts(Database database, Clock clock, Passwords passwords, Sessions sessions, Audit audit) {
    this.database = database;
    this.clock = clock;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** All accounts by name. */
  public List<Account> list() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT name, role, created_at, password_at FROM account ORDER BY name")
                .map(
                    row ->
                        new Account(
                            row.getColumn("name", String.class),
                            Role.stored(row.getColumn("role", String.class)),
                            row.getColumn("created_at", Instant.class),
                            row.getColumn("password_at", Instant.class)))
                .list());
  }

  /** Makes an account. The name is kept in lower case. */
  public void create(Caller by, String name, Role role, String password, Client client) {
    by.mustBeAdministrator();
    for (Refusal fault : faults(name, password)) {
      throw fault;
    }
    String plain = canonical(name);
    String hash = passwords.hash(password);
    database.run(
        handle -> {
          if (lockAll(handle).size() >= MOST) {
            throw new Refusal("name", Said.of("said.most-accounts", (long) MOST));
          }
          if (role(handle, plain).isPresent()) {
            throw new Refusal("name", Said.of("said.account-exists", plain));
          }
          insert(handle, plain, role, hash);
          audit.record(
              handle, by.actor(), "account-created", client.address(), plain + " " + role.text());
        });
  }

  /** All that is wrong with this name and password for a new account, but for a name taken. */
  public static List<Refusal> faults(String name, String password) {
    List<Refusal> faults = new ArrayList<>();
    String plain = canonical(name);
    if (!NAME.matcher(plain).matches()) {
      faults.add(new Refusal("name", Said.of("said.account-name-rule")));
    }
    PasswordRules.fault(plain, password)
        .ifPresent(fault -> faults.add(new Refusal("password", fault)));
    return faults;
  }

  /** Changes what an account may do; its sessions go on with the new role. */
  public void changeRole(Caller by, String name, Role role, Client client) {
    by.mustBeAdministrator();
    String plain = canonical(name);
    database.run(
        handle -> {
          keepAnAdministrator(handle, plain, role == Role.ADMINISTRATOR);
          handle
              .createUpdate("UPDATE account SET role = :role WHERE name = :name")
              .bind("role", role.text())
              .bind("name", plain)
              .execute();
          audit.record(
              handle, by.actor(), "account-role", client.address(), plain + " " + role.text());
        });
    sessions.forget();
  }

  /** Removes an account and ends its sessions; API tokens stay, since they belong to nobody. */
  public void remove(Caller by, String name, Client client) {
    by.mustBeAdministrator();
    String plain = canonical(name);
    database.run(
        handle -> {
          keepAnAdministrator(handle, plain, false);
          sessions.endAll(handle, plain);
          handle
              .createUpdate("DELETE FROM account WHERE name = :name")
              .bind("name", plain)
              .execute();
          audit.record(handle, by.actor(), "account-removed", client.address(), plain);
        });
    sessions.forget();
  }

  /** Gives an account whose owner forgot it a new password and ends its sessions. */
  public void resetPassword(Caller by, String name, String password, Client client) {
    by.mustBeAdministrator();
    String plain = canonical(name);
    checkRules(plain, password);
    String hash = passwords.hash(password);
    database.run(
        handle -> {
          if (role(handle, plain).isEmpty()) {
            throw unknown(plain);
          }
          setPassword(handle, plain, hash);
          audit.record(handle, by.actor(), "password-reset", client.address(), plain);
        });
    sessions.forget();
  }

  static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  static void checkRules(String account, String password) {
    PasswordRules.fault(account, password)
        .ifPresent(
            fault -> {
              throw new Refusal("password", fault);
            });
  }

  Optional<String> passwordHash(String name) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT password_hash FROM account WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
  }

  /** Whether the account is there and its password was never changed. */
  boolean hasFirstPassword(String name) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT name FROM account WHERE name = :name AND password_at = created_at
                        """)
                    .bind("name", name)
                    .mapTo(String.class)
                    .findOne())
        .isPresent();
  }

  /** Sets it and ends every session of the account. */
  void setPassword(Handle handle, String name, String hash) {
    handle
        .createUpdate(
            "UPDATE account SET password_hash = :hash, password_at = :now WHERE name = :name")
        .bind("hash", hash)
        .bind("now", now())
        .bind("name", name)
        .execute();
    sessions.endAll(handle, name);
  }

  /** Replaces a verified hash by one of the same password; false if it has changed meanwhile. */
  boolean replaceHash(Handle handle, String name, String verified, String hash) {
    return handle
            .createUpdate(
                """
                UPDATE account SET password_hash = :hash
                WHERE name = :name AND password_hash = :verified
                """)
            .bind("hash", hash)
            .bind("name", name)
            .bind("verified", verified)
            .execute()
        == 1;
  }

  void insert(Handle handle, String name, Role role, String hash) {
    handle
        .createUpdate(
            """
            INSERT INTO account (name, role, password_hash, created_at, password_at)
            VALUES (:name, :role, :hash, :now, :now)
            """)
        .bind("name", name)
        .bind("role", role.text())
        .bind("hash", hash)
        .bind("now", now())
        .execute();
  }

  /** Locks the administrators' rows, so that two of them cannot remove each other at once. */
  private static void keepAnAdministrator(Handle handle, String name, boolean stays) {
    List<String> administrators =
        handle
            .createQuery(
                "SELECT name FROM account WHERE role = 'administrator' ORDER BY name FOR UPDATE")
            .mapTo(String.class)
            .list();
    if (role(handle, name).isEmpty()) {
      throw unknown(name);
    }
    if (!stays && administrators.equals(List.of(name))) {
      throw new Refusal("name", Said.of("said.last-administrator", name));
    }
  }

  private static List<String> lockAll(Handle handle) {
    return handle
        .createQuery("SELECT name FROM account ORDER BY name FOR UPDATE")
        .mapTo(String.class)
        .list();
  }

  private static Optional<String> role(Handle handle, String name) {
    return handle
        .createQuery("SELECT role FROM account WHERE name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  private static Refusal unknown(String name) {
    return new Refusal("name", Said.of("said.no-account", name));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
