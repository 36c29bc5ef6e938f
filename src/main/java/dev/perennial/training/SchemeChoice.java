package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.ModelException;
import dev.perennial.model.Prediction;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/** Finds the best of several schemes by cross-validation on the rows to learn from alone. */
final class SchemeChoice {
  static final int FOLDS = 5;

  private SchemeChoice() {}

  /**
   * The choice.
   *
   * @param sentence how the schemes did, for people
   */
  record Chosen(RunRequest.Scheme scheme, Said sentence) {}

  /**
   * The scheme of the smallest mean log loss, or absolute error for a numeric target; the first of
   * equals. A scheme that cannot learn the rows is passed over.
   *
   * @param step called after each fold; may throw to end the comparison
   * @throws ModelException if none can learn them
   */
  static Chosen best(List<RunRequest.Scheme> schemes, Instances rows, int seed, Runnable step) {
    List<Said> told = new ArrayList<>();
    RunRequest.Scheme best = schemes.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (RunRequest.Scheme scheme : schemes) {
      String name = scheme.name().substring(scheme.name().lastIndexOf('.') + 1);
      try {
        double loss = loss(scheme, rows, seed, step);
        told.add(Said.of("said.scheme-loss", name, loss));
        if (loss < least) {
          least = loss;
          best = scheme;
        }
      } catch (ModelException e) {
        told.add(Said.of("said.scheme-unable", name));
      }
    }
    if (Double.isInfinite(least)) {
      throw new ModelException(Said.of("said.no-scheme-learns"));
    }
    boolean classes = rows.classAttribute().isNominal();
    return new Chosen(
        best,
        Said.of(
            classes ? "said.schemes-log-loss" : "said.schemes-error",
            (long) FOLDS,
            Said.list(told)));
  }

  private static double loss(RunRequest.Scheme scheme, Instances rows, int seed, Runnable step) {
    Random random = new Random(seed);
    Instances shuffled = new Instances(rows);
    shuffled.randomize(random);
    if (shuffled.classAttribute().isNominal()) {
      shuffled.stratify(FOLDS);
    }
    double sum = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Classifier classifier = Algorithms.make(scheme.name(), scheme.options(), seed);
      Instances train = shuffled.trainCV(FOLDS, fold, random);
      Trainer.fit(classifier, Candidate.learnable(classifier, train, seed));
      for (Instance row : shuffled.testCV(FOLDS, fold)) {
        sum += loss(Answers.of(classifier, row), row);
      }
      step.run();
    }
    return sum / rows.numInstances();
  }

  private static double loss(Prediction answer, Instance row) {
    return answer.classes() == 0
        ? Math.abs(answer.value() - row.classValue())
        : -Math.log(Math.max(Scores.FLOOR, answer.probability((int) row.classValue())));
  }
}
