package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalTest extends JournalHouse {
  @ParameterizedTest
  @EnumSource
  void givesBackInOrderWhatManyThreadsAppended(Durability durability) throws Exception {
    int perThread = durability == Durability.FORCED ? 100 : 3_000;
    AtomicLong ids = new AtomicLong();
    try (Journal journal = Journal.open(folder, options(durability))) {
      List<Thread> threads =
          IntStream.range(0, 32)
              .mapToObj(
                  t ->
                      new Thread(
                          () -> {
                            for (int i = 0; i < perThread; i++) {
                              journal.append(List.of(Sample.answered(ids.incrementAndGet())));
                            }
                          }))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertTrue(journal.bytesUndrained() > 0);
      List<Long> drained = drain(journal);
      Collections.sort(drained);
      assertEquals(upTo(ids.get()), drained);
      assertEquals(0, journal.bytesUndrained());
      assertTrue(journal.counters().groups() < ids.get(), "groups of more than one");
    }
    assertEquals(List.of(), segments());
  }

  @Test
  void keepsWhatWasNotDrainedForTheNextRun() throws Exception {
    append(1, 500);
    try (Journal journal = open()) {
      assertEquals(500, journal.lastId());
      assertTrue(journal.oldestUndrained().isPresent());
      journal.append(List.of(Sample.answered(501), Sample.request(502)));
      assertEquals(upTo(502), drain(journal));
    }
  }

  @Test
  void interruptedWritersNeitherLoseARowNorBreakTheFile() throws Exception {
    AtomicLong ids = new AtomicLong();
    AtomicInteger keptInterrupts = new AtomicInteger();
    try (Journal journal = open()) {
      List<Thread> threads =
          IntStream.range(0, 8)
              .mapToObj(
                  t ->
                      new Thread(
                          () -> {
                            for (int i = 0; i < 3_000; i++) {
                              journal.append(List.of(Sample.answered(ids.incrementAndGet())));
                              if (Thread.interrupted()) {
                                keptInterrupts.incrementAndGet();
                              }
                            }
                          }))
              .toList();
      threads.forEach(Thread::start);
      while (threads.stream().anyMatch(Thread::isAlive)) {
        threads.forEach(Thread::interrupt);
        Thread.onSpinWait();
      }
      List<Long> drained = drain(journal);
      Collections.sort(drained);
      assertEquals(upTo(24_000), drained);
      assertTrue(keptInterrupts.get() > 100, "interrupts are handed back: " + keptInterrupts);
      assertEquals(0, journal.counters().failures());
    }
  }

  @Test
  void refusesWhenFullAndTakesAgainWhenDrained() throws Exception {
    JournalOptions small = new JournalOptions(Durability.WRITTEN, 8192, 4096, 1000);
    try (Journal journal = Journal.open(folder, small)) {
      long id = 1;
      while (journal.accepts()) {
        journal.append(List.of(Sample.answered(id++)));
      }
      JournalException full =
          assertThrows(
              JournalException.class, () -> journal.append(List.of(Sample.answered(9999))));
      assertTrue(String.valueOf(full.getMessage()).startsWith("the journal is full: "));
      journal.enqueue(Sample.request(9998));
      assertEquals(1, journal.counters().dropped());
      assertEquals(upTo(id - 1), drain(journal));
      assertTrue(journal.accepts());
      journal.append(List.of(Sample.answered(id)));
    }
  }

  @Test
  void countsTheQueuedEntriesThatItDrops() throws Exception {
    JournalOptions options = new JournalOptions(Durability.WRITTEN, 1 << 20, 4096, 200);
    try (Journal journal = Journal.open(folder, options)) {
      for (int i = 0; i < 1000; i++) {
        journal.enqueue(Sample.request(i));
      }
      int drained = drain(journal).size();
      assertTrue(drained > 0);
      assertEquals(1000, drained + journal.counters().dropped());
    }
  }

  @Test
  void writesWhatNobodyWaitsForWithinABeat() throws Exception {
    try (Journal journal = open()) {
      journal.enqueue(Sample.request(1));
      while (journal.bytesUndrained() == 0) {
        Thread.sleep(1);
      }
      while (journal.counters().forced() == 0) {
        Thread.sleep(1);
      }
      assertEquals(List.of(1L), drain(journal));
    }
  }

  @Test
  void oneJournalAtATimeHasTheFolder() {
    Journal first = open();
    assertThrows(JournalException.class, this::open);
    first.close();
    first.close();
    open().close();
  }

  @Test
  void aFailedOpenLetsTheFolderGo() throws Exception {
    append(1, 1);
    Path odd = folder.resolve("00000000000000ff.journal");
    Files.createDirectory(odd);
    assertThrows(JournalException.class, this::open);
    Files.delete(odd);
    open().close();
  }

  @Test
  void refusesAfterItsClose() {
    Journal journal = open();
    journal.close();
    assertFalse(journal.accepts());
    assertThrows(JournalException.class, () -> journal.append(List.of(Sample.answered(1))));
    journal.enqueue(Sample.request(2));
    assertEquals(1, journal.counters().dropped());
  }
}
