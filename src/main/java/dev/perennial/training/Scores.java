package dev.perennial.training;

import dev.perennial.model.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges answers against the truth. Pure functions of arrays; every row counts once. */
public final class Scores {
  /** Probabilities are cut here before the logarithm, so that one sure mistake is not infinite. */
  public static final double FLOOR = 1e-15;

  /** The 97.5 % point of the normal distribution: two-sided 95 %. */
  private static final double Z = 1.959963984540054;

  private static final int BINS = 10;

  private Scores() {}

  /**
   * Figures of a classifier.
   *
   * @param labels the class labels
   * @param actual the index of the true class of each row; at least one row
   * @param probabilities one row each, in class order, summing to 1
   */
  public static Metrics classes(List<String> labels, int[] actual, double[][] probabilities) {
    int n = actual.length;
    int[][] confusion = new int[labels.size()][labels.size()];
    double logLoss = 0;
    double brier = 0;
    for (int i = 0; i < n; i++) {
      confusion[actual[i]][largest(probabilities[i])]++;
      logLoss -= Math.log(Math.max(FLOOR, probabilities[i][actual[i]]));
      brier += squaredError(probabilities[i], actual[i]);
    }
    int right = 0;
    for (int k = 0; k < confusion.length; k++) {
      right += confusion[k][k];
    }
    List<Metrics.PerClass> perClass = perClass(labels, confusion);
    double[] interval = wilson(right, n);
    return new Metrics(
        n,
        Optional.of(
            new Metrics.Classes(
                (double) right / n,
                interval[0],
                interval[1],
                macroF1(perClass, confusion),
                logLoss / n,
                brier / n,
                calibrationError(actual, probabilities),
                perClass,
                table(confusion))),
        Optional.empty());
  }

  /** Figures of a regressor; with a constant truth r2 is 0. */
  public static Metrics numbers(double[] actual, double[] predicted) {
    int n = actual.length;
    double mean = 0;
    for (double value : actual) {
      mean += value / n;
    }
    double absolute = 0;
    double residual = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      double error = predicted[i] - actual[i];
      absolute += Math.abs(error);
      residual += error * error;
      total += (actual[i] - mean) * (actual[i] - mean);
    }
    double r2 = total > 0 ? 1 - residual / total : 0;
    return new Metrics(
        n,
        Optional.empty(),
        Optional.of(new Metrics.Numbers(absolute / n, Math.sqrt(residual / n), r2)));
  }

  /**
   * The Wilson score interval, 95 %, of a share (Wilson 1927, JASA 22): lower and upper bound,
   * never outside [0, 1].
   */
  public static double[] wilson(int successes, int n) {
    double p = (double) successes / n;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
  }

  /** Expected calibration error (Guo et al. 2017): gap of confidence and accuracy, by bins. */
  static double calibrationError(int[] actual, double[][] probabilities) {
    double[] gap = new double[BINS];
    for (int i = 0; i < actual.length; i++) {
      int answer = largest(probabilities[i]);
      double confidence = probabilities[i][answer];
      int bin = Math.min(BINS - 1, (int) (confidence * BINS));
      gap[bin] += confidence - (answer == actual[i] ? 1 : 0);
    }
    double sum = 0;
    for (double each : gap) {
      sum += Math.abs(each);
    }
    return sum / actual.length;
  }

  private static List<Metrics.PerClass> perClass(List<String> labels, int[][] confusion) {
    List<Metrics.PerClass> all = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      int support = 0;
      int answered = 0;
      for (int j = 0; j < labels.size(); j++) {
        support += confusion[k][j];
        answered += confusion[j][k];
      }
      double precision = share(confusion[k][k], answered);
      double recall = share(confusion[k][k], support);
      double f1 = share(2.0 * confusion[k][k], support + answered);
      all.add(new Metrics.PerClass(labels.get(k), precision, recall, f1, support));
    }
    return all;
  }

  private static double macroF1(List<Metrics.PerClass> perClass, int[][] confusion) {
    double sum = 0;
    int seen = 0;
    for (int k = 0; k < perClass.size(); k++) {
      boolean answered = false;
      for (int[] row : confusion) {
        answered |= row[k] > 0;
      }
      if (answered || perClass.get(k).support() > 0) {
        sum += perClass.get(k).f1();
        seen++;
      }
    }
    return share(sum, seen);
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  private static double squaredError(double[] probabilities, int actual) {
    double sum = 0;
    for (int k = 0; k < probabilities.length; k++) {
      double error = probabilities[k] - (k == actual ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  /** The first of the largest values. */
  static int largest(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }

  private static List<List<Integer>> table(int[][] confusion) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] row : confusion) {
      List<Integer> cells = new ArrayList<>();
      for (int cell : row) {
        cells.add(cell);
      }
      rows.add(cells);
    }
    return rows;
  }
}
