package dev.perennial.demo;

import dev.perennial.db.Database;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelCopies;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.VersionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model that the demo plays on: a copy of a seed, made and removed whole. For many threads. */
public final class Copy {
  /** The name of the copy. */
  public static final String MODEL = "iris-demo";

  /** Who did what the demo does. */
  public static final String ACTOR = "demo";

  private static final String SEED = "iris";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ModelRegistry registry;
  private final ModelCopies copies;
  private final Traces traces;
  private final Doors doors;
  private final Consumer<LoadedModel> serve;
  private final Consumer<Runnable> betweenLooks;

  /**
   * @param serve lets a version answer, and be watched
   * @param betweenLooks does something while the monitor does not look
   */
  public Copy(
      Database database,
      ModelRegistry registry,
      Clock clock,
      Doors doors,
      Consumer<LoadedModel> serve,
      Consumer<Runnable> betweenLooks) {
    this.registry = registry;
    this.doors = doors;
    this.serve = serve;
    this.betweenLooks = betweenLooks;
    copies = new ModelCopies(registry, clock);
    traces = new Traces(database);
  }

  /** Whether there is a seed to copy, and no model of somebody else has the copy's name. */
  boolean isPossible() {
    return !registry.versions(SEED).isEmpty() && (registry.versions(MODEL).isEmpty() || stands());
  }

  /** Whether the copy is there. */
  boolean stands() {
    return first().isPresent();
  }

  /** How the copy came to be; empty also where a model of somebody else has its name. */
  private Optional<Promotion> first() {
    List<Promotion> history = registry.history(MODEL);
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(history.get(history.size() - 1)).filter(p -> p.actor().equals(ACTOR));
  }

  /** Makes it anew, and lets it answer; gives the flowers it knows. */
  Flowers make(long seed) {
    VersionId from = registry.versions(SEED).get(0);
    VersionId made =
        copies.copy(from, MODEL, "Iris species, for the demo", ACTOR, "the guided demo begins");
    serve.accept(registry.load(made));
    return new Flowers(registry.data(made), registry.schema(made.key()).target().name(), seed);
  }

  /** Removes it with all that came of it; nothing happens if it does not stand. */
  void remove() {
    Optional<Instant> since = first().map(Promotion::at);
    if (since.isEmpty()) {
      return;
    }
    doors.live().withdraw(MODEL);
    if (!doors.drain().await(PATIENCE)) {
      throw new ModelException("its newest rows have not reached the database yet: try again");
    }
    List<VersionId> versions = registry.versions(MODEL);
    betweenLooks.accept(() -> traces.delete(MODEL, versions, since.get()));
    copies.delete(versions);
  }

  /** How many rows of the demo the log holds. */
  long rows() {
    List<VersionId> versions = registry.versions(MODEL);
    return versions.isEmpty()
        ? 0
        : first().map(promotion -> traces.rows(versions, promotion.at())).orElse(0L);
  }
}
