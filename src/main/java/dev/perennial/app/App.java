package dev.perennial.app;

import dev.perennial.access.Access;
import dev.perennial.access.Openness;
import dev.perennial.access.Proxies;
import dev.perennial.db.Database;
import dev.perennial.db.Secrets;
import dev.perennial.demo.Demo;
import dev.perennial.explain.Explainers;
import dev.perennial.log.Drain;
import dev.perennial.log.Eraser;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.LabelLog;
import dev.perennial.log.PredictionLog;
import dev.perennial.log.RequestCounts;
import dev.perennial.log.Retention;
import dev.perennial.log.Uptime;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.VersionId;
import dev.perennial.model.Weka;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.Labels;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.Predictor;
import dev.perennial.training.Drafts;
import dev.perennial.training.ModelFolders;
import dev.perennial.training.Watched;
import dev.perennial.watch.Buckets;
import dev.perennial.watch.Fold;
import dev.perennial.watch.Monitor;
import dev.perennial.watch.References;
import dev.perennial.watch.Report;
import dev.perennial.watch.Standings;
import dev.perennial.watch.Watches;
import dev.perennial.web.Imports;
import dev.perennial.web.filter.Gate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything there is, built in the order of the line and closed in the reverse. Its parts are safe
 * for use by many threads; opening and closing are for one.
 */
public final class App implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(App.class);
  private static final Duration FOR_EVER = Duration.ofDays(100 * 365);

  final Settings settings;
  final Clock clock;
  final Gate gate = new Gate();
  final Database database;
  final Access access;
  final Openness open;
  final Proxies proxies;
  final ModelRegistry registry;
  final LiveModels live;
  final Ids ids;
  final IdText idText;
  final Journal journal;
  final Fold fold;
  final Drain drain;
  final PredictionLog log;
  final RequestCounts counts = new RequestCounts();
  final Predictor predictor;
  final FailedAttempts failures;
  final Eraser eraser;
  final LabelLog labelLog;
  final Labels labels;
  final Explainers explainers;
  final Renewal renewal;
  final References references;
  final Watches watches;
  final Standings standings;
  final Buckets buckets;

  final Study study;

  /** Tables on their way to models. */
  final Drafts drafts;

  /** Finished versions from elsewhere. */
  final Imports imports;

  /** Where tables and their answers wait; what is there at a start is nobody's any more. */
  final Path tables;

  final Monitor monitor;
  final Unattended unattended;
  final Demo demo;

  private final Opened opened;
  private final Uptime uptime;

  private App(
      Settings settings,
      Home home,
      List<Seed> seeds,
      Clock clock,
      Fittings fittings,
      Opened opened) {
    this.settings = settings;
    this.clock = clock;
    this.opened = opened;
    Weka.prepare(home.path());
    tables = home.folder("tmp/tables");
    database = opened.add(fittings.database().apply(home));
    Secrets secrets = new Secrets(home.folder("secrets"));
    Chosen chosen = new Chosen(settings);
    access = chosen.access(database, clock, secrets);
    open = chosen.openness();
    proxies = settings.proxies("perennial.proxy.trusted");
    registry = chosen.registry(database, clock, home, secrets);
    live = new LiveModels(chosen.policy());
    references = new References(database, registry, clock);
    load(seeds);

    watches = new Watches(database, registry, references);
    standings = new Standings(registry, references, watches, clock);
    buckets = new Buckets(database, clock);
    explainers = new Explainers(registry, settings.duration("perennial.explain.limit"));

    int instance = settings.integer("perennial.instance");
    ids = new Ids(clock, instance);
    idText = new IdText(secrets.key("prediction-ids"));
    log = new PredictionLog(database);
    journal = opened.add(Journal.open(home.folder("journal"), chosen.journalOptions()));
    ids.startAfter(Math.max(journal.lastId(), log.lastId()));
    fold = new Fold(registry, references, watches, instance);
    drain =
        opened.add(
            Drain.start(
                journal,
                database,
                key -> registry.schema(key).logged(),
                fittings.counting().apply(fold),
                settings.duration("perennial.drain.interval")));
    eraser = eraser();
    predictor = new Predictor(journal, ids, idText, chosen.policy());
    failures =
        new FailedAttempts(
            journal,
            ids,
            settings.integer("perennial.failures.per-second"),
            () -> counts.count("failed attempt beyond the limit", 400),
            live::isSecret);
    labelLog = new LabelLog(database);
    labels =
        new Labels(
            journal,
            drain,
            log,
            labelLog,
            registry::schema,
            ids,
            idText,
            clock,
            settings.integer("perennial.label.max-rows"));

    renewal =
        opened.add(
            new Renewal(
                settings, database, registry, live, references, drain, this::watched, clock));

    drafts = opened.add(chosen.drafts(home, registry, renewal, clock));
    imports = chosen.imports(registry, opened.add(chosen.models(registry, clock)), access);

    Duration beat = settings.duration("perennial.heartbeat.interval");
    uptime = new Uptime(database, clock, beat, instance, "perennial " + Version.text());
    uptime.start();
    opened.add(uptime::stop);
    opened.add(() -> counts.flush(database, clock));
    schedule(opened.add(new Scheduler("perennial-scheduler", Thread.NORM_PRIORITY)), beat);
    study =
        opened.add(new Study(settings, database, clock, registry, references, standings, buckets));
    monitor =
        Watching.monitor(settings, database, clock, registry, study.ledger, uptime, journal, drain);
    Watching.start(settings, database, clock, monitor, opened);
    unattended = new Unattended(this);
    unattended.start(opened);
    demo = opened.add(Guided.demo(this, this::serve, this::watched, settings));
    takeModels(opened.add(new Scheduler("perennial-models", Thread.MIN_PRIORITY)), home);
  }

  /**
   * Builds and starts everything.
   *
   * @throws RuntimeException with a sentence for people if the start is refused; nothing is then
   *     left open
   */
  public static App open(Settings settings, Home home, List<Seed> seeds, Clock clock) {
    return open(settings, home, seeds, clock, Fittings.STANDARD);
  }

  static App open(Settings settings, Home home, List<Seed> seeds, Clock clock, Fittings fittings) {
    Opened opened = new Opened();
    try {
      return new App(settings, home, seeds, clock, fittings, opened);
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  /** What the monitor says of a model's rows; asked when a run begins, so the monitor is there. */
  private Watched watched(String model) {
    return Watched.of(monitor.alarms(model).stream().map(Report.AlarmReport::alarm).toList());
  }

  /** A model that cannot be loaded stops neither the others nor the start. */
  private void load(List<Seed> seeds) {
    new SeedImport(registry).run(seeds);
    for (String model : registry.models()) {
      try {
        ModelRegistry.Best best = registry.loadBest(model);
        serve(best.model());
        if (!best.trouble().isEmpty()) {
          trouble(model, best.model().id() + " serves instead: " + best.trouble());
        }
      } catch (ModelException e) {
        trouble(model, "no version can be loaded: " + e.getMessage());
      }
    }
  }

  /** A version that answers has its reference: the drain has not to make it then. */
  private void serve(LoadedModel model) {
    var unused = references.find(model.id().key());
    live.serve(model);
  }

  private void trouble(String model, String sentence) {
    logger.error("{}: {}", model, sentence);
    live.trouble(model, sentence);
  }

  private void schedule(Scheduler scheduler, Duration beat) {
    scheduler.every(beat, "the heartbeat", uptime::beat);
    scheduler.every(beat, "counting requests", () -> counts.flush(database, clock));
    Duration age = settings.duration("perennial.retention.age");
    long size = settings.bytes("perennial.retention.size");
    Retention retention =
        new Retention(
            database, clock, age.isZero() ? FOR_EVER : age, size == 0 ? Long.MAX_VALUE : size);
    scheduler.every(Duration.ofMinutes(1), "deleting old rows", retention::sweep);
    scheduler.every(Duration.ofHours(1), "deleting old buckets", buckets::sweep);
  }

  /** On a thread of its own, which ends between two of its small steps. */
  private Eraser eraser() {
    Scheduler scheduler = opened.add(new Scheduler("perennial-eraser", Thread.MIN_PRIORITY));
    Eraser made =
        new Eraser(
            database,
            drain,
            journal.recent(),
            ids,
            model ->
                registry.versions(model).stream().map(VersionId::key).collect(Collectors.toSet()),
            access.audit(),
            clock);
    scheduler.every(Duration.ofMillis(200), "erasing", made::turn);
    return opened.add(made);
  }

  /** On a thread of its own: a model that comes without a classifier is trained first. */
  private void takeModels(Scheduler scheduler, Home home) {
    ModelFolders folders =
        new ModelFolders(home.folder("models"), registry, clock, this::serve, live::trouble);
    Duration scan = settings.duration("perennial.model.scan");
    scheduler.every(scan, "taking models", folders::scan);
    scheduler.every(scan, "making references", references::prepare);
  }

  /** Turns requests away, lets those in progress end, and closes everything in order. */
  @Override
  public void close() {
    gate.stop();
    renewal.events.close();
    Duration patience = settings.duration("perennial.stop.timeout");
    if (!gate.awaitIdle(patience)) {
      logger.warn("{} requests were still in progress after {}", gate.inFlight(), patience);
    }
    opened.close();
  }
}
