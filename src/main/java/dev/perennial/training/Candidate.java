package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.Arff;
import dev.perennial.model.Feature;
import dev.perennial.model.Header;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Prediction;
import dev.perennial.model.Verdict;
import dev.perennial.words.Said;
import dev.perennial.words.Said.Share;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WeightedInstancesHandler;

/**
 * A classifier trained on a run's rows, judged beside the champion, and made into a version. For
 * one thread.
 */
final class Candidate {
  static final String FILE = "data.arff";
  private static final String RULE =
      "the hold-out of version 1, then the newest labelled rows by the time of their prediction";

  private final TrainingData data;
  private final Manifest.Algorithm algorithm;
  private final Classifier classifier;

  private Candidate(TrainingData data, Manifest.Algorithm algorithm, Classifier classifier) {
    this.data = data;
    this.algorithm = algorithm;
    this.classifier = classifier;
  }

  /**
   * Trains; takes as long as the scheme does and cannot be interrupted.
   *
   * @param asked scheme, options and seed
   * @throws ModelException if the scheme refuses its options or the rows
   */
  static Candidate train(TrainingData data, Manifest.Algorithm asked) {
    Classifier classifier = Algorithms.make(asked.scheme(), asked.options(), asked.seed());
    Manifest.Algorithm facts = Algorithms.facts(classifier, asked.seed());
    Trainer.fit(classifier, learnable(classifier, data.rows(data.train()), asked.seed()));
    return new Candidate(data, facts, classifier);
  }

  /** Schemes that know no weights get rows drawn by weight instead, if there are such. */
  static Instances learnable(Classifier classifier, Instances rows, int seed) {
    boolean alike = rows.stream().mapToDouble(Instance::weight).distinct().count() < 2;
    return classifier instanceof WeightedInstancesHandler || alike
        ? rows
        : rows.resampleWithWeights(new Random(seed));
  }

  /**
   * The gate's verdict. The newest rows decide where there are enough of them: they are what the
   * model will meet, while the reference may be of a world that is gone. It is then only told.
   */
  Verdict judge(LoadedModel champion, Gate gate, int enough) {
    List<Example> deciding = new ArrayList<>(data.newest());
    boolean alone = deciding.size() >= enough;
    if (!alone) {
      deciding.addAll(0, data.reference());
    }
    Function<Instance, Prediction> old = answers(champion, data.structure());
    boolean classes = data.structure().classAttribute().isNominal();
    Verdict verdict = classes ? gate.judge(duel(deciding, old)) : gate.judge(errors(deciding, old));
    if (!alone || data.reference().isEmpty()) {
      return verdict;
    }
    List<Verdict.Rule> rules = new ArrayList<>(verdict.rules());
    rules.add(classes ? told(duel(data.reference(), old)) : told(errors(data.reference(), old)));
    return new Verdict(verdict.admitted(), verdict.better(), verdict.gain(), rules);
  }

  private static Verdict.Rule told(Duel duel) {
    double before = duel.championSide().accuracy(duel.all());
    double after = duel.candidateSide().accuracy(duel.all());
    return Verdict.Rule.of(
        "reference",
        after >= before,
        false,
        Said.of(
            "said.rule-reference-accuracy",
            (long) duel.rows(),
            new Share(before),
            new Share(after)));
  }

  private static Verdict.Rule told(PairedErrors errors) {
    double before = PairedErrors.mean(errors.champion(), errors.all());
    double after = PairedErrors.mean(errors.candidate(), errors.all());
    return Verdict.Rule.of(
        "reference",
        after <= before,
        false,
        Said.of("said.rule-reference-error", (long) errors.rows(), before, after));
  }

  /** How a version answers rows of this header; where it has no answer, all classes are alike. */
  static Function<Instance, Prediction> answers(LoadedModel champion, Instances structure) {
    Header header = new Header(champion.schema(), structure);
    int classes = champion.schema().classes().size();
    return row -> {
      try {
        return champion.predict(header.row(row));
      } catch (ModelException e) {
        if (classes == 0) {
          throw e;
        }
        double[] even = new double[classes];
        Arrays.fill(even, 1.0 / classes);
        return Prediction.ofClass(even);
      }
    };
  }

  private Duel duel(List<Example> rows, Function<Instance, Prediction> champion) {
    return Duel.of(
        Arff.labels(data.structure().classAttribute()),
        rows,
        row -> Answers.of(classifier, row),
        champion);
  }

  private PairedErrors errors(List<Example> rows, Function<Instance, Prediction> champion) {
    return PairedErrors.of(rows, row -> Answers.of(classifier, row), champion);
  }

  /** The version's parts: the rows judged on stand first in its data, then those learned from. */
  ModelRegistry.Parts parts(Instant at, String actor, String reason, Verdict verdict) {
    List<Example> apart = Stream.concat(data.reference().stream(), data.newest().stream()).toList();
    Instances all = data.rows(apart);
    data.train().forEach(example -> all.add(example.row()));
    byte[] text = all.toString().getBytes(StandardCharsets.UTF_8);
    List<Integer> numbers = IntStream.rangeClosed(1, apart.size()).boxed().toList();
    Manifest parent = data.manifest();
    Manifest.Data file =
        new Manifest.Data(
            FILE, ModelFiles.sha256(text), all.numInstances(), parent.data().source());
    HoldOutSplit split = new HoldOutSplit(data.rows(data.train()), data.rows(apart), numbers);
    Trainer.Facts facts =
        new Trainer.Facts(
            parent.model(),
            parent.title(),
            algorithm,
            file,
            new Manifest.HoldOut(RULE, algorithm.seed(), numbers),
            at,
            actor,
            naming(parent),
            Optional.of(provenance(actor, reason, verdict)));
    return Trainer.parts(facts, classifier, split, text);
  }

  private Manifest.Provenance provenance(String actor, String reason, Verdict verdict) {
    List<Instant> times = data.train().stream().flatMap(e -> e.at().stream()).toList();
    return new Manifest.Provenance(
        Optional.of(data.champion().version()),
        data.rowsByOrigin(),
        times.isEmpty() ? Optional.empty() : Optional.of(times.get(0)),
        times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() - 1)),
        actor,
        reason,
        Optional.of(verdict));
  }

  /** What people called the attributes before, they call them still. */
  private static Arff.Naming naming(Manifest parent) {
    Map<String, String> labels = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    Set<String> hidden = new HashSet<>();
    for (Feature feature :
        Stream.concat(parent.features().stream(), Stream.of(parent.target())).toList()) {
      labels.put(feature.name(), feature.label());
      if (feature.isPrivate()) {
        hidden.add(feature.name());
      }
      feature.unit().ifPresent(unit -> units.put(feature.name(), unit));
    }
    return new Arff.Naming(labels, units, hidden);
  }
}
