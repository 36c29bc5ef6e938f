package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

class ConfusionTest {
  private static final java.util.List<String> ABC = java.util.List.of("a", "b", "c");

  @Test
  void theHandWorkedMatrixGivesTheHandWorkedScores() {
    Confusion confusion = new Confusion(2);
    for (int i = 0; i < 10; i++) {
      confusion.add(i < 6 ? 0 : 1, i < 4 || i == 9 ? 0 : 1);
    }
    // True a: 4 right, 2 given b. True b: 3 right, 1 given a.
    assertArrayEquals(new long[][] {{4, 2}, {1, 3}}, confusion.matrix());
    same(.7, confusion.accuracy());
    same(.8, confusion.perClass().get(0).precision());
    same(2 / 3.0, confusion.perClass().get(0).recall());
    same(8 / 11.0, confusion.perClass().get(0).f1());
    same((8 / 11.0 + 6 / 9.0) / 2, confusion.macroF1());
  }

  @Test
  void scoresAgreeWithWekasEvaluation() throws Exception {
    Instances data = new Instances("r", new java.util.ArrayList<>(), 0);
    data.insertAttributeAt(new Attribute("class", ABC), 0);
    data.setClassIndex(0);
    Random random = new Random(31);
    double[][] probabilities = new double[300][];
    int[] actual = new int[300];
    LabelSums sums = new LabelSums(3);
    for (int i = 0; i < 300; i++) {
      actual[i] = random.nextInt(3);
      double[] p = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
      double sum = p[0] + p[1] + p[2];
      probabilities[i] = new double[] {p[0] / sum, p[1] / sum, p[2] / sum};
      data.add(new DenseInstance(1, new double[] {actual[i]}));
    }
    Evaluation oracle = new Evaluation(data);
    for (int i = 0; i < 300; i++) {
      int predicted =
          (int) oracle.evaluateModelOnceAndRecordPrediction(probabilities[i], data.get(i));
      sums.add(actual[i], predicted, probabilities[i], 1);
    }
    same(oracle.pctCorrect() / 100, sums.confusion().accuracy());
    same(oracle.unweightedMacroFmeasure(), sums.confusion().macroF1());
    same(oracle.precision(1), sums.confusion().perClass().get(1).precision());
    same(oracle.recall(2), sums.confusion().perClass().get(2).recall());
    // Weka gives the root of the mean over rows and classes.
    double rms = oracle.rootMeanSquaredError();
    same(rms * rms * 3, sums.brier());
    double loss = 0;
    for (int i = 0; i < 300; i++) {
      loss -= Math.log(probabilities[i][actual[i]]) / 300;
    }
    same(loss, sums.logLoss());
  }

  @Test
  void aCorrectedLabelLeavesNoTraceOfTheFirst() {
    double[] p = {.2, .8};
    LabelSums corrected = new LabelSums(2);
    corrected.add(0, 1, p, 60);
    corrected.correct(0, 1, 1, p);
    LabelSums direct = new LabelSums(2);
    direct.add(1, 1, p, 60);
    assertArrayEquals(direct.confusion().matrix(), corrected.confusion().matrix());
    same(direct.logLoss(), corrected.logLoss());
    same(direct.brier(), corrected.brier());
    same(direct.calibration().error(), corrected.calibration().error());
  }

  @Test
  void theCalibrationErrorIsTheHandWorkedOne() {
    Calibration calibration = new Calibration();
    calibration.add(.95, true, 1);
    calibration.add(.95, false, 1);
    calibration.add(.65, true, 1);
    calibration.add(1, true, 1);
    // Bin of 0.9 to 1: |2 - 2.9|; bin of 0.6 to 0.7: |1 - 0.65|; four rows.
    same((.9 + .35) / 4, calibration.error());
  }

  @Test
  void aClassThatNeverCameHasNoPartInTheMeanF1() {
    Confusion confusion = new Confusion(3);
    confusion.add(0, 0);
    confusion.add(1, 1);
    assertEquals(1, confusion.macroF1());
  }
}
