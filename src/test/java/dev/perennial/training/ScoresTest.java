package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.model.Arff;
import dev.perennial.model.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;

/** Our figures against Weka's own and against values worked out by hand. */
class ScoresTest {
  private static final double EXACT = 1e-12;

  private static Instances iris(int target) throws Exception {
    Instances rows =
        Arff.read(Files.newBufferedReader(Path.of("weka-models/iris/iris.arff")), Optional.empty());
    rows.setClassIndex(target);
    return rows;
  }

  @Test
  void agreesWithWekaOnAClassifier() throws Exception {
    HoldOutSplit split = HoldOutSplit.of(iris(4), 3);
    Classifier classifier = Algorithms.make("weka.classifiers.bayes.NaiveBayes", "", 1);
    Trainer.fit(classifier, split.train());
    Evaluation weka = new Evaluation(split.train());
    weka.evaluateModel(classifier, split.heldOut());
    Metrics.Classes ours = Trainer.judge(classifier, split.heldOut()).classes().orElseThrow();
    assertEquals(weka.pctCorrect() / 100, ours.accuracy(), EXACT);
    assertEquals(weka.unweightedMacroFmeasure(), ours.macroF1(), EXACT);
    for (int k = 0; k < 3; k++) {
      assertEquals(weka.precision(k), ours.perClass().get(k).precision(), EXACT);
      assertEquals(weka.recall(k), ours.perClass().get(k).recall(), EXACT);
      assertEquals(weka.fMeasure(k), ours.perClass().get(k).f1(), EXACT);
      for (int j = 0; j < 3; j++) {
        assertEquals(weka.confusionMatrix()[k][j], ours.confusion().get(k).get(j).doubleValue());
      }
    }
    // Weka's root mean squared error is over rows and classes.
    double brier = 3 * weka.rootMeanSquaredError() * weka.rootMeanSquaredError();
    assertEquals(brier, ours.brier(), EXACT);
  }

  @Test
  void agreesWithWekaOnARegressor() throws Exception {
    HoldOutSplit split = HoldOutSplit.of(iris(2), 3);
    Classifier classifier = Algorithms.make("weka.classifiers.functions.LinearRegression", "", 1);
    Trainer.fit(classifier, split.train());
    Evaluation weka = new Evaluation(split.train());
    weka.evaluateModel(classifier, split.heldOut());
    Metrics.Numbers ours = Trainer.judge(classifier, split.heldOut()).numbers().orElseThrow();
    assertEquals(weka.meanAbsoluteError(), ours.mae(), EXACT);
    assertEquals(weka.rootMeanSquaredError(), ours.rmse(), EXACT);
    // 1 - 0.5 / 20: residuals .5, 0, -.5, 0 around the mean 5 of 2, 4, 6, 8
    Metrics hand = Scores.numbers(new double[] {2, 4, 6, 8}, new double[] {2.5, 4, 5.5, 8});
    assertEquals(0.975, hand.numbers().orElseThrow().r2(), EXACT);
  }

  @Test
  void givesTheValuesWorkedOutByHand() {
    double[][] answers = {{0.8, 0.2}, {0.4, 0.6}, {0.9, 0.1}, {0.3, 0.7}};
    Metrics.Classes ours =
        Scores.classes(List.of("a", "b"), new int[] {0, 0, 0, 1}, answers).classes().orElseThrow();
    assertEquals(0.75, ours.accuracy(), EXACT);
    double logLoss = -(Math.log(0.8) + Math.log(0.4) + Math.log(0.9) + Math.log(0.7)) / 4;
    assertEquals(logLoss, ours.logLoss(), EXACT);
    assertEquals((0.08 + 0.72 + 0.02 + 0.18) / 4, ours.brier(), EXACT);
    // Bins: .8 -> right, .6 -> wrong, .9 -> right, .7 -> right.
    assertEquals((0.2 + 0.6 + 0.1 + 0.3) / 4, ours.ece(), EXACT);
    assertEquals((0.8 + 2.0 / 3) / 2, ours.macroF1(), EXACT);
  }

  @Test
  void wilsonGivesThePublishedInterval() {
    // Newcombe 1998, Statistics in Medicine 17: 81 of 263 -> .2553 to .3662; 0 of 20 -> 0 to .1611.
    assertArrayEquals(new double[] {0.2553, 0.3662}, Scores.wilson(81, 263), 5e-5);
    assertArrayEquals(new double[] {0, 0.1611}, Scores.wilson(0, 20), 5e-5);
  }

  @Test
  void aConfidentMistakeIsNotInfinite() {
    double[][] sure = {{1, 0}};
    Metrics metrics = Scores.classes(List.of("a", "b"), new int[] {1}, sure);
    assertEquals(-Math.log(1e-15), metrics.classes().orElseThrow().logLoss(), EXACT);
  }
}
