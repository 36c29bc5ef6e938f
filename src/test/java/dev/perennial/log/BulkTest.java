package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in bulk leaves half of the journal to single answers, and waits. */
class BulkTest {
  private static final Patience NONE = new Patience(Duration.ZERO, () -> false);
  private static final Patience LONG = new Patience(Duration.ofSeconds(20), () -> false);
  private static final Patience STOPPING = new Patience(Duration.ofSeconds(20), () -> true);
  private static final int BOUND = 64 * 1024;

  @TempDir Path folder;

  private Journal open() {
    return Journal.open(folder, new JournalOptions(Durability.WRITTEN, BOUND, 4 * 1024, 100_000));
  }

  private static List<Entry.Answered> rows(long first) {
    return LongStream.range(first, first + 16).mapToObj(Sample::answered).toList();
  }

  /** Appends in bulk until it has to wait. */
  private static void fill(Journal journal) {
    Bulk bulk = new Bulk(journal);
    assertThrows(
        JournalException.class,
        () -> {
          for (long id = 1; id < 10_000; id += 16) {
            bulk.append(rows(id), NONE);
          }
        });
  }

  @Test
  void leavesHalfOfTheJournalToSingleAnswers() {
    try (Journal journal = open()) {
      fill(journal);
      assertTrue(journal.bytesUndrained() > BOUND / 2, journal.bytesUndrained() + "");
      assertTrue(journal.bytesUndrained() < BOUND * 3 / 4, journal.bytesUndrained() + "");
      journal.append(rows(20_000));
    }
  }

  @Test
  void waitsUntilTheDrainHasMadeRoom() throws Exception {
    try (Journal journal = open()) {
      fill(journal);
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> new Bulk(journal).append(rows(20_000), LONG));
      assertThrows(
          java.util.concurrent.TimeoutException.class,
          () -> waiting.get(100, TimeUnit.MILLISECONDS));
      drain(journal);
      waiting.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aStopOrAnInterruptEndsTheWaitAndNothingIsKept() throws Exception {
    try (Journal journal = open()) {
      fill(journal);
      long before = journal.bytesUndrained();
      assertThrows(JournalException.class, () -> new Bulk(journal).append(rows(20_000), STOPPING));
      Thread.currentThread().interrupt();
      assertThrows(JournalException.class, () -> new Bulk(journal).append(rows(20_000), LONG));
      assertTrue(Thread.interrupted());
      assertEquals(before, journal.bytesUndrained());
    }
  }

  private static void drain(Journal journal) throws IOException {
    for (Optional<Segment> next = journal.nextToDrain();
        next.isPresent();
        next = journal.nextToDrain()) {
      journal.release(next.get(), List.of());
    }
  }
}
