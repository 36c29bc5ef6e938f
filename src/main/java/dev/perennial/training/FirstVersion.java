package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<String> faults = DataCheck.faults(rows);
    if (!faults.isEmpty()) {
      throw new ModelException(String.join(" ", faults));
    }
    Instances train = HoldOutSplit.of(rows, SEED).train();
    Choice.Candidate best = Choice.compare(train, SEED).get(0).candidate();
    Recipe recipe =
        new Recipe(
            rows.relationName().isBlank() ? name : rows.relationName(),
            Optional.empty(),
            best.scheme(),
            best.options(),
            SEED,
            clock.instant(),
            actor,
            Optional.empty(),
            Map.of(),
            Map.of());
    byte[] data = arff.getBytes(StandardCharsets.UTF_8);
    VersionId id = registry.register(Trainer.train(name, recipe, "data.arff", data));
    registry.promote(id, actor, reason);
    return id;
  }
}
