package dev.perennial.log;

import dev.perennial.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database, a journal and a drain between them that folds by counting. */
abstract class DrainHouse {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  Database database;
  Journal journal;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("db"));
    journal = openJournal();
    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO request_count (minute_at, route, status, n)
                VALUES (TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00', 'folded', 0, 0)
                """));
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  Journal openJournal() {
    return Journal.open(
        folder.resolve("journal"),
        new JournalOptions(Durability.WRITTEN, 100_000_000, 1 << 20, 1 << 20));
  }

  /** Stands for the monitor's fold: counts every row in the same transaction. */
  static void fold(Handle handle, List<Entry> rows) {
    handle.execute("UPDATE request_count SET n = n + ?", rows.size());
  }

  Drain drain() {
    return drain(DrainHouse::fold);
  }

  Drain drain(BiConsumer<Handle, List<Entry>> fold) {
    return Drain.start(journal, database, version -> Sample.SCHEMA, fold, Duration.ofMillis(20));
  }

  long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  long folded() {
    return number("SELECT n FROM request_count");
  }

  void append(long first, long last) {
    LongStream.rangeClosed(first, last)
        .forEach(id -> journal.append(List.of(Sample.answered(id), Sample.request(id))));
  }
}
