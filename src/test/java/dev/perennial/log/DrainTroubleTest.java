package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry.Request;
import dev.perennial.model.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/**
 * The database is away, lost or locked, a row is poison, a fold breaks: nothing is lost or doubled.
 */
class DrainTroubleTest extends DrainHouse {
  @Test
  void goesOnWhileTheDatabaseIsAwayAndCatchesUp() throws Exception {
    try (Drain drain = drain()) {
      append(1, 100);
      assertTrue(drain.await(PATIENCE));
      database.run(handle -> handle.execute("ALTER TABLE prediction RENAME TO away"));
      append(101, 200);
      while (drain.trouble().isEmpty()) {
        Thread.sleep(5);
      }
      assertTrue(drain.trouble().startsWith("the database does not answer: "), drain.trouble());
      assertFalse(drain.await(Duration.ofMillis(50)));
      assertTrue(journal.accepts());
      append(201, 300);
      database.run(handle -> handle.execute("ALTER TABLE away RENAME TO prediction"));
      assertTrue(drain.await(PATIENCE));
      assertEquals("", drain.trouble());
      assertEquals(300, number("SELECT COUNT(*) FROM prediction"));
      assertEquals(600, folded());
    }
  }

  @Test
  void catchesUpAfterTheDatabaseWasLost() {
    try (Drain drain = drain()) {
      for (int i = 0; i < 5; i++) {
        append(100L * i + 1, 100L * i + 100);
        assertThrows(
            RuntimeException.class, () -> database.run(h -> h.execute("SHUTDOWN IMMEDIATELY")));
      }
      assertTrue(drain.await(PATIENCE));
    }
    assertEquals(500, number("SELECT COUNT(*) FROM prediction"));
    assertEquals(1_000, folded());
  }

  @Test
  void aLockedTableOnlyDelays() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (Drain drain = drain()) {
      database.run(
          handle -> {
            handle.execute("UPDATE request_count SET n = n + 0");
            append(1, 10);
            while (drain.trouble().isEmpty()) {
              Thread.onSpinWait();
            }
            done.set(true);
          });
      assertTrue(done.get());
      assertTrue(drain.await(PATIENCE));
      assertEquals(20, folded());
    }
  }

  @Test
  void aPoisonRowIsPutAsideAndKeepsNobodyBack() throws Exception {
    try (Drain drain = drain()) {
      append(1, 500);
      journal.append(List.of(Sample.answered(501, Row.of(1, 99, Row.MISSING))));
      journal.append(List.of(Sample.request(502), tooLong(503)));
      append(504, 1_000);
      assertTrue(drain.await(PATIENCE));
      assertEquals(2, drain.refused());
      assertEquals("", drain.trouble());
    }
    assertEquals(997, number("SELECT COUNT(*) FROM prediction"));
    assertEquals(998, number("SELECT COUNT(*) FROM request"));
    assertEquals(1_995, folded());
    Path aside = folder.resolve("journal").resolve("damaged");
    assertTrue(Files.readString(aside.resolve("501.txt")).contains("99"));
    assertTrue(Files.readString(aside.resolve("503.txt")).contains("the database refused a value"));
  }

  private static Request tooLong(long id) {
    return new Request(id, "x".repeat(101), "GET", "/", 200, 1);
  }

  @Test
  void aRowThatTheFoldBreaksOnIsStoredAndOnlyNotFolded() {
    BiConsumer<Handle, List<Entry>> fragile =
        (handle, rows) -> {
          if (rows.stream().anyMatch(row -> row.id() == 77)) {
            throw new ArithmeticException("77");
          }
          fold(handle, rows);
        };
    try (Drain drain = drain(fragile)) {
      append(1, 76);
      journal.append(List.of(Sample.answered(77)));
      append(78, 100);
      assertTrue(drain.await(PATIENCE));
      assertEquals(0, drain.refused());
      assertEquals(1, drain.unfolded());
    }
    assertEquals(100, number("SELECT COUNT(*) FROM prediction"));
    assertEquals(198, folded());
  }

  @Test
  void aFoldThatBreaksOnAWholeBatchIsTriedAgain() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    BiConsumer<Handle, List<Entry>> fold =
        (handle, rows) -> {
          if (broken.get()) {
            throw new ArithmeticException("always");
          }
          fold(handle, rows);
        };
    try (Drain drain = drain(fold)) {
      journal.append(LongStream.rangeClosed(1, 200).mapToObj(Sample::answered).toList());
      while (drain.trouble().isEmpty()) {
        Thread.sleep(5);
      }
      broken.set(false);
      assertTrue(drain.await(PATIENCE));
      assertEquals(0, drain.unfolded());
    }
    assertEquals(200, folded());
  }
}
