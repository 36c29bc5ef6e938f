package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Metrics;
import dev.perennial.training.Scores;
import java.util.ArrayList;
import java.util.Random;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.junit.jupiter.api.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.LinearRegression;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

class ErrorSumsTest {
  private static byte[] bytes(ErrorSums sums) {
    PackedWriter out = new PackedWriter();
    sums.write(out);
    return out.bytes();
  }

  private static ErrorSums of(double[] actual, double[] predicted) {
    ErrorSums sums = new ErrorSums();
    for (int i = 0; i < actual.length; i++) {
      sums.add(actual[i], predicted[i], 60);
    }
    return sums;
  }

  @Test
  void figuresByHand() {
    ErrorSums sums = of(new double[] {1, 2, 3, 6}, new double[] {2, 2, 1, 9});
    assertEquals(4, sums.n());
    assertEquals(1.5, sums.mae());
    assertEquals(Math.sqrt(14 / 4.0), sums.rmse());
    assertEquals(.5, sums.bias());
    assertEquals(0, sums.r2(), 1e-15);
    // sizes 1 0 2 3: variance 5/3, squares 1 0 4 9: variance 49/3
    double half = 1.959963984540054 * Math.sqrt(5 / 3.0 / 4);
    assertEquals(1.5 + half, sums.maeInterval().high(), 1e-12);
    assertEquals(1.5 - half, sums.maeInterval().low(), 1e-12);
    half = 1.959963984540054 * Math.sqrt(49 / 3.0 / 4);
    assertEquals(Math.sqrt(3.5 + half), sums.rmseInterval().high(), 1e-12);
    assertEquals(0, sums.rmseInterval().low());
  }

  @Test
  void withoutLabelsAllIsNothing() {
    ErrorSums none = new ErrorSums();
    assertEquals(0, none.mae() + none.rmse() + none.bias() + none.r2());
    assertEquals(new Interval(0, 0), none.maeInterval());
    assertEquals(0, ErrorSums.read(new PackedReader(bytes(none))).n());
  }

  @Test
  void oneTruthLeavesNothingToExplain() {
    assertEquals(0, of(new double[] {5, 5}, new double[] {4, 7}).r2());
  }

  @Test
  void agreesWithWekaAndWithTheTrainersScores() throws Exception {
    Random random = new Random(5);
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("x"));
    attributes.add(new Attribute("y"));
    Instances rows = new Instances("line", attributes, 300);
    rows.setClassIndex(1);
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 10;
      rows.add(new DenseInstance(1, new double[] {x, 1e6 + 3 * x + random.nextGaussian()}));
    }
    LinearRegression line = new LinearRegression();
    line.buildClassifier(rows);
    Evaluation weka = new Evaluation(rows);
    weka.evaluateModel(line, rows);
    double[] actual = new double[300];
    double[] predicted = new double[300];
    for (int i = 0; i < 300; i++) {
      Instance row = rows.instance(i);
      actual[i] = row.classValue();
      predicted[i] = line.classifyInstance(row);
    }
    ErrorSums sums = of(actual, predicted);
    assertEquals(weka.meanAbsoluteError(), sums.mae(), 1e-9 * sums.mae());
    assertEquals(weka.rootMeanSquaredError(), sums.rmse(), 1e-9 * sums.rmse());
    Metrics.Numbers scores = Scores.numbers(actual, predicted).numbers().orElseThrow();
    assertEquals(scores.r2(), sums.r2(), 1e-9);
  }

  @Test
  void aCorrectedLabelLeavesNoTraceHoweverWrongItWas() {
    ErrorSums plain = of(new double[] {1.1, 2.7, .3}, new double[] {1, 3, .1});
    ErrorSums corrected = of(new double[] {1.1, 1e15, .3}, new double[] {1, 3, .1});
    assertFalse(corrected.rmse() < 1e14);
    corrected.correct(1e15, -1e300, 3);
    corrected.correct(-1e300, 2.7, 3);
    assertArrayEquals(bytes(plain), bytes(corrected));
  }

  @Test
  void addsUpInAnyOrderToTheSameBytes() {
    Random random = new Random(6);
    double[] actual = random.doubles(200, -1e3, 1e3).toArray();
    double[] predicted = random.doubles(200, -1e-3, 1e6).toArray();
    ErrorSums whole = of(actual, predicted);
    ErrorSums backwards = new ErrorSums();
    for (int i = actual.length - 1; i >= 0; i--) {
      ErrorSums one = new ErrorSums();
      one.add(actual[i], predicted[i], 60);
      backwards.merge(ErrorSums.read(new PackedReader(bytes(one))));
    }
    assertArrayEquals(bytes(whole), bytes(backwards));
    assertEquals(whole.r2(), ErrorSums.read(new PackedReader(bytes(whole))).r2());
  }

  @Test
  void keepsItsFiguresWhereNumbersAreTinyOrHuge() {
    ErrorSums tiny = of(new double[] {1e-300, 3e-300}, new double[] {2e-300, 3e-300});
    assertEquals(5e-301, tiny.mae(), 1e-310);
    ErrorSums huge = of(new double[] {Double.MAX_VALUE}, new double[] {-Double.MAX_VALUE});
    assertTrue(Double.isFinite(huge.rmse()) && Double.isFinite(huge.r2()));
    assertEquals(0, of(new double[] {0}, new double[] {-0.0}).mae());
  }

  @Test
  void anExactSumAgreesWithCommonsStatistics() {
    double[] values = new Random(9).doubles(1_000, -5, 9).toArray();
    ExactSum numbers = new ExactSum();
    ExactSum squares = new ExactSum();
    for (double value : values) {
      numbers.add(value, 1, 1);
      squares.add(value, 2, 1);
    }
    assertEquals(Mean.of(values).getAsDouble(), numbers.value() / 1_000, 1e-12);
    double variance = Variance.of(values).getAsDouble();
    assertEquals(variance, ExactSum.deviations(1_000, numbers, squares) / 999, 1e-11);
  }
}
