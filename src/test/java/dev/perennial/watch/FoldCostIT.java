package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.log.Drain;
import dev.perennial.log.Durability;
import dev.perennial.log.Entry;
import dev.perennial.log.Journal;
import dev.perennial.log.JournalOptions;
import dev.perennial.model.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the fold adds to the drain, measured as CPU time of the drain's thread, which does not
 * depend on what else the machine does: the same rows through the real journal with and without it,
 * in turns. Nothing is asserted but the counts; the figures stand in docs/benchmarks.md.
 */
@Tag("suite")
class FoldCostIT {
  private static final int ROUNDS = Integer.getInteger("fold.rounds", 4);
  private static final int ROWS = Integer.getInteger("fold.rows", 131_072);

  @TempDir Path home;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Random random = new Random(1);
  private long folded;
  private int journals;

  @Test
  void whatTheFoldAddsToTheDrain() {
    try (FoldStage stage = FoldStage.iris(home)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int batch : new int[] {16, 256, 2_048, 8_192}) {
          int rows = Math.min(ROWS, batch * 256);
          double without = micros(stage, rows, batch, (handle, entries) -> {});
          double with = micros(stage, rows, batch, stage.fold);
          folded += rows;
          System.out.printf(
              "round %d, batches of %d: drain %.1f us of CPU a row, with the fold %.1f: + %.1f%n",
              round, batch, without, with, with - without);
        }
      }
      assertEquals(folded, stage.watch().rows());
    }
  }

  private double micros(
      FoldStage stage, int rows, int batch, BiConsumer<Handle, List<Entry>> fold) {
    List<List<Entry>> batches = new ArrayList<>();
    for (int from = 0; from < rows; from += batch) {
      batches.add(entries(stage, batch));
    }
    try (Journal journal =
            Journal.open(
                home.resolve("journal" + journals++), JournalOptions.of(Durability.WRITTEN));
        Drain drain =
            Drain.start(
                journal, stage.database, stage.registry::schema, fold, Duration.ofHours(1))) {
      long before = cpu();
      for (List<Entry> some : batches) {
        journal.append(some);
        assertEquals(true, drain.await(Duration.ofMinutes(1)));
      }
      return (cpu() - before) / 1e3 / rows;
    }
  }

  /** An answered row and its request, as one predict of one row leaves them. */
  private List<Entry> entries(FoldStage stage, int rows) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Entry.Answered row =
          stage.answered(
              FoldStage.START.plusMillis(folded / 8),
              Row.of(
                  5.8 + random.nextGaussian() * .8,
                  3 + random.nextGaussian() * .4,
                  3.7 + random.nextGaussian() * 1.7,
                  1.2 + random.nextGaussian() * .7));
      entries.add(row);
      entries.add(
          new Entry.Request(
              row.id() + (1L << 21), "", "POST", "/api/v1/models/{model}/predict", 200, 300));
    }
    return entries;
  }

  private long cpu() {
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().equals("perennial-drain"))
        .mapToLong(ThreadInfo::getThreadId)
        .map(threads::getThreadCpuTime)
        .sum();
  }
}
