package dev.perennial.access;

import dev.perennial.db.Database;
import dev.perennial.db.Secrets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** A real database with one administrator, cheap hashes and a clock that the test moves. */
final class House implements AutoCloseable {
  static final String PASSWORD = "a horse under the stairs";
  static final Client HOME = new Client("192.0.2.1", true);
  static final Client AWAY = new Client("198.51.100.7", true);
  static final Caller ADMIN =
      new Caller("admin", Optional.of(Role.ADMINISTRATOR), Caller.How.SESSION);
  static final String BOOTSTRAP = "bootstrap-token-of-at-least-32-characters";

  static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void move(Duration by) {
      now = now.plus(by);
    }
  }

  final Hands clock = new Hands();
  final SecureRandom random = new SecureRandom();
  final Passwords passwords = new Passwords(random, 64, 1);
  final Database database;
  final Path folder;
  final Access access;

  House(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder);
    this.access = another(passwords);
  }

  /** Another instance on the same database, which remembers nothing of the first. */
  Access another(Passwords hashes) {
    return Access.open(
        database,
        clock,
        random,
        hashes,
        Access.Limits.usual(),
        Optional.of(BOOTSTRAP),
        Optional.of(PASSWORD),
        new Secrets(folder.resolve("secrets")));
  }

  SignIn.Outcome signIn(String name, String password, Client client) {
    return access.signIn().signIn(name, password, client, Optional.empty());
  }

  /** The cookie of a sign-in that must succeed. */
  String cookie(Client client) {
    if (signIn("admin", PASSWORD, client) instanceof SignIn.Opened opened) {
      return opened.token();
    }
    throw new AssertionError("not signed in");
  }

  @Override
  public void close() {
    database.close();
  }
}
