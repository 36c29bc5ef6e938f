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
    int left = table.failUnfinished(clock.instant(), "The server stopped before the run ended.");
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
      throw new RunRefused("The server is stopping.");
    }
    request.schemes().forEach(RunRequest.Scheme::check);
    for (ActiveRun run : active.values()) {
      if (run.request.model().equals(request.model())) {
        throw new RunRefused(
            "Run %d of this model has not ended: wait for it, or cancel it.".formatted(run.id));
      }
    }
    long id = table.add(request, clock.instant(), "Waits for its turn.");
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
      throw new RunRefused("The server is stopping.");
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
    return run != null && end(run, State.CANCELLED, "Cancelled by " + actor + ".");
  }

  private boolean end(ActiveRun run, State state, String sentence) {
    boolean ended = run.end(state, sentence, Optional.empty(), Optional.empty());
    active.remove(run.id);
    return ended;
  }

  private void perform(ActiveRun run) {
    try {
      make(run);
    } catch (ActiveRun.Ended e) {
      logger.info("what run {} computed is thrown away, since it has ended", run.id);
    } catch (ModelException | RunRefused e) {
      fail(run, "It failed: " + e.getMessage() + ".");
    } catch (OutOfMemoryError | StackOverflowError e) {
      fail(run, "It failed: there is not enough memory to learn so many rows this way.");
    } catch (RuntimeException e) {
      // a stop closes the database without waiting for a training that has ended for everybody
      if (!run.hasEnded()) {
        logger.error("run {} failed", run.id, e);
      }
      fail(run, "It failed for a reason of the server's own; the log has it.");
    } finally {
      active.remove(run.id);
    }
  }

  private void fail(ActiveRun run, String sentence) {
    try {
      String shown = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
      boolean unused = end(run, State.FAILED, shown.replaceFirst("[.!]+$", "."));
    } catch (RuntimeException e) {
      logger.error("the end of run {} is not recorded", run.id, e);
    }
  }

  private void make(ActiveRun run) {
    run.begin();
    run.phase(State.PREPARING, "Gathers the rows to learn from.");
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
    run.phase(State.EVALUATING, "Judges the candidate and the champion on the same rows.");
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
    run.training(folds + forgetting.trainings() + 1, "Begins to learn.");
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
    run.lastTraining(expected, "Learns from %,d rows.".formatted(data.train().size()));
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
    String sentence =
        verdict.admitted()
            ? deploy(run, version)
            : "The gate refused version %d.".formatted(version.version());
    return run.end(
        verdict.admitted() ? State.ADMITTED : State.REFUSED,
        sentence,
        Optional.of(verdict),
        Optional.of(version.version()));
  }

  private String deploy(ActiveRun run, VersionId version) {
    String reason = "Run %d: %s".formatted(run.id, run.request.reason());
    String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    if (options.atOnce()) {
      var unused = deployment.promote(version, run.request.actor(), shown);
      return "The gate admitted version %d, which answers now.".formatted(version.version());
    }
    var unused = registry.challenge(version, run.request.actor(), shown);
    return "The gate admitted version %d, which waits to be promoted.".formatted(version.version());
  }

  /** Ends what goes on. A training that cannot be stopped goes on for nobody. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.shutdown();
    for (ActiveRun run : List.copyOf(active.values())) {
      boolean unused = end(run, State.FAILED, "The server stopped before the run ended.");
    }
  }
}
