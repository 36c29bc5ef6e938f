package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelSource;
import dev.perennial.log.Source;
import dev.perennial.model.Limits;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.Signatures;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.RequestSums;
import dev.perennial.monitor.VersionWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir Path home;
  private Database database;
  private ModelRegistry registry;
  private LoadedModel model;
  private References references;
  private Watches watches;
  private Buckets buckets;
  private Fold fold;
  private int version;
  private long next;

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            home.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            Clock.systemUTC(),
            1);
    new SeedImport(registry).run(List.of(Seed.folder(Path.of("weka-models/iris"))));
    model = registry.loadBest("iris").model();
    version = model.id().key();
    restart();
  }

  private void restart() {
    references = new References(database, registry, Clock.systemUTC());
    watches = new Watches(database, registry, references);
    buckets = new Buckets(database, Clock.fixed(START.plusSeconds(7200), ZoneOffset.UTC));
    fold = new Fold(registry, references, watches, 0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Entry.Answered answered(Instant at, Row row) {
    long id = Ids.firstAt(at) + next++;
    return new Entry.Answered(
        id, 1, version, Source.API, row, model.predict(row), 10, 20, List.of());
  }

  private Entry.Answered setosa(Instant at) {
    return answered(at, Row.of(5.1, 3.5, 1.4, .2));
  }

  private Entry.Label label(Entry.Answered of, Instant at, String text) {
    long id = Ids.firstAt(at) + next++;
    var label = new Entry.Label(id, of.id(), text, 0, LabelSource.ANONYMOUS, "");
    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO label (prediction, id, label, observed_at, source, actor)
                VALUES (?, ?, ?, NULL, 1, '')
                """,
                label.prediction(),
                id,
                text));
    return label;
  }

  private void fold(List<? extends Entry> entries) {
    database.run(handle -> fold.accept(handle, new ArrayList<>(entries)));
  }

  private Bucket lastHour() {
    return sum(START, START.plusSeconds(3600));
  }

  private Bucket sum(Instant from, Instant to) {
    Bucket sum = new Bucket(references.of(version).profile(), 3);
    buckets
        .rows(model.id(), from, to, Duration.between(from, to))
        .forEach(part -> sum.merge(part.sums()));
    return sum;
  }

  private List<Long> rows(Instant from, Instant to, Duration step) {
    return buckets.rows(model.id(), from, to, step).stream()
        .map(part -> part.sums().rows())
        .toList();
  }

  private RequestSums requests() {
    return buckets.requests(START, START.plusSeconds(60), Duration.ofMinutes(1)).get(0).sums();
  }

  private VersionWatch watch() {
    return watches.read(version).orElseThrow();
  }

  @Test
  void rowsCountInTheirMinuteHourAndDay() {
    fold(List.of(setosa(START), setosa(START.plusSeconds(70)), setosa(START.plusSeconds(80))));
    fold(List.of(setosa(START.plusSeconds(75)), setosa(START.plusSeconds(7200))));

    Instant hour = START.plusSeconds(3600);
    assertEquals(List.of(1L, 3L), rows(START, hour, Duration.ofMinutes(1)));
    assertEquals(List.of(4L, 1L), rows(START, START.plusSeconds(10_800), Duration.ofHours(1)));
    assertEquals(List.of(3L), rows(START.plusSeconds(60), hour, Duration.ofHours(1)));
    Instant days = START.plusSeconds(40L * 86_400);
    assertEquals(5, sum(START, days).rows());
    assertEquals(List.of(5L), rows(START.minusSeconds(36_000), days, Duration.ofDays(1)));
    assertEquals(2, sum(START.plusSeconds(61).plusMillis(5), START.plusSeconds(7260)).rows() - 2);
    assertEquals(5, watch().rows());
    assertEquals(START.plusSeconds(7200).toEpochMilli(), watch().lastRowMillis());
  }

  @Test
  void aLabelCountsAtItsPredictionsTimeAndACorrectionMovesIt() {
    Entry.Answered row = setosa(START);
    fold(List.of(row, label(row, START.plusSeconds(5), "virginica")));
    assertEquals(1, lastHour().labels().confusion().n());
    assertEquals(0, lastHour().labels().confusion().correct());

    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO prediction (id, request, model_version, source, inputs, answer,
                  probabilities, parse_us, score_us)
                VALUES (?, 1, ?, 2, '[]', 'setosa', '[0.9,0.05,0.05]', 1, 1)
                """,
                row.id(),
                version));
    fold(List.of(label(row, START.plusSeconds(86_400), "setosa")));
    fold(List.of(label(row, START.plusSeconds(86_401), "setosa")));

    assertEquals(1, lastHour().labels().confusion().n());
    assertEquals(1, lastHour().labels().confusion().correct());
    assertEquals(1, watch().labels());
    assertEquals(1, watch().corrections());
    assertEquals(0, sum(START.plusSeconds(80_000), START.plusSeconds(87_000)).rows());
  }

  @Test
  void aLabelWithoutItsPredictionIsCountedAsLost() {
    fold(List.of(label(setosa(START), START, "setosa")));

    assertEquals(1, fold.lost());
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoTrace() {
    fold(List.of(setosa(START)));
    assertThrows(
        IllegalStateException.class,
        () ->
            database.run(
                handle -> {
                  fold.accept(handle, List.of(setosa(START)));
                  throw new IllegalStateException("the disk is full");
                }));
    fold(List.of(setosa(START)));

    assertEquals(2, watch().rows());
    assertEquals(2, lastHour().rows());
  }

  @Test
  void aRestartChangesNoVerdict() {
    for (int i = 0; i < 30; i++) {
      List<Entry> some = new ArrayList<>();
      for (int k = 0; k < 10; k++) {
        some.add(
            answered(
                START.plusSeconds(i), Row.of(5 + k / 10.0, 3.1, 1.4 + i / 10.0, .2 + k / 10.0)));
      }
      fold(some);
    }
    byte[] before = watch().bytes();
    restart();

    assertArrayEquals(before, watch().bytes());
    assertEquals(1, watch().drift().windowsClosed());
    fold(List.of(setosa(START.plusSeconds(60))));
    assertEquals(301, watch().rows());
  }

  @Test
  void aTickOfItsOwnClosesTheWindowByTime() {
    for (int i = 0; i < 60; i++) {
      fold(List.of(setosa(START.plusSeconds(i))));
    }
    assertEquals(0, watch().drift().windowsClosed());
    database.run(
        handle ->
            watches.change(
                handle, version, watch -> watch.tick(START.plusSeconds(3700).toEpochMilli())));

    assertEquals(1, watch().drift().windowsClosed());
  }

  @Test
  void requestsAreSummedByRouteAndStage() {
    long id = Ids.firstAt(START);
    fold(
        List.of(
            new Entry.Request(id, "", "POST", "/a", 200, 1_000),
            new Entry.Request(id + 1, "", "POST", "/a", 503, 3_000)));
    fold(List.of(new Entry.Request(id + 2, "", "POST", "/a", 200, 1_000)));
    var sums = requests();

    assertEquals(3, sums.span().requests());
    assertEquals(1, sums.span().errors());
    assertEquals(1_000, sums.micros("total", .5), 20);
  }

  @Test
  void aVersionWhoseFilesAreLostIsNotWatchedAndStopsNoOtherRow() throws Exception {
    Files.delete(home.resolve("registry/iris/1/classifier.model"));
    fold(List.of(setosa(START), new Entry.Request(Ids.firstAt(START), "", "GET", "/a", 200, 5)));

    assertTrue(watches.read(version).isEmpty());
    assertEquals(1, requests().span().requests());
  }

  @Test
  void theReferenceTakesInputsFromTrainingAndAnswersFromTheHoldOut() {
    Reference reference = references.of(version);

    assertEquals(120, reference.profile().rows());
    assertEquals(120, reference.profile().columns().get(0).rows());
    assertEquals(30, reference.profile().columns().get(4).rows());
    assertEquals(30, reference.holdOut().orElseThrow().n());
    assertTrue(
        reference.profile().columns().get(2).column().importance() > 0,
        reference.profile().columns().toString());
    restart();
    assertEquals(
        reference.profile().columns().get(2).mean(),
        references.of(version).profile().columns().get(2).mean());
  }

  @Test
  void labelsOfOnePredictionThatCrossBatchesOutOfOrderCountOnce() {
    Entry.Answered row = setosa(START);
    fold(List.of(row));
    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO prediction (id, request, model_version, source, inputs, answer,
                  probabilities, parse_us, score_us)
                VALUES (?, 1, ?, 2, '[]', 'setosa', '[0.9,0.05,0.05]', 1, 1)
                """,
                row.id(),
                version));
    Entry.Label later = label(row, START.plusSeconds(6), "setosa");
    fold(List.of(later));
    Entry.Label earlier = label(row, START.plusSeconds(5), "virginica");
    fold(List.of(earlier));
    assertEquals(1, lastHour().labels().confusion().n());
    assertEquals(1, lastHour().labels().confusion().correct());
    assertEquals(1, watch().labels());
  }

  @Test
  void aSeriesOfHoursBeginsAtTheHourAndASumAtTheMinute() {
    for (int m = 0; m < 180; m++) {
      fold(List.of(setosa(START.plusSeconds(60L * m))));
    }
    Instant from = START.plusSeconds(37 * 60);
    Instant to = from.plusSeconds(7200);

    assertEquals(List.of(60L, 60L, 37L), rows(from, to, Duration.ofHours(1)));
    assertEquals(120, sum(from, to).rows());
  }

  @Test
  void aDamagedStateIsBegunAnewAndStopsNoRow() {
    fold(List.of(setosa(START)));
    database.run(
        handle -> {
          handle.execute("UPDATE watch SET body = X'63', stamp = 1");
          handle.execute("UPDATE bucket SET body = X'63'");
        });
    fold(List.of(setosa(START)));

    assertEquals(1, watch().rows());
    assertEquals(1, lastHour().rows());
  }

  @Test
  void whatIsKeptOnlyInDaysIsStillShownInASeriesOfHours() {
    fold(List.of(setosa(START)));
    buckets = new Buckets(database, Clock.fixed(START.plusSeconds(95L * 86_400), ZoneOffset.UTC));
    buckets.sweep();

    assertEquals(
        List.of(1L),
        rows(START.minusSeconds(5), START.plusSeconds(95L * 86_400), Duration.ofHours(6)));
    assertEquals(1, sum(START, START.plusSeconds(95L * 86_400)).rows());
  }
}
