package dev.perennial.training;

import dev.perennial.log.JsonText;
import dev.perennial.log.PredictionLog;
import dev.perennial.log.Threads;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.model.Trail;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.words.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lets another version of a model answer, without losing a request. Safe for use by many threads:
 * changes go one after another, on a thread of its own that nothing interrupts.
 *
 * <p>The version is loaded and warmed before anything changes; then the history takes the change,
 * and then requests find it. A kill in between leaves the history right, and the next start serves
 * what it says.
 */
public final class Deployment implements AutoCloseable {
  /** How long a stop waits for what goes on. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How many real inputs a version is warmed with. */
  private static final int RECENT = 200;

  private final ModelRegistry registry;
  private final LiveModels live;
  private final PredictionLog log;
  private final Consumer<VersionId> first;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("perennial-deployment"));

  /**
   * @param first what is done with a version before it answers
   */
  public Deployment(
      ModelRegistry registry, LiveModels live, PredictionLog log, Consumer<VersionId> first) {
    this.first = first;
    this.registry = registry;
    this.live = live;
    this.log = log;
  }

  /**
   * Makes a version the champion and lets it answer.
   *
   * @throws ModelException if it cannot be loaded, does not answer, or answers already; nothing has
   *     changed then
   */
  public Promotion promote(VersionId to, String actor, String reason) {
    return await(
        () -> {
          boolean answers =
              live.find(to.model()).filter(one -> one.model().id().equals(to)).isPresent();
          if (answers && registry.champion(to.model()).filter(to::equals).isPresent()) {
            throw new ModelException(answersAlready(to));
          }
          return change(to, actor, reason);
        });
  }

  /**
   * Makes a version the challenger: it is asked in the shadow of the champion.
   *
   * @throws ModelException if it answers already, or could not be asked
   */
  public Promotion challenge(VersionId version, String actor, String reason) {
    return await(
        () -> {
          Optional<VersionId> champion = registry.champion(version.model());
          if (champion.filter(version::equals).isPresent()) {
            throw new ModelException(answersAlready(version));
          }
          sameInputs(
              registry.load(version).schema(), champion.map(one -> registry.schema(one.key())));
          return registry.challenge(version, actor, reason);
        });
  }

  /**
   * A challenger answers the rows of the champion, so that it must have its inputs.
   *
   * @throws ModelException if it has others
   */
  static void sameInputs(Schema challenger, Optional<Schema> champion) {
    int inputs = challenger.features().size();
    if (champion.filter(schema -> schema.features().size() == inputs).isEmpty()) {
      throw new ModelException(Said.of("said.other-inputs"));
    }
  }

  /**
   * Lets the challenger be one no more: it is not asked in the shadow.
   *
   * @throws ModelException if this version is not the challenger
   */
  public Promotion withdraw(VersionId version, String actor, String reason) {
    return await(
        () -> {
          if (registry.challenger(version.model()).filter(version::equals).isEmpty()) {
            throw new ModelException(
                Said.of("said.not-the-challenger", Integer.toString(version.version())));
          }
          return registry.withdraw(version, actor, reason);
        });
  }

  /**
   * Promotes the champion before the present one.
   *
   * @param answering the version that is to give way; absent for whichever answers
   * @throws ModelException if there was none, or another version answers
   */
  public Promotion rollBack(
      String model, Optional<Integer> answering, String actor, String reason) {
    return await(
        () -> {
          Optional<Integer> now = registry.champion(model).map(VersionId::version);
          if (answering.isPresent() && !answering.equals(now)) {
            throw new ModelException(answersNoMore(answering.get(), now));
          }
          VersionId before =
              Trail.of(registry.history(model))
                  .before()
                  .flatMap(number -> registry.version(model, number))
                  .orElseThrow(() -> new ModelException(Said.of("said.no-champion-before")));
          return change(before, actor, reason);
        });
  }

  private Promotion change(VersionId to, String actor, String reason) {
    LoadedModel model = registry.load(to);
    Live warm = live.prepare(model, recent(model));
    first.accept(to);
    Promotion made = registry.promote(to, actor, reason);
    live.swap(warm);
    return made;
  }

  /** The inputs of the newest predictions, as rows of this version. */
  private List<Row> recent(LoadedModel model) {
    if (model.schema().hasPrivate()) {
      return List.of();
    }
    Set<Integer> keys =
        registry.versions(model.id().model()).stream()
            .filter(id -> !registry.schema(id.key()).hasPrivate())
            .filter(
                id ->
                    registry.schema(id.key()).features().size() == model.schema().features().size())
            .map(VersionId::key)
            .collect(Collectors.toSet());
    return log.newest(keys, RECENT).stream()
        .map(row -> Row.of(model.schema(), JsonText.values(row.inputs())))
        .toList();
  }

  private static Said answersAlready(VersionId version) {
    return Said.of("said.answers-already", Integer.toString(version.version()));
  }

  private static Said answersNoMore(int version, Optional<Integer> now) {
    String gone = Integer.toString(version);
    return now.map(one -> Said.of("said.another-answers", Integer.toString(one), gone))
        .orElseGet(() -> Said.of("said.none-answers", gone));
  }

  /** Waits for the end: an interrupt of the caller must not leave half a change. */
  private <T> T await(Callable<T> change) {
    Future<T> future;
    try {
      future = thread.submit(change);
    } catch (RejectedExecutionException e) {
      throw new RunRefused(Runs.STOPPING);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException cause) {
            throw cause;
          }
          throw new IllegalStateException("a deployment failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets a change in progress end. */
  @Override
  public void close() {
    boolean unused = Threads.end(thread, PATIENCE);
  }
}
