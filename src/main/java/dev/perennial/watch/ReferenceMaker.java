package dev.perennial.watch;

import dev.perennial.model.Arff;
import dev.perennial.model.Header;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.ReferenceProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Makes a version's reference from its own data. Inputs are profiled from the rows it was trained
 * on; answers, scores and calibrators come from its hold-out alone, since a model is too sure of
 * rows that it has learned.
 */
final class ReferenceMaker {
  private final LoadedModel model;
  private final Schema schema;

  /** As the live rows will be. */
  private final Schema logged;

  private final List<double[]> trained = new ArrayList<>();
  private final List<Row> heldOut = new ArrayList<>();
  private final List<Double> truths = new ArrayList<>();

  private ReferenceMaker(LoadedModel model) {
    this.model = model;
    this.schema = model.schema();
    this.logged = schema.logged();
  }

  /**
   * Loads the version and makes its reference; takes as long as answering its hold-out some times.
   *
   * @throws ModelException if it cannot be loaded
   */
  static Reference make(ModelRegistry registry, VersionId id) {
    ReferenceMaker maker = new ReferenceMaker(registry.load(id));
    String arff = new String(registry.data(id), StandardCharsets.UTF_8);
    Instances all = Arff.read(arff, Optional.of(maker.schema.target().name()));
    maker.sort(all, Set.copyOf(registry.manifest(id.key()).holdOut().rows()));
    return maker.reference();
  }

  private void sort(Instances all, Set<Integer> apart) {
    Header header = new Header(schema, all);
    for (int i = 0; i < all.numInstances(); i++) {
      Instance instance = all.instance(i);
      Row row = header.row(instance);
      if (!apart.contains(i + 1)) {
        trained.add(WatchedRow.inputs(logged, schema.logged(row)));
      } else if (!instance.classIsMissing()) {
        heldOut.add(row);
        truths.add(instance.classValue());
      }
    }
  }

  private Reference reference() {
    List<Prediction> answers = answered();
    ReferenceProfile profile =
        ReferenceProfile.of(
            WatchedRow.inputs(logged, Importance.of(model, heldOut, truths)),
            trained.toArray(double[][]::new),
            WatchedRow.answers(schema),
            answers.stream().map(WatchedRow::answers).toArray(double[][]::new));
    return schema.classes().isEmpty()
        ? new Reference(profile, Optional.empty(), Optional.of(errors(answers)))
        : new Reference(profile, holdOut(answers), Optional.empty());
  }

  /** Rows that the model has no answer to are left out, with their truths. */
  private List<Prediction> answered() {
    List<Prediction> answers = new ArrayList<>();
    for (int i = 0; i < heldOut.size(); ) {
      try {
        answers.add(model.predict(heldOut.get(i)));
        i++;
      } catch (ModelException e) {
        heldOut.remove(i);
        truths.remove(i);
      }
    }
    return answers;
  }

  private Optional<HoldOut> holdOut(List<Prediction> answers) {
    return Optional.of(
        HoldOut.of(
            truths.stream().mapToInt(Double::intValue).toArray(),
            answers.stream().mapToInt(Prediction::classIndex).toArray(),
            answers.stream().map(Prediction::probabilities).toArray(double[][]::new),
            schema.classes().size()));
  }

  private HoldOutErrors errors(List<Prediction> answers) {
    return HoldOutErrors.of(
        truths.stream().mapToDouble(Double::doubleValue).toArray(),
        answers.stream().mapToDouble(Prediction::value).toArray());
  }
}
