package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.words.Said;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import weka.core.Instances;

/**
 * Makes the first version of a model from data alone: checks them, chooses an algorithm, trains it,
 * and makes it the champion. Safe for use by many threads; takes seconds to minutes.
 */
public final class FirstVersion {
  private static final int SEED = 1;

  private final ModelRegistry registry;
  private final Clock clock;

  public FirstVersion(ModelRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Trains and promotes.
   *
   * @param name of the model
   * @param arff the data; the last attribute is the target
   * @param actor who brought them
   * @param reason for the history
   * @throws ModelException saying what is wrong with the data and what to do
   */
  public VersionId of(String name, String arff, String actor, String reason) {
    Instances rows = Arff.read(arff, Optional.empty());
    String title = rows.relationName().isBlank() ? name : rows.relationName();
    Wanted wanted = new Wanted(name, title, Optional.empty(), Optional.empty(), Set.of(), actor);
    VersionId id = registry.register(make(wanted, rows, arff, done -> {}).parts());
    registry.promote(id, actor, reason);
    return id;
  }

  /**
   * What to make.
   *
   * @param target the attribute to predict; the last one if absent
   * @param scheme what to learn by; the best of several if absent
   * @param hidden attributes that are private
   */
  record Wanted(
      String name,
      String title,
      Optional<String> target,
      Optional<Choice.Candidate> scheme,
      Set<String> hidden,
      String actor) {}

  /** A version that is in no registry yet, and what was tried for it, the best first. */
  record Made(ModelRegistry.Parts parts, List<Choice.Tried> tried) {}

  /**
   * Checks, chooses and trains.
   *
   * @param rows of the ARFF text, with the class index set
   * @param step is told how many algorithms have been compared
   * @throws ModelException saying what is wrong with the data and what to do
   */
  Made make(Wanted wanted, Instances rows, String arff, IntConsumer step) {
    List<Said> faults = DataCheck.faults(rows);
    if (!faults.isEmpty()) {
      throw new ModelException(DataCheck.together(faults));
    }
    Instances train = HoldOutSplit.of(rows, SEED).train();
    List<Choice.Tried> tried =
        wanted.scheme().isPresent() ? List.of() : Choice.compare(train, SEED, step);
    Choice.Candidate best =
        wanted
            .scheme()
            .map(scheme -> Choice.fitting(scheme, train))
            .orElseGet(() -> tried.get(0).candidate());
    Recipe recipe =
        new Recipe(
            wanted.title(),
            wanted.target(),
            best.scheme(),
            best.options(),
            SEED,
            clock.instant(),
            wanted.actor(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.of(wanted.hidden()));
    byte[] data = arff.getBytes(StandardCharsets.UTF_8);
    return new Made(Trainer.train(wanted.name(), recipe, "data.arff", data), tried);
  }
}
