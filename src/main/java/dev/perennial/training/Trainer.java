package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.Arff;
import dev.perennial.model.Golden;
import dev.perennial.model.Header;
import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Prediction;
import dev.perennial.model.Schema;
import dev.perennial.model.Weka;
import dev.perennial.words.Said;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/** Trains a classifier, judges it on rows it has not seen, and puts a version's parts together. */
public final class Trainer {
  /** How many golden inputs a manifest holds, if there are so many rows. */
  private static final int GOLDEN = 15;

  private Trainer() {}

  /**
   * Trains what a recipe asks for.
   *
   * @param model the model's name
   * @param file the name of the data file
   * @param data its bytes: ARFF in UTF-8
   * @throws ModelException if the data or the recipe do not fit
   */
  public static ModelRegistry.Parts train(String model, Recipe recipe, String file, byte[] data) {
    Instances all = Arff.read(new String(data, StandardCharsets.UTF_8), recipe.target());
    HoldOutSplit split = HoldOutSplit.of(all, recipe.seed());
    Classifier classifier = Algorithms.make(recipe.scheme(), recipe.options(), recipe.seed());
    fit(classifier, split.train());
    Facts facts =
        new Facts(
            model,
            recipe.title(),
            Algorithms.facts(classifier, recipe.seed()),
            new Manifest.Data(file, ModelFiles.sha256(data), all.numInstances(), recipe.source()),
            split.facts(recipe.seed()),
            recipe.trainedAt(),
            recipe.trainer(),
            recipe.naming(),
            Optional.empty());
    return parts(facts, classifier, split, data);
  }

  /** What a manifest says besides what the trained classifier and its rows show. */
  record Facts(
      String model,
      String title,
      Manifest.Algorithm algorithm,
      Manifest.Data data,
      Manifest.HoldOut holdOut,
      Instant trainedAt,
      String trainer,
      Arff.Naming naming,
      Optional<Manifest.Provenance> provenance) {}

  /** Puts a trained classifier and its manifest together. */
  static ModelRegistry.Parts parts(
      Facts facts, Classifier classifier, HoldOutSplit split, byte[] data) {
    byte[] bytes = ModelFiles.bytes(classifier);
    return parts(facts, bytes, row -> Answers.of(classifier, row), split, data);
  }

  /**
   * As {@link #parts(Facts, Classifier, HoldOutSplit, byte[])}.
   *
   * @param bytes the serialized classifier
   * @param answers how it answers
   */
  static ModelRegistry.Parts parts(
      Facts facts,
      byte[] bytes,
      Function<Instance, Prediction> answers,
      HoldOutSplit split,
      byte[] data) {
    Schema schema = Arff.schema(split.train(), facts.naming());
    Header header = new Header(schema, split.train());
    Manifest manifest =
        new Manifest(
            1,
            facts.model(),
            facts.title(),
            facts.algorithm(),
            new Manifest.Software(Weka.version(), Integer.toString(Runtime.version().feature())),
            facts.data(),
            facts.holdOut(),
            facts.trainedAt(),
            facts.trainer(),
            schema.relation(),
            schema.features(),
            schema.target(),
            judge(answers, split.heldOut()),
            golden(answers, header, split),
            new Manifest.FileFacts(
                facts.model() + ".model", ModelFiles.sha256(bytes), bytes.length),
            facts.provenance());
    return new ModelRegistry.Parts(manifest, bytes, header.arff(), data);
  }

  static void fit(Classifier classifier, Instances rows) {
    try {
      classifier.buildClassifier(new Instances(rows));
    } catch (Exception e) { // Weka declares nothing narrower
      throw new ModelException(Said.of("said.cannot-be-learned", words(e)), e);
    }
  }

  /** What Weka says, without the package of the class that says it. */
  private static String words(Exception e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    return message.isEmpty()
        ? "the algorithm does not say why"
        : message.replaceFirst("^weka\\.(?:\\w+\\.)*(\\w+): ", "$1 says: ");
  }

  /** The figures of a classifier on rows whose class is known. */
  static Metrics judge(Classifier classifier, Instances rows) {
    return judge(row -> Answers.of(classifier, row), rows);
  }

  private static Metrics judge(Function<Instance, Prediction> answers, Instances rows) {
    boolean nominal = rows.classAttribute().isNominal();
    int[] labels = new int[rows.numInstances()];
    double[] truths = new double[labels.length];
    double[] numbers = new double[labels.length];
    double[][] probabilities = new double[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      Instance row = rows.instance(i);
      Prediction answer = answers.apply(row);
      truths[i] = row.classValue();
      labels[i] = (int) truths[i];
      numbers[i] = answer.value();
      probabilities[i] = answer.probabilities();
    }
    return nominal
        ? Scores.classes(Arff.labels(rows.classAttribute()), labels, probabilities)
        : Scores.numbers(truths, numbers);
  }

  /** Held-out rows, then training rows: about half of each, evenly over the file. */
  private static List<Golden> golden(
      Function<Instance, Prediction> answers, Header header, HoldOutSplit split) {
    List<Golden> golden = new ArrayList<>();
    add(golden, (GOLDEN + 1) / 2, answers, header, split.heldOut());
    add(golden, GOLDEN - golden.size(), answers, header, split.train());
    return golden;
  }

  private static void add(
      List<Golden> golden,
      int most,
      Function<Instance, Prediction> answers,
      Header header,
      Instances rows) {
    int n = Math.min(most, rows.numInstances());
    for (int i = 0; i < n; i++) {
      Instance row = rows.instance((int) ((long) i * rows.numInstances() / n));
      golden.add(Golden.of(header.schema(), header.row(row), answers.apply(row)));
    }
  }
}
