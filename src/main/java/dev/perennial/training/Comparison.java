package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.Arff;
import dev.perennial.model.Metrics;
import dev.perennial.model.Weka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Compares algorithms for a seed by repeated cross-validation on its training rows alone, and
 * prints the table of its model card: {@code mvn -q compile exec:java@compare-algorithms}.
 */
public final class Comparison {
  private static final int REPEATS = 10;
  private static final int FOLDS = 10;

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("trees.J48", "-C 0.25 -M 2"),
          new Candidate("trees.J48", "-C 0.25 -M 2 -A"),
          new Candidate("trees.RandomForest", "-I 200"),
          new Candidate("trees.LMT", ""),
          new Candidate("functions.Logistic", "-R 1.0E-8"),
          new Candidate("functions.Logistic", "-R 0.001"),
          new Candidate("functions.Logistic", "-R 0.01"),
          new Candidate("functions.Logistic", "-R 0.1"),
          new Candidate("functions.SimpleLogistic", ""),
          new Candidate("functions.SMO", "-M -C 1"),
          new Candidate(
              "functions.SMO",
              "-M -C 10 -K \"weka.classifiers.functions.supportVector.RBFKernel -G 0.1\""),
          new Candidate("functions.MultilayerPerceptron", "-L 0.3 -M 0.2 -N 500"),
          new Candidate("bayes.NaiveBayes", ""),
          new Candidate("bayes.NaiveBayes", "-K"),
          new Candidate("bayes.BayesNet", ""),
          new Candidate("lazy.IBk", "-K 5"),
          new Candidate("lazy.IBk", "-K 11 -I"));

  private Comparison() {}

  /** A scheme below {@code weka.classifiers} with its options. */
  record Candidate(String scheme, String options) {}

  /** Takes one argument: a seed's folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Weka.prepare(Files.createTempDirectory("perennial-compare"));
    Recipe recipe = Recipe.read(Files.readAllBytes(folder.resolve("recipe.json")));
    String arff = Files.readString(folder.resolve(folder.getFileName() + ".arff"));
    Instances rows = HoldOutSplit.of(Arff.read(arff, recipe.target()), recipe.seed()).train();
    System.out.println("| classifier | options | accuracy % | log loss | Brier |");
    System.out.println("|---|---|---|---|---|");
    for (Candidate candidate : CANDIDATES) {
      System.out.println(line(candidate, repeat(candidate, rows)));
    }
  }

  /** One result a repeat, each over all rows. */
  static List<Metrics.Classes> repeat(Candidate candidate, Instances rows) {
    return IntStream.rangeClosed(1, REPEATS)
        .mapToObj(seed -> validate(candidate, rows, seed))
        .toList();
  }

  private static Metrics.Classes validate(Candidate candidate, Instances rows, int seed) {
    Random random = new Random(seed);
    Instances shuffled = new Instances(rows);
    shuffled.randomize(random);
    shuffled.stratify(FOLDS);
    int[] actual = new int[rows.numInstances()];
    double[][] probabilities = new double[actual.length][];
    int at = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      Classifier classifier =
          Algorithms.make("weka.classifiers." + candidate.scheme(), candidate.options(), seed);
      Trainer.fit(classifier, shuffled.trainCV(FOLDS, fold, random));
      for (Instance row : shuffled.testCV(FOLDS, fold)) {
        actual[at] = (int) row.classValue();
        probabilities[at++] = Answers.of(classifier, row).probabilities();
      }
    }
    return Scores.classes(Arff.labels(rows.classAttribute()), actual, probabilities)
        .classes()
        .orElseThrow();
  }

  private static String line(Candidate candidate, List<Metrics.Classes> results) {
    return String.format(
        Locale.ROOT,
        "| %s | `%s` | %s | %s | %s |",
        candidate.scheme(),
        candidate.options(),
        cell(results, each -> 100 * each.accuracy(), 1),
        cell(results, Metrics.Classes::logLoss, 3),
        cell(results, Metrics.Classes::brier, 3));
  }

  /** Mean and standard deviation over the repeats. */
  private static String cell(
      List<Metrics.Classes> results, ToDoubleFunction<Metrics.Classes> figure, int digits) {
    double mean = results.stream().mapToDouble(figure).average().orElse(0);
    double squares =
        results.stream().mapToDouble(figure).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / (results.size() - 1));
    String number = "%." + digits + "f";
    return String.format(Locale.ROOT, number + " ± " + number, mean, deviation);
  }
}
