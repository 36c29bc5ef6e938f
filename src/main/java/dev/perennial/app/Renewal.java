package dev.perennial.app;

import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.LabelLog;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.serving.LiveModels;
import dev.perennial.training.Deployment;
import dev.perennial.training.Margins;
import dev.perennial.training.RowPolicy;
import dev.perennial.training.Runs;
import dev.perennial.training.TrainingRows;
import dev.perennial.training.Watched;
import dev.perennial.watch.References;
import dev.perennial.web.api.RunEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What makes and deploys new versions, built from the settings. Safe for use by many threads. */
final class Renewal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TELL = Duration.ofSeconds(1);

  final Deployment deployment;
  final Runs runs;
  final TrainingRows rows;
  final Margins margins;
  final RunEvents events;
  private final Scheduler telling = new Scheduler("perennial-run-events", Thread.NORM_PRIORITY);

  Renewal(
      Settings settings,
      Database database,
      ModelRegistry registry,
      LiveModels live,
      References references,
      Drain drain,
      Function<String, Watched> watched,
      Clock clock) {
    PredictionLog log = new PredictionLog(database);
    margins = margins(settings);
    rows =
        new TrainingRows(
            registry,
            new LabelLog(database),
            log,
            watched,
            policy(settings),
            margins.rows(),
            clock);
    deployment = new Deployment(registry, live, log, id -> references.find(id.key()));
    boolean atOnce = settings.choice("perennial.train.promote").equals("at-once");
    Runs.Options options = new Runs.Options(margins, atOnce, () -> settle(drain));
    runs = new Runs(database, rows, registry, deployment, options, clock);
    events = new RunEvents(runs);
    telling.every(TELL, "telling how runs go", events::tell);
  }

  private static void settle(Drain drain) {
    if (!drain.await(PATIENCE)) {
      throw new ModelException("the newest labels have not reached the database yet: try again");
    }
  }

  private static RowPolicy policy(Settings settings) {
    return new RowPolicy(
        RowPolicy.Preset.of(settings.choice("perennial.train.rows")).orElseThrow(),
        settings.duration("perennial.train.recent"),
        settings.integer("perennial.train.max-rows"),
        Optional.of(settings.integer("perennial.train.half-life-rows")).filter(rows -> rows > 0),
        settings.duration("perennial.train.half-life-longest"),
        settings.flag("perennial.train.anonymous"),
        RowPolicy.USUAL.newest());
  }

  private static Margins margins(Settings settings) {
    return new Margins(
        settings.integer("perennial.gate.rows"),
        thousandths(settings, "perennial.gate.accuracy-thousandths"),
        thousandths(settings, "perennial.gate.macro-f1-thousandths"),
        thousandths(settings, "perennial.gate.log-loss-thousandths"),
        thousandths(settings, "perennial.gate.class-thousandths"),
        thousandths(settings, "perennial.gate.error-thousandths"));
  }

  private static double thousandths(Settings settings, String key) {
    return settings.integer(key) / 1_000.0;
  }

  @Override
  public void close() {
    telling.close();
    runs.close();
    deployment.close();
  }
}
