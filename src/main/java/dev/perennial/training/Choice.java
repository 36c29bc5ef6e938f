package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.Arff;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelException;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Chooses an algorithm for data that come without one, by cross-validation on the training rows:
 * the least log loss for classes, the least root mean squared error for numbers. Deterministic.
 */
public final class Choice {
  private static final int FOLDS = 5;

  /** More rows are not looked at: the comparison is to take seconds. */
  private static final int MOST_ROWS = 2_000;

  private static final String WORDS =
      "-F \"weka.filters.unsupervised.attribute.StringToWordVector -W 500 -L\" -W ";
  private static final List<Candidate> CLASSES =
      List.of(
          new Candidate("weka.classifiers.functions.Logistic", "-R 0.01"),
          new Candidate("weka.classifiers.trees.RandomForest", "-I 100"),
          new Candidate("weka.classifiers.bayes.NaiveBayes", ""),
          new Candidate("weka.classifiers.trees.J48", "-C 0.25 -M 2 -A"));
  private static final List<Candidate> NUMBERS =
      List.of(
          new Candidate("weka.classifiers.functions.LinearRegression", ""),
          new Candidate("weka.classifiers.trees.RandomForest", "-I 100"),
          new Candidate("weka.classifiers.trees.M5P", ""));

  private Choice() {}

  /** A scheme with its options, as {@link Algorithms#make} takes them. */
  public record Candidate(String scheme, String options) {}

  /**
   * How a candidate did.
   *
   * @param figure log loss, or root mean squared error; infinite where it cannot learn the data
   * @param trouble why it cannot; says nothing where it can
   */
  public record Tried(Candidate candidate, double figure, Said trouble) {}

  /**
   * All candidates, the best first.
   *
   * @param rows to train on, with the class index set
   * @throws ModelException if none can learn them
   */
  public static List<Tried> compare(Instances rows, int seed) {
    return compare(rows, seed, step -> {});
  }

  /** As {@link #compare(Instances, int)}; says before each candidate how many are done. */
  static List<Tried> compare(Instances rows, int seed, IntConsumer step) {
    Instances some = sample(rows, seed);
    List<Tried> tried = new ArrayList<>();
    for (Candidate candidate : candidates(rows)) {
      step.accept(tried.size());
      tried.add(validate(candidate, some, seed));
    }
    tried.sort(Comparator.comparingDouble(Tried::figure));
    if (Double.isInfinite(tried.get(0).figure())) {
      throw new ModelException(Said.of("said.no-algorithm-learns", tried.get(0).trouble()));
    }
    return tried;
  }

  private static List<Candidate> candidates(Instances rows) {
    List<Candidate> plain = rows.classAttribute().isNominal() ? CLASSES : NUMBERS;
    return plain.stream().map(each -> fitting(each, rows)).toList();
  }

  /** The candidate, behind a filter that makes words of texts if there are any. */
  static Candidate fitting(Candidate plain, Instances rows) {
    return rows.checkForStringAttributes()
        ? new Candidate(
            "weka.classifiers.meta.FilteredClassifier",
            WORDS + plain.scheme() + (plain.options().isEmpty() ? "" : " -- " + plain.options()))
        : plain;
  }

  private static Instances sample(Instances rows, int seed) {
    Instances labelled = new Instances(rows);
    labelled.deleteWithMissingClass();
    labelled.randomize(new Random(seed));
    Instances some = new Instances(labelled, 0, Math.min(MOST_ROWS, labelled.numInstances()));
    if (some.classAttribute().isNominal()) {
      some.stratify(FOLDS);
    }
    return some;
  }

  private static Tried validate(Candidate candidate, Instances rows, int seed) {
    try {
      return new Tried(candidate, figure(candidate, rows, seed), Said.verbatim(""));
    } catch (ModelException e) {
      return new Tried(candidate, Double.POSITIVE_INFINITY, e.says());
    }
  }

  private static double figure(Candidate candidate, Instances rows, int seed) {
    Attribute target = rows.classAttribute();
    int n = rows.numInstances();
    int[] actual = new int[n];
    double[] truths = new double[n];
    double[] numbers = new double[n];
    double[][] probabilities = new double[n][];
    int at = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Classifier classifier = Algorithms.make(candidate.scheme(), candidate.options(), seed);
      Trainer.fit(classifier, rows.trainCV(FOLDS, fold, new Random(seed)));
      for (Instance row : rows.testCV(FOLDS, fold)) {
        var answer = Answers.of(classifier, row);
        truths[at] = row.classValue();
        actual[at] = (int) row.classValue();
        numbers[at] = answer.value();
        probabilities[at++] = answer.probabilities();
      }
    }
    return target.isNominal()
        ? Scores.classes(Arff.labels(target), actual, probabilities)
            .classes()
            .map(Metrics.Classes::logLoss)
            .orElseThrow()
        : Scores.numbers(truths, numbers).numbers().map(Metrics.Numbers::rmse).orElseThrow();
  }
}
