package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.db.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final String PASSWORD = "seven bees in a bonnet";

  @TempDir Path folder;
  @TempDir Path other;
  private House house;
  private Accounts accounts;

  @BeforeEach
  void open() {
    house = new House(folder);
    accounts = house.access.accounts();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void create(String name, Role role) {
    accounts.create(House.ADMIN, name, role, PASSWORD, House.HOME);
  }

  @Test
  void theFirstStartWritesARandomPasswordThatOnlyTheOwnerReads() throws IOException {
    try (Database empty = Database.open(other)) {
      Path secrets = other.resolve("secrets");
      Access first = start(empty, secrets);
      Path file = secrets.resolve("initial-admin-password");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
      String password = Files.readString(file).strip();
      assertInstanceOf(
          SignIn.Opened.class,
          first.signIn().signIn("admin", password, House.HOME, Optional.empty()));
      start(empty, secrets);
      assertEquals(password, Files.readString(file).strip());
      assertEquals(1, first.accounts().list().size());
    }
  }

  private Access start(Database database, Path secrets) {
    return Access.open(
        database,
        house.clock,
        house.random,
        house.passwords,
        Access.Limits.usual(),
        Optional.empty(),
        Optional.empty(),
        new Secrets(secrets));
  }

  @Test
  void aGivenFirstPasswordLeavesNoFileAndMustKeepTheRules() {
    assertFalse(Files.exists(folder.resolve("secrets")));
    try (Database empty = Database.open(other)) {
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () ->
                  Access.open(
                      empty,
                      house.clock,
                      house.random,
                      house.passwords,
                      Access.Limits.usual(),
                      Optional.empty(),
                      Optional.of("admin"),
                      new Secrets(other)));
      assertEquals("perennial.admin.password", refusal.field());
    }
  }

  @Test
  void theLastAdministratorCanBeNeitherRemovedNorMadeAReader() {
    create("ada", Role.READER);
    assertThrows(Refusal.class, () -> accounts.remove(House.ADMIN, "admin", House.HOME));
    assertThrows(
        Refusal.class, () -> accounts.changeRole(House.ADMIN, "admin", Role.READER, House.HOME));
    accounts.changeRole(House.ADMIN, "ada", Role.ADMINISTRATOR, House.HOME);
    accounts.remove(House.ADMIN, "admin", House.HOME);
    assertEquals(List.of("ada"), accounts.list().stream().map(Account::name).toList());
  }

  @Test
  void twoAdministratorsThatRemoveEachOtherAtOnceLeaveOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 10; i++) {
        String last = accounts.list().get(0).name();
        String second = "admin" + i;
        create(second, Role.ADMINISTRATOR);
        List<Callable<Boolean>> both = List.of(() -> removes(last), () -> removes(second));
        int removed = 0;
        for (Future<Boolean> done : threads.invokeAll(both)) {
          removed += done.get() ? 1 : 0;
        }
        assertEquals(1, removed);
        assertEquals(1, accounts.list().size());
      }
    } finally {
      threads.shutdown();
    }
  }

  private boolean removes(String name) {
    try {
      accounts.remove(House.ADMIN, name, House.HOME);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  @Test
  void aChangedRoleHoldsForOpenSessionsAndARemovedAccountsSessionIsDead() {
    create("ada", Role.READER);
    SignIn.Outcome outcome = house.signIn("ada", PASSWORD, House.HOME);
    String cookie = assertInstanceOf(SignIn.Opened.class, outcome).token();
    assertEquals(Role.READER, house.access.sessions().find(cookie).orElseThrow().role());
    accounts.changeRole(House.ADMIN, "ada", Role.ADMINISTRATOR, House.HOME);
    assertEquals(Role.ADMINISTRATOR, house.access.sessions().find(cookie).orElseThrow().role());
    accounts.remove(House.ADMIN, "ada", House.HOME);
    assertTrue(house.access.sessions().find(cookie).isEmpty());
  }

  @Test
  void anAdministratorGivesANewPasswordAndTheOldSessionsEnd() {
    create("ada", Role.READER);
    SignIn.Outcome outcome = house.signIn("ada", PASSWORD, House.HOME);
    String cookie = assertInstanceOf(SignIn.Opened.class, outcome).token();
    accounts.resetPassword(House.ADMIN, "ada", "eight wasps in a bottle", House.HOME);
    assertTrue(house.access.sessions().find(cookie).isEmpty());
    assertInstanceOf(
        SignIn.Opened.class, house.signIn("ada", "eight wasps in a bottle", House.HOME));
  }

  @Test
  void refusesATakenOrHostileNameAndAWeakPassword() {
    create("Ada", Role.READER);
    for (String name : List.of("ada", "", "<b>", "a b", "x".repeat(65), "\u0430da")) {
      assertThrows(Refusal.class, () -> create(name, Role.READER), name);
    }
    Refusal weak =
        assertThrows(
            Refusal.class,
            () -> accounts.create(House.ADMIN, "bob", Role.READER, "password1234", House.HOME));
    assertEquals("password", weak.field());
    assertFalse(weak.text().english().contains("password1234"));
  }

  @Test
  void onlyAnAdministratorActs() {
    Caller reader = new Caller("ada", Optional.of(Role.READER), Caller.How.SESSION);
    assertThrows(
        Refusal.class,
        () -> accounts.create(reader, "eve", Role.ADMINISTRATOR, PASSWORD, House.HOME));
    assertThrows(Refusal.class, () -> accounts.remove(reader, "admin", House.HOME));
    assertThrows(
        Refusal.class, () -> accounts.changeRole(reader, "admin", Role.READER, House.HOME));
    assertThrows(
        Refusal.class, () -> accounts.resetPassword(reader, "admin", PASSWORD, House.HOME));
  }

  @Test
  void everyActIsAuditedOnceWithItsActAndARefusedOneIsNot() {
    create("ada", Role.READER);
    assertThrows(Refusal.class, () -> accounts.remove(House.ADMIN, "admin", House.HOME));
    accounts.remove(House.ADMIN, "ada", House.AWAY);
    List<Audit.Entry> newest = house.access.audit().newest(Long.MAX_VALUE, 2);
    assertEquals(
        List.of("account-removed", "account-created"),
        newest.stream().map(Audit.Entry::act).toList());
    Audit.Entry removed = newest.get(0);
    assertEquals("account:admin", removed.actor());
    assertEquals("ada", removed.detail());
    assertEquals(House.AWAY.address(), removed.client());
    assertEquals(house.clock.instant(), removed.at());
    assertEquals(newest.get(1), house.access.audit().newest(removed.id(), 1).get(0));
  }

  @Test
  void aFloodOfFailuresLeavesFewAuditRowsAndNoTypedName() {
    for (int i = 0; i < 300; i++) {
      house.signIn("my secret password", "x", new Client("10.1." + i / 256 + "." + i, true));
      house.signIn("admin", "x", new Client("10.2." + i / 256 + "." + i, true));
      house.clock.move(Duration.ofSeconds(31));
    }
    List<Audit.Entry> rows = house.access.audit().newest(Long.MAX_VALUE, 1_000);
    assertTrue(rows.size() < 15, "rows: " + rows.size());
    assertFalse(rows.toString().contains("secret"));
  }
}
