package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.PredictionLog.Logged;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process appends predictions and their labels from many threads, with a drain behind, and
 * prints each id once both appends have returned. It is killed at a random moment. Every id that it
 * printed has to be in the database exactly once after the next start.
 *
 * <p>{@code -Dkill.cycles=100} for more cycles.
 */
class KillTest {
  private static final int THREADS = 8;

  @TempDir Path home;

  private static Journal journal(Path home) {
    return Journal.open(
        home.resolve("journal"),
        new JournalOptions(Durability.WRITTEN, 1 << 28, 256 * 1024, 1 << 20));
  }

  private static Drain drain(Journal journal, Database database) {
    return Drain.start(
        journal, database, version -> Sample.SCHEMA, (handle, rows) -> {}, Duration.ofMillis(10));
  }

  @Test
  void everyAcknowledgedRowIsThereExactlyOnceAfterAKill() throws Exception {
    Random random = new Random();
    Set<Long> acknowledged = new HashSet<>();
    int cycles = Integer.getInteger("kill.cycles", 5);
    for (int cycle = 0; cycle < cycles; cycle++) {
      int before = acknowledged.size();
      acknowledged.addAll(runAndKill(1 + random.nextInt(6_000)));
      assertTrue(acknowledged.size() > before, "the child did some work");
      Set<Long> stored = restart();
      Set<Long> lost = new HashSet<>(acknowledged);
      lost.removeAll(stored);
      assertEquals(Set.of(), lost, "lost in cycle " + cycle);
    }
  }

  /** Kills the child in the midst of its work, after it has acknowledged so many rows. */
  private Set<Long> runAndKill(int rows) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<Long> ids = new HashSet<>();
    try (BufferedReader lines = child.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id ")) {
          ids.add(Long.parseLong(line.substring(3)));
        }
        if (ids.size() == rows) {
          child
              .toHandle()
              .destroyForcibly(); // unlike the process's own, it lets us read to the end
        }
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return ids;
  }

  private Set<Long> restart() {
    try (Database database = Database.open(home.resolve("db"));
        Journal journal = journal(home);
        Drain drain = drain(journal, database)) {
      assertTrue(drain.await(Duration.ofMinutes(2)));
      assertEquals(0, journal.counters().damaged());
      assertEquals(0, drain.refused());
      assertEquals(0, labelsTwice(database));
      Set<Long> stored = new HashSet<>();
      new PredictionLog(database)
          .read(Set.of(7), 0, Long.MAX_VALUE, Long.MAX_VALUE, row -> add(stored, row));
      return stored;
    }
  }

  private static long labelsTwice(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) - COUNT(DISTINCT prediction) FROM label")
                .mapTo(Long.class)
                .one());
  }

  private static void add(Set<Long> stored, Logged row) {
    if (row.label().isPresent()) {
      assertTrue(stored.add(row.id()), "twice: " + row.id());
    }
    String size = Long.toString(row.id() % 1000);
    assertEquals("[" + size + ",\"\\\"blue\\\"\",\"é\"]", row.inputs());
  }

  /** What is killed. */
  static final class Child {
    public static void main(String[] arguments) {
      Path home = Path.of(arguments[0]);
      Database database = Database.open(home.resolve("db"));
      Journal journal = journal(home);
      drain(journal, database);
      Ids ids = new Ids(Clock.systemUTC(), 0);
      ids.startAfter(Math.max(journal.lastId(), new PredictionLog(database).lastId()));
      for (int t = 0; t < THREADS; t++) {
        new Thread(() -> append(journal, ids)).start();
      }
    }

    private static void append(Journal journal, Ids ids) {
      while (true) {
        long id = ids.next();
        journal.append(List.of(Sample.answered(id)));
        journal.append(
            List.of(new Entry.Label(ids.next(), id, "setosa", 0, LabelSource.ANONYMOUS, "")));
        System.out.println("id " + id);
      }
    }
  }
}
