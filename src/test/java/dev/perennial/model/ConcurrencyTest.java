package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.BayesNet;
import weka.classifiers.functions.Logistic;
import weka.classifiers.functions.MultilayerPerceptron;
import weka.classifiers.functions.SMO;
import weka.classifiers.lazy.IBk;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;

/** Four threads get, bit for bit, the answers that one thread gets. */
class ConcurrencyTest {
  private static final int THREADS = 4;
  private static final int ANSWERS = 100_000;
  private static final int ROWS = 500;

  static List<Classifier> classifiers() {
    SMO calibrated = new SMO();
    calibrated.setBuildCalibrationModels(true);
    RandomForest forest = new RandomForest();
    forest.setNumIterations(30);
    return List.of(
        new J48(),
        forest,
        new Logistic(),
        calibrated,
        new MultilayerPerceptron(),
        new BayesNet(),
        new FilteredClassifier(),
        new IBk(3));
  }

  /** Ordinary rows, outliers and missing values. */
  private static List<Row> rows() {
    Random random = new Random(20261123);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double[] values = new double[4];
      for (int j = 0; j < values.length; j++) {
        values[j] = random.nextInt(20) == 0 ? Row.MISSING : random.nextDouble() * 8;
        values[j] *= random.nextInt(20) == 0 ? -50 : 1;
      }
      rows.add(Row.of(values));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void fourThreadsGetTheAnswersOfOne(Classifier classifier) throws Exception {
    Instances data = Iris.rows();
    LoadedModel model = Iris.loaded(Iris.trained(classifier, data), data, THREADS);
    List<Row> rows = rows();
    List<Prediction> serial = rows.stream().map(model::predict).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int start = t * ROWS / THREADS;
        wrong.add(threads.submit(() -> wrong(model, rows, serial, start)));
      }
      int sum = 0;
      for (Future<Integer> each : wrong) {
        sum += each.get();
      }
      assertEquals(0, sum, "wrong answers of " + classifier.getClass().getSimpleName());
    } finally {
      threads.shutdownNow();
    }
  }

  private static int wrong(LoadedModel model, List<Row> rows, List<Prediction> serial, int start) {
    int wrong = 0;
    for (int i = 0; i < ANSWERS; i++) {
      int at = (start + i) % ROWS;
      wrong += model.predict(rows.get(at)).equals(serial.get(at)) ? 0 : 1;
    }
    return wrong;
  }
}
