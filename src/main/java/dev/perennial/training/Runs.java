package dev.perennial.training;

import dev.perennial.db.Database;
import dev.perennial.log.Threads;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.training.Run.State;
import dev.perennial.words.Said;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes new versions, one at a time, on a thread of its own and of low priority that nothing
 * interrupts: it writes to the registry. Safe for use by many threads.
 *
 * <p>Weka cannot be asked to stop. A run that is cancelled ends at once for everybody outside; what
 * its thread still computes is thrown away, and the next run waits for that.
 */
public final class Runs implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Runs.class);
  private static final int LONGEST = 1_000;
  private static final Said STOPPED = Said.of("said.run-stopped");
  static final Said STOPPING = Said.of("said.server-stopping");

  private final RunTable table;
  private final TrainingRows rows;
  private final ModelRegistry registry;
  private final Deployment deployment;
  private final Options options;
  private final Clock clock;
  private final Map<Long, ActiveRun> active = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("perennial-training", Thread.MIN_PRIORITY));

  /**
   * How runs go.
   *
   * @param margins of the gate
   * @param atOnce whether an admitted candidate is promoted at once, or waits as the challenger
   * @param settle waits until labels that were taken are in the database
   */
  public record Options(Margins margins, boolean atOnce, Runnable settle) {}

  private boolean closed;
  private boolean lent;

  public Runs(
      Database database,
      TrainingRows rows,
      ModelRegistry registry,
      Deployment deployment,
      Options options,
      Clock clock) {
    table = new RunTable(database);
    this.rows = rows;
    this.registry = registry;
    this.deployment = deployment;
    this.options = options;
    this.clock = clock;
    int left = table.failUnfinished(clock.instant(), STOPPED);
    if (left > 0) {
      logger.warn("{} runs were unfinished when the server stopped", left);
    }
  }

  /**
   * Queues a run.
   *
   * @throws RunRefused if the model has one already, or no champion
   * @throws ModelException if a scheme is none of Weka's
   */
  public synchronized long request(RunRequest request) {
    if (closed) {
      throw new RunRefused(STOPPING);
    }
    request.schemes().forEach(RunRequest.Scheme::check);
    for (ActiveRun run : active.values()) {
      if (run.request.model().equals(request.model())) {
        throw new RunRefused(Said.of("said.run-unfinished", Long.toString(run.id)));
      }
    }
    long id = table.add(request, clock.instant(), Said.of("said.waits-for-its-turn"));
    ActiveRun run = new ActiveRun(id, request, table, clock);
    active.put(id, run);
    thread.execute(() -> perform(run));
    return id;
  }

  /**
   * Lends the training thread for something else, unless it is in use: then nothing happens and the
   * answer is false. A run that is requested meanwhile waits for the end of it.
   */
  synchronized boolean whenIdle(Runnable task) {
    if (closed || lent || !active.isEmpty()) {
      return false;
    }
    lent = true;
    thread.execute(
        () -> {
          try {
            task.run();
          } finally {
            giveBack();
          }
        });
    return true;
  }

  /**
   * Queues something else that trains, so that no two trainings go on at once.
   *
   * @throws RunRefused if the server is stopping
   */
  public synchronized void queue(Runnable task) {
    if (closed) {
      throw new RunRefused(STOPPING);
    }
    thread.execute(task);
  }

  private synchronized void giveBack() {
    lent = false;
  }

  public Optional<Run> find(long id) {
    return table.find(id);
  }

  /** The newest runs of a model, or of all, with ids below {@code before}; the newest first. */
  public List<Run> newest(Optional<String> model, long before, int most) {
    return table.newest(model, before, most);
  }

  /** How far a run is; absent if it is not going on. */
  public Optional<Progress> progress(long id) {
    return Optional.ofNullable(active.get(id)).map(ActiveRun::progress);
  }

  /** Ends a run without a result; false if it had ended. */
  public boolean cancel(long id, String actor) {
    ActiveRun run = active.get(id);
    return run != null && end(run, State.CANCELLED, Said.of("said.run-cancelled", actor));
  }

  private boolean end(ActiveRun run, State state, Said sentence) {
    boolean ended = run.end(state, sentence, Optional.empty(), Optional.empty());
    active.remove(run.id);
    return ended;
  }

  private void perform(ActiveRun run) {
    try {
      make(run);
    } catch (ActiveRun.Ended e) {
      logger.info("what run {} computed is thrown away, since it has ended", run.id);
    } catch (ModelException e) {
      fail(run, Said.of("said.run-failed", why(e)));
    } catch (RunRefused e) {
      fail(run, STOPPED);
    } catch (OutOfMemoryError | StackOverflowError e) {
      fail(run, Said.of("said.run-out-of-memory"));
    } catch (RuntimeException e) {
      // a stop closes the database without waiting for a training that has ended for everybody
      if (!run.hasEnded()) {
        logger.error("run {} failed", run.id, e);
      }
      fail(run, Said.of("said.run-error"));
    } finally {
      active.remove(run.id);
    }
  }

  /** Without a full stop; what a classifier says may be long. */
  private static Said why(ModelException e) {
    String message = String.valueOf(e.getMessage()).replaceFirst("[.!]+$", "");
    boolean known = message.equals(e.getMessage()) && message.length() <= LONGEST;
    return known
        ? e.says()
        : Said.verbatim(message.substring(0, Math.min(LONGEST, message.length())));
  }

  private void fail(ActiveRun run, Said sentence) {
    try {
      boolean unused = end(run, State.FAILED, sentence);
    } catch (RuntimeException e) {
      logger.error("the end of run {} is not recorded", run.id, e);
    }
  }

  private void make(ActiveRun run) {
    run.begin();
    run.phase(State.PREPARING, Said.of("said.run-gathers"));
    options.settle().run();
    TrainingData data =
        rows.gather(run.request.model(), run.request.rows().orElse(rows.policy().preset()));
    DataSummary summary = DataSummary.of(data);
    run.step(
        () -> {
          table.data(run.id, summary);
          return data;
        });
    Candidate candidate = train(run, data, summary);
    run.phase(State.EVALUATING, Said.of("said.run-judges"));
    LoadedModel champion = registry.load(data.champion());
    Gate gate = new Gate(options.margins(), run.id, run.request.mustBeBetter());
    Verdict verdict = candidate.judge(champion, gate, options.margins().rows());
    ModelRegistry.Parts parts =
        candidate.parts(clock.instant(), run.request.actor(), run.request.reason(), verdict);
    run.step(() -> finish(run, verdict, parts));
  }

  private Candidate train(ActiveRun run, TrainingData data, DataSummary summary) {
    Forgetting forgetting = new Forgetting(rows.policy(), data.structure(), data.train());
    int schemes = run.request.schemes().size();
    int folds = schemes > 1 ? schemes * SchemeChoice.FOLDS : 0;
    run.training(folds + forgetting.trainings() + 1, Said.of("said.run-begins"));
    Manifest.Algorithm algorithm = algorithm(run, data.weighted(forgetting.before()));
    String name = Algorithms.name(algorithm);
    Optional<Double> expected =
        table.pace(run.request.model(), name).map(pace -> pace * data.train().size());
    HalfLife halfLife = forgetting.choose(algorithm, expected, run::oneTrained);
    run.step(
        () -> {
          table.data(run.id, summary.with(halfLife));
          return halfLife;
        });
    run.lastTraining(expected, Said.of("said.run-learns", (long) data.train().size()));
    Candidate candidate = Candidate.train(data.weighted(halfLife), algorithm);
    run.trained(name);
    return candidate;
  }

  private Manifest.Algorithm algorithm(ActiveRun run, TrainingData data) {
    List<RunRequest.Scheme> schemes = run.request.schemes();
    Manifest.Algorithm parent = data.manifest().algorithm();
    if (schemes.isEmpty()) {
      return parent;
    }
    RunRequest.Scheme chosen = schemes.get(0);
    if (schemes.size() > 1) {
      SchemeChoice.Chosen best =
          SchemeChoice.best(schemes, data.rows(data.train()), parent.seed(), run::oneTrained);
      run.phase(State.TRAINING, best.sentence());
      chosen = best.scheme();
    }
    return new Manifest.Algorithm(chosen.name(), chosen.options(), parent.seed());
  }

  private boolean finish(ActiveRun run, Verdict verdict, ModelRegistry.Parts parts) {
    VersionId version = registry.register(parts);
    Said sentence =
        verdict.admitted()
            ? deploy(run, version)
            : Said.of("said.run-refused", Integer.toString(version.version()));
    return run.end(
        verdict.admitted() ? State.ADMITTED : State.REFUSED,
        sentence,
        Optional.of(verdict),
        Optional.of(version.version()));
  }

  private Said deploy(ActiveRun run, VersionId version) {
    String reason = "Run %d: %s".formatted(run.id, run.request.reason());
    String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    if (options.atOnce()) {
      var unused = deployment.promote(version, run.request.actor(), shown);
      return Said.of("said.run-answers", Integer.toString(version.version()));
    }
    var unused = registry.challenge(version, run.request.actor(), shown);
    return Said.of("said.run-challenges", Integer.toString(version.version()));
  }

  /** Ends what goes on. A training that cannot be stopped goes on for nobody. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.shutdown();
    for (ActiveRun run : List.copyOf(active.values())) {
      boolean unused = end(run, State.FAILED, STOPPED);
    }
  }
}
