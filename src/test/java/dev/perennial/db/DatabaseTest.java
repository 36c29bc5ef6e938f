package dev.perennial.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  private static int insert(Handle handle, long id) {
    return handle.execute(
        "INSERT INTO request (id, method, route, status, duration_us) VALUES (?, 'GET', '/', 200, 1)",
        id);
  }

  private static long rows(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM request").mapTo(Long.class).one());
  }

  @Test
  void keepsWhatWasWrittenOverAClose() throws Exception {
    try (Database database = Database.open(folder.resolve("db"))) {
      assertEquals(1, database.<Integer>write(handle -> insert(handle, 1)));
    }
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("db"))));
    try (Database database = Database.open(folder.resolve("db"))) {
      assertEquals(1, rows(database));
    }
  }

  @Test
  void aSecondCloseIsHarmless() {
    Database database = Database.open(folder);
    database.close();
    database.close();
    assertThrows(DatabaseException.class, () -> rows(database));
  }

  @Test
  void goesOnWithADatabaseThatWasMadeByTheV005OfBefore() {
    try (Database database = Database.open(folder)) {
      database.run(
          handle ->
              handle.execute(
                  """
                  UPDATE "flyway_schema_history" SET "checksum" = 1124465015
                  WHERE "version" = '005'
                  """));
      database.run(handle -> insert(handle, 1));
    }
    try (Database database = Database.open(folder)) {
      assertEquals(1, rows(database));
    }
  }

  @Test
  void letsGoOfAFileThatItCannotMigrate() throws Exception {
    try (Database database = Database.open(folder)) {
      database.run(
          handle -> handle.execute("UPDATE \"flyway_schema_history\" SET \"checksum\" = 1"));
    }
    String message =
        String.valueOf(
            assertThrows(DatabaseException.class, () -> Database.open(folder)).getMessage());
    assertTrue(message.contains("cannot be opened"), message);
    try (FileChannel file =
        FileChannel.open(folder.resolve("perennial.mv.db"), StandardOpenOption.WRITE)) {
      assertNotNull(file.tryLock());
    }
  }

  @Test
  void rollsBackWhatThrew() {
    try (Database database = Database.open(folder)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              database.run(
                  handle -> {
                    insert(handle, 1);
                    throw new IllegalStateException("no");
                  }));
      assertEquals(0, rows(database));
    }
  }

  @Test
  void tellsRefusedDataFromAnAbsentDatabase() {
    try (Database database = Database.open(folder)) {
      database.run(handle -> insert(handle, 1));
      DatabaseException refused =
          assertThrows(DatabaseException.class, () -> database.run(handle -> insert(handle, 1)));
      assertTrue(refused.refusesData());
      assertFalse(String.valueOf(refused.getMessage()).contains("INSERT"));
    }
  }

  @Test
  void comesBackAfterItWasShutDownUnderOurFeet() {
    try (Database database = Database.open(folder)) {
      database.run(handle -> insert(handle, 1));
      assertThrows(
          DatabaseException.class, () -> database.run(h -> h.execute("SHUTDOWN IMMEDIATELY")));
      assertEquals(1, eventually(database));
      database.run(handle -> insert(handle, 2));
      assertEquals(2, rows(database));
    }
  }

  @Test
  void waitsOnceForADatabaseThatIsAwayAndComesBackWithIt() throws Exception {
    try (Database database = Database.open(folder)) {
      assertThrows(
          DatabaseException.class, () -> database.run(h -> h.execute("SHUTDOWN IMMEDIATELY")));
      try (FileChannel file =
          FileChannel.open(folder.resolve("perennial.mv.db"), StandardOpenOption.WRITE)) {
        assertNotNull(file.tryLock());
        DatabaseException said = assertThrows(DatabaseException.class, () -> rows(database));
        for (int i = 0; i < 10 && !(said.getCause() instanceof DatabaseException); i++) {
          said = assertThrows(DatabaseException.class, () -> rows(database));
        }
        assertTrue(said.getCause() instanceof DatabaseException, "each waited by itself");
      }
      Thread.sleep(2_500); // longer than the news of a wait in vain holds
      assertEquals(0, eventually(database));
    }
  }

  /** A pooled connection that died unseen costs one failure, never more than the pool has. */
  private static long eventually(Database database) {
    for (int i = 0; i < 10; i++) {
      try {
        return rows(database);
      } catch (DatabaseException e) {
        assertFalse(e.refusesData());
      }
    }
    return rows(database);
  }

  @Test
  void losesNothingWhenThreadsAreInterruptedInTheirCommits() throws Exception {
    try (Database database = Database.open(folder)) {
      AtomicInteger kept = new AtomicInteger();
      AtomicInteger refused = new AtomicInteger();
      AtomicBoolean stop = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; !stop.get(); i++) {
                  int id = i;
                  try {
                    database.run(handle -> insert(handle, id));
                    kept.incrementAndGet();
                  } catch (DatabaseException e) {
                    refused.incrementAndGet();
                  }
                }
              });
      writer.start();
      for (int i = 0; i < 50; i++) {
        Thread.sleep(20);
        writer.interrupt();
      }
      stop.set(true);
      writer.join();
      long rows = eventually(database);
      assertTrue(
          kept.get() > 50,
          "an interrupt must not close the database: " + kept + " kept, refused " + refused);
      assertTrue(rows >= kept.get(), rows + " rows of " + kept);
      database.run(handle -> insert(handle, -1));
    }
  }

  @Test
  void namesTheProcessThatHoldsTheFile() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holding.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      var out = holder.inputReader();
      String line = out.readLine();
      while (line != null && !line.equals("open")) {
        line = out.readLine();
      }
      assertEquals("open", line);
      DatabaseException refused =
          assertThrows(DatabaseException.class, () -> Database.open(folder));
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.contains("process " + holder.pid()), message);
      assertEquals(1, message.lines().count());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Database.open(folder).close();
  }

  /** Opens the database and waits to be killed. */
  static final class Holding {
    public static void main(String[] arguments) throws Exception {
      Database.open(Path.of(arguments[0]));
      System.out.println("open");
      Thread.sleep(600_000);
    }
  }
}
