package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.Durability;
import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.JournalOptions;
import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.log.PredictionLog;
import dev.perennial.log.Source;
import dev.perennial.model.Limits;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.Signatures;
import dev.perennial.model.VersionId;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that renewing needs, of real parts, on one model. */
final class House implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final Clock clock = Clock.systemUTC();
  final Database database;
  final ModelRegistry registry;
  final LiveModels live = new LiveModels(new Policy(false, false, false, 1_000));
  final Journal journal;
  final Drain drain;
  final Ids ids = new Ids(clock, 0);
  final Deployment deployment;
  final String model;
  Watched watched = new Watched(Optional.empty(), List.of());

  House(Path home, Seed seed) {
    model = seed.name();
    database = Database.open(home.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            home.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            clock,
            1);
    new SeedImport(registry).run(List.of(seed));
    live.serve(registry.loadBest(model).model());
    journal =
        Journal.open(
            home.resolve("journal"),
            new JournalOptions(Durability.WRITTEN, 100_000_000, 1 << 20, 1 << 20));
    drain =
        Drain.start(
            journal, database, registry::schema, (handle, rows) -> {}, Duration.ofMillis(20));
    deployment = new Deployment(registry, live, new PredictionLog(database), id -> {});
  }

  TrainingRows rows(RowPolicy policy) {
    return new TrainingRows(
        registry,
        new LabelLog(database),
        new PredictionLog(database),
        model -> watched,
        policy,
        Margins.USUAL.rows(),
        clock);
  }

  Runs runs(RowPolicy policy, boolean atOnce) {
    Runs.Options options = new Runs.Options(Margins.USUAL, atOnce, this::settle);
    return new Runs(database, rows(policy), registry, deployment, options, clock);
  }

  RunRequest request(RunRequest.Scheme... schemes) {
    return new RunRequest(
        model, "account:ada", "the test asks", false, Optional.empty(), List.of(schemes));
  }

  /** Asks the live version, logs the answer and the label. */
  void labelled(Row row, String label, LabelSource source) {
    var version = live.find(model).orElseThrow().model();
    long id = ids.next();
    journal.append(
        List.of(
            new Entry.Answered(
                id, 1, version.id().key(), Source.API, row, version.predict(row), 1, 1, List.of()),
            new Entry.Label(ids.next(), id, label, 0, source, "")));
  }

  /** Asks the live version and logs the answer alone. */
  void answered(Row row) {
    var version = live.find(model).orElseThrow().model();
    journal.append(
        List.of(
            new Entry.Answered(
                ids.next(),
                1,
                version.id().key(),
                Source.API,
                row,
                version.predict(row),
                1,
                1,
                List.of())));
  }

  void label(long prediction, String label, LabelSource source) {
    journal.append(List.of(new Entry.Label(ids.next(), prediction, label, 0, source, "")));
  }

  void settle() {
    assertTrue(drain.await(PATIENCE));
  }

  VersionId champion() {
    return registry.champion(model).orElseThrow();
  }

  /** Waits for the end of a run. */
  static Run ended(Runs runs, long id) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      Run run = runs.find(id).orElseThrow();
      if (run.state().hasEnded()) {
        return run;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the run has not ended: " + runs.find(id));
  }

  @Override
  public void close() {
    deployment.close();
    drain.close();
    journal.close();
    database.close();
  }
}
