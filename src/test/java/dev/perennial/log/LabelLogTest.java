package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.PredictionLog.Logged;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelLogTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Instant SEEN = Instant.parse("2026-05-04T03:02:01.123Z");

  @TempDir Path folder;
  private Database database;
  private Journal journal;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("db"));
    journal = openJournal();
  }

  @AfterEach
  void close() {
    journal.close();
    database.close();
  }

  private Journal openJournal() {
    return Journal.open(
        folder.resolve("journal"),
        new JournalOptions(Durability.WRITTEN, 100_000_000, 1 << 20, 1 << 20));
  }

  private void drain(BiConsumer<Handle, List<Entry>> fold) {
    try (Drain drain =
        Drain.start(journal, database, v -> Sample.SCHEMA, fold, Duration.ofMillis(20))) {
      assertTrue(drain.await(PATIENCE));
      assertEquals(0, drain.refused());
    }
  }

  private void drain() {
    drain((handle, entries) -> {});
  }

  private static Label label(long id, long prediction, String text) {
    return new Label(id, prediction, text, 0, LabelSource.ANONYMOUS, "");
  }

  private long count() {
    return database.read(h -> h.createQuery("SELECT COUNT(*) FROM label").mapTo(Long.class).one());
  }

  private List<Logged> rows() {
    List<Logged> rows = new ArrayList<>();
    new PredictionLog(database).read(Set.of(7), 0, Long.MAX_VALUE, Long.MAX_VALUE, rows::add);
    return rows;
  }

  @Test
  void keepsEveryFieldOfALabel() {
    Label full = new Label(20, 10, "setosa", SEEN.toEpochMilli(), LabelSource.TOKEN, "laboratory");
    Label bare = new Label(21, 11, "-1.5", 0, LabelSource.ADMINISTRATOR, "");
    journal.append(List.of(Sample.answered(10), Sample.answered(11), full, bare));
    drain();
    assertEquals(
        Map.of(10L, full, 11L, bare), new LabelLog(database).current(List.of(9L, 10L, 11L)));
    assertEquals(List.of(Optional.of(full), Optional.of(bare)), labels(rows()));
    assertEquals(Optional.of(full), new PredictionLog(database).find(10).orElseThrow().label());
  }

  private static List<Optional<Label>> labels(List<Logged> rows) {
    return rows.stream().map(Logged::label).toList();
  }

  @Test
  void theLabelOfTheGreatestIdHoldsAndTheOthersAreHistory() {
    Label first = label(20, 10, "setosa");
    Label second = label(21, 10, "virginica");
    Label third = label(22, 10, "setosa");
    journal.append(List.of(Sample.answered(10), Sample.answered(11), first, third));
    drain();
    journal.append(List.of(second));
    drain();
    LabelLog log = new LabelLog(database);
    assertEquals(List.of(first, second, third), log.history(10));
    assertEquals(Map.of(10L, third), log.current(List.of(10L, 11L)));
    assertEquals(List.of(Optional.of(third), Optional.empty()), labels(rows()));
    assertEquals(List.of(), log.history(11));
  }

  @Test
  void theFoldGetsEachLabelOnceInTheTransactionThatStoresIt() throws Exception {
    List<Label> folded = new ArrayList<>();
    BiConsumer<Handle, List<Entry>> fold =
        (handle, entries) -> {
          for (Label label : RowWriter.of(Label.class, entries)) {
            folded.add(label);
            assertTrue(
                LabelLog.histories(handle, List.of(label.prediction()))
                    .getOrDefault(label.prediction(), List.of())
                    .contains(label));
          }
        };
    List<Label> labels =
        LongStream.range(0, 500).mapToObj(i -> label(1_000 + i, i / 2 + 1, "setosa")).toList();
    LongStream.rangeClosed(1, 250).forEach(i -> journal.append(List.of(Sample.answered(i))));
    journal.append(labels);
    journal.close();
    Path kept = folder.resolve("kept");
    JournalHouse.copy(folder.resolve("journal"), kept);
    journal = openJournal();
    drain(fold);
    assertEquals(labels, folded);
    journal.close();
    JournalHouse.copy(kept, folder.resolve("journal"));
    journal = openJournal();
    journal.append(List.of(label(2_000, 1, "virginica")));
    drain(fold);
    assertEquals(501, folded.size());
    assertEquals(501, count());
    assertEquals(250, rows().size());
  }

  @Test
  void findsTheVersionsAndLabelsOfThousandsOfPredictions() {
    List<Entry> entries = new ArrayList<>();
    LongStream.rangeClosed(1, 3_000).forEach(i -> entries.add(Sample.answered(i)));
    LongStream.rangeClosed(1, 3_000).forEach(i -> entries.add(label(5_000 + i, i, "setosa")));
    journal.append(entries);
    drain();
    List<Long> ids = LongStream.rangeClosed(1, 3_001).boxed().toList();
    Map<Long, Integer> versions = new PredictionLog(database).versions(ids);
    assertEquals(3_000, versions.size());
    assertEquals(Set.of(7), Set.copyOf(versions.values()));
    assertEquals(3_000, new LabelLog(database).current(ids).size());
    assertEquals(Map.of(), new LabelLog(database).current(List.of()));
    assertEquals(3_000, rows().stream().filter(row -> row.label().isPresent()).count());
  }

  @Test
  void findsTheLabelsOfRowsThatStandFarApartAmongThoseOfOtherModels() {
    List<Entry> entries = new ArrayList<>();
    LongStream.of(1, 20_000).forEach(i -> entries.add(Sample.answered(i)));
    LongStream.rangeClosed(1, 20_000).forEach(i -> entries.add(label(30_000 + i, i, "setosa")));
    entries.add(label(60_000, 20_000, "virginica"));
    journal.append(entries);
    drain();
    assertEquals(
        List.of("setosa", "virginica"),
        rows().stream().map(row -> row.label().orElseThrow().text()).toList());
  }

  @Test
  void aLabelGoesWithItsPredictionHoweverLateItCame() {
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    long old = Ids.firstAt(now.minus(Duration.ofDays(40)));
    long young = Ids.firstAt(now.minus(Duration.ofDays(20)));
    long today = Ids.firstAt(now);
    journal.append(List.of(Sample.answered(old), Sample.answered(young)));
    journal.append(List.of(label(today, old, "setosa"), label(today + 1, old, "virginica")));
    journal.append(List.of(label(today + 2, young, "setosa")));
    drain();
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new Retention(database, clock, Duration.ofDays(30), Long.MAX_VALUE).sweep();
    assertEquals(List.of(), new LabelLog(database).history(old));
    assertEquals(1, new LabelLog(database).history(young).size());
    assertEquals(1, rows().size());
  }

  @Test
  void idsAfterARestartAreAboveThoseOfAllLabels() {
    journal.append(List.of(Sample.answered(10), label(5_000, 10, "setosa")));
    drain();
    assertEquals(5_000, new PredictionLog(database).lastId());
  }
}
