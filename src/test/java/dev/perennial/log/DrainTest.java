package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Failed;
import dev.perennial.log.Entry.Request;
import dev.perennial.log.PredictionLog.Logged;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrainTest extends DrainHouse {
  @Test
  void storesEveryKindOfRowAsTheTableDesignSays() {
    Answered odd =
        new Answered(
            10,
            11,
            7,
            Source.FORM,
            Row.of(new double[] {0.1, Row.OTHER, Row.OTHER}, new String[] {"", "a\"b\n", "é\\"}),
            Prediction.ofClass(1.0 / 3, 2.0 / 3),
            12,
            13,
            List.of("out_of_range:size"));
    Answered plain = Sample.answered(20, Row.of(5.0, 1, Row.MISSING));
    try (Drain drain = drain()) {
      journal.append(List.of(odd, plain, new Failed(30, 31, "iris", "no\0", "{")));
      journal.enqueue(new Request(40, "abc", "GET", "/", 200, 5));
      journal.enqueue(Sample.request(41));
      assertTrue(drain.await(PATIENCE));
      assertEquals(5, drain.moved());
    }
    List<Logged> rows = new ArrayList<>();
    new PredictionLog(database).read(Set.of(7), 0, Long.MAX_VALUE, 99, rows::add);
    assertEquals(
        new Logged(
            10,
            11,
            7,
            Source.FORM,
            "[0.1,\"a\\\"b\\u000a\",\"é\\\\\"]",
            "virginica",
            "[0.3333333333333333,0.6666666666666666]",
            12,
            13,
            "[\"out_of_range:size\"]",
            Optional.empty()),
        rows.get(0));
    assertEquals("[5,\"\\\"blue\\\"\",null]", rows.get(1).inputs());
    assertEquals("[]", rows.get(1).warnings());
    assertEquals(1, number("SELECT COUNT(*) FROM prediction WHERE warnings IS NULL"));
    assertEquals(1, number("SELECT COUNT(*) FROM request WHERE client_id IS NULL"));
    assertEquals(1, number("SELECT COUNT(*) FROM failed_attempt WHERE reason = 'no\uFFFD'"));
  }

  @Test
  void movesTheRowsOfManyThreadsExactlyOnce() throws Exception {
    AtomicLong ids = new AtomicLong();
    try (Drain drain = drain()) {
      List<Thread> threads =
          IntStream.range(0, 32)
              .mapToObj(
                  t ->
                      new Thread(
                          () -> {
                            for (int i = 0; i < 2_000; i++) {
                              journal.append(List.of(Sample.answered(ids.incrementAndGet())));
                            }
                          }))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertTrue(drain.await(PATIENCE));
      assertEquals(64_000, number("SELECT COUNT(*) FROM prediction"));
      assertEquals(64_000, number("SELECT MAX(id) FROM prediction"));
      assertEquals(64_000, folded());
      assertEquals(0, journal.bytesUndrained());
      assertEquals("", drain.trouble());
    }
  }

  @Test
  void aReplayInsertsAndFoldsNothingTwice() throws Exception {
    append(1, 1_000);
    journal.close();
    Path kept = folder.resolve("kept");
    JournalHouse.copy(folder.resolve("journal"), kept);
    journal = openJournal();
    drain().close();
    assertEquals(2_000, folded());
    journal.close();
    JournalHouse.copy(kept, folder.resolve("journal"));
    journal = openJournal();
    append(1_001, 1_010);
    drain().close();
    assertEquals(1_010, number("SELECT COUNT(*) FROM prediction"));
    assertEquals(1_010, number("SELECT COUNT(*) FROM request"));
    assertEquals(2_020, folded());
  }

  @Test
  void pagesThroughTheLogByKey() {
    try (Drain drain = drain()) {
      append(1, 2_500);
      assertTrue(drain.await(PATIENCE));
    }
    PredictionLog log = new PredictionLog(database);
    List<Long> ids = new ArrayList<>();
    log.read(Set.of(7), 10, 2_400, 2_200, row -> ids.add(row.id()));
    assertEquals(LongStream.rangeClosed(11, 2_210).boxed().toList(), ids);
    log.read(Set.of(), 0, 99, 99, row -> ids.add(-1L));
    log.read(Set.of(8), 0, 99, 99, row -> ids.add(-1L));
    assertEquals(2_200, ids.size());
    assertEquals(Optional.of(5L), log.find(5).map(Logged::id));
    assertEquals(2_500, log.lastId());
  }
}
