package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.JsonText;
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
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.RequestSums;
import dev.perennial.monitor.VersionWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A fold over a database of its own, with one model, and entries for it. */
final class FoldStage implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  final SettableClock clock = new SettableClock();
  final Database database;
  final ModelRegistry registry;
  final LoadedModel model;
  final int version;
  References references;
  Watches watches;
  Buckets buckets;
  Fold fold;
  private final Path home;
  private long next;

  FoldStage(Path home, Seed seed) {
    this.home = home;
    database = Database.open(home.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            home.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            Clock.systemUTC(),
            1);
    new SeedImport(registry).run(List.of(seed));
    model = registry.loadBest(seed.name()).model();
    version = model.id().key();
    references = new References(database, registry, clock);
    watches = new Watches(database, registry, references);
    buckets = readAt(START.plusSeconds(7200));
    fold = new Fold(registry, references, watches, 0);
  }

  static FoldStage iris(Path home) {
    return new FoldStage(home, Seed.folder(Path.of("weka-models/iris")));
  }

  /** Another version of the same model, the champion from now on. */
  LoadedModel another() {
    Path place = home.resolve("registry").resolve(model.id().model()).resolve("1");
    try {
      VersionId id =
          registry.register(
              new ModelRegistry.Parts(
                  registry.manifest(version),
                  Files.readAllBytes(place.resolve("classifier.model")),
                  Files.readString(place.resolve("header.arff")),
                  registry.data(model.id())));
      var unused = registry.promote(id, "a test", "the next version");
      return registry.load(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that is kept in memory is forgotten. */
  void restart() {
    references = new References(database, registry, clock);
    watches = new Watches(database, registry, references);
    fold = new Fold(registry, references, watches, 0);
  }

  /** What reads and sweeps the buckets at this time. */
  Buckets readAt(Instant now) {
    return new Buckets(database, Clock.fixed(now, ZoneOffset.UTC));
  }

  Entry.Answered answered(Instant at, Row row) {
    return answered(model, at, row);
  }

  Entry.Answered answered(LoadedModel by, Instant at, Row row) {
    long id = Ids.firstAt(at) + next++;
    return new Entry.Answered(
        id, 1, by.id().key(), Source.API, row, by.predict(row), 10, 20, List.of());
  }

  Entry.Answered setosa(Instant at) {
    return answered(at, Row.of(5.1, 3.5, 1.4, .2));
  }

  /** A label, which the database has already. */
  Entry.Label label(Entry.Answered of, Instant at, String text) {
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

  /** Puts a row into the log, where later labels find it. */
  void store(Entry.Answered row) {
    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO prediction (id, request, model_version, source, inputs, answer,
                  probabilities, parse_us, score_us)
                VALUES (?, 1, ?, 2, '[]', ?, ?, 1, 1)
                """,
                row.id(),
                version,
                JsonText.answer(row.prediction(), registry.schema(version)),
                JsonText.probabilities(row.prediction())));
  }

  void fold(List<? extends Entry> entries) {
    database.run(handle -> fold.accept(handle, new ArrayList<>(entries)));
  }

  Bucket firstHour() {
    return sum(START, START.plusSeconds(3600));
  }

  Bucket sum(Instant from, Instant to) {
    Bucket sum =
        new Bucket(references.of(version).profile(), registry.schema(version).classes().size());
    buckets
        .rows(model.id(), from, to, Duration.between(from, to))
        .forEach(part -> sum.merge(part.sums()));
    return sum;
  }

  /** Rows a stretch. */
  List<Long> rows(Instant from, Instant to, Duration step) {
    return buckets.rows(model.id(), from, to, step).stream()
        .map(part -> part.sums().rows())
        .toList();
  }

  RequestSums firstMinutesRequests() {
    return buckets.requests(START, START.plusSeconds(60), Duration.ofMinutes(1)).get(0).sums();
  }

  VersionWatch watch() {
    return watches.read(version).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
