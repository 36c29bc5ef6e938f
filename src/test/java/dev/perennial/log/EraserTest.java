package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.access.Audit;
import dev.perennial.log.Entry.Failed;
import dev.perennial.log.Entry.Label;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EraserTest extends DrainHouse {
  private static final int ROWS = 1_200;

  private Eraser eraser(Drain drain, Function<String, Set<Integer>> versions) {
    Clock clock = Clock.systemUTC();
    Audit audit = new Audit(database, clock);
    return new Eraser(database, drain, journal.recent(), new Ids(clock, 0), versions, audit, clock);
  }

  private Eraser eraser(Drain drain) {
    return eraser(drain, model -> model.equals("iris") ? Set.of(7) : Set.of());
  }

  private static Label label(long id, long prediction) {
    return new Label(id, prediction, "setosa", 0, LabelSource.ADMINISTRATOR, "admin");
  }

  private void fill() {
    append(1, ROWS);
    journal.append(List.of(label(5_001, 10), label(5_002, 10), label(5_003, 1_100)));
    journal.append(
        List.of(new Failed(50, 51, "iris", "no", "{"), new Failed(52, 53, "rose", "no", "{")));
  }

  private long count(String table) {
    return number("SELECT COUNT(*) FROM " + table);
  }

  @Test
  void takesAPeriodWholeEvenWhatHasNotLeftTheJournalAndNothingElse() {
    try (Drain drain = drain();
        Eraser eraser = eraser(drain)) {
      fill();
      Erasure asked = eraser.period("iris", 9, 1_101, "some", "account:ann", "192.0.2.1");
      assertTrue(asked.done().isEmpty());
      eraser.turn();
      Erasure done = eraser.await(asked.id(), Duration.ZERO);
      assertTrue(done.done().isPresent());
      assertEquals(1_091, done.predictions());
      assertEquals(3, done.labels());
      assertEquals(1, done.attempts());
      assertEquals(ROWS - 1_091, count("prediction"));
      assertEquals(0, count("label"));
      assertEquals(1, count("failed_attempt"));
      assertEquals(ROWS, count("request"));
      assertEquals(2L * ROWS + 5, folded());
      assertTrue(journal.recent().version(10).isEmpty());
      assertEquals(2, count("audit"));
    }
  }

  @Test
  void anotherModelsRowsStay() {
    try (Drain drain = drain();
        Eraser eraser = eraser(drain)) {
      fill();
      Erasure asked = eraser.period("rose", 0, 9_999, "all", "account:ann", "192.0.2.1");
      eraser.turn();
      assertEquals(0, eraser.await(asked.id(), Duration.ZERO).predictions());
      assertEquals(ROWS, count("prediction"));
      assertEquals(3, count("label"));
    }
  }

  @Test
  void oneThatWasBrokenOffInTheMiddleIsFinishedByTheNextAndCountsEachRowOnce() {
    try (Drain drain = drain()) {
      fill();
      AtomicInteger pages = new AtomicInteger();
      Eraser broken =
          eraser(
              drain,
              model -> {
                if (pages.incrementAndGet() > 1) {
                  throw new IllegalStateException("killed");
                }
                return Set.of(7);
              });
      Erasure asked = broken.period("iris", 0, 9_999, "all", "account:ann", "192.0.2.1");
      assertThrows(IllegalStateException.class, broken::turn);
      Erasure half = broken.await(asked.id(), Duration.ZERO);
      assertTrue(half.done().isEmpty());
      assertEquals(500, half.predictions());
      assertEquals(ROWS - 500, count("prediction"));
      Eraser next = eraser(drain);
      next.turn();
      Erasure done = next.await(asked.id(), Duration.ZERO);
      assertTrue(done.done().isPresent());
      assertEquals(ROWS, done.predictions());
      assertEquals(3, done.labels());
      assertEquals(0, count("prediction"));
    }
  }

  @Test
  void aStopLeavesTheRestForTheNextStart() {
    try (Drain drain = drain()) {
      fill();
      Eraser stopped = eraser(drain);
      Erasure asked = stopped.one("iris", 10, "one", "account:ann", "192.0.2.1");
      stopped.close();
      stopped.turn();
      assertTrue(stopped.await(asked.id(), Duration.ZERO).done().isEmpty());
      Eraser next = eraser(drain);
      next.turn();
      Erasure done = next.await(asked.id(), Duration.ZERO);
      assertEquals(1, done.predictions());
      assertEquals(2, done.labels());
      assertEquals(1, count("label"));
      assertEquals(2, count("failed_attempt"));
      assertEquals(ROWS - 1, count("prediction"));
    }
  }
}
