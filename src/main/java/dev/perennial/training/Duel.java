package dev.perennial.training;

import dev.perennial.model.Prediction;
import java.util.List;
import java.util.function.Function;
import weka.core.Instance;

/**
 * The answers of a candidate and of the champion to the same rows, whose classes are known. The
 * arrays are not copied: nobody writes to them.
 *
 * @param labels of the classes
 * @param actual the index of the true class of each row
 * @param candidate the candidate's probabilities, a row each, in class order
 * @param champion likewise the champion's
 */
@SuppressWarnings("ArrayRecordComponent")
record Duel(List<String> labels, int[] actual, double[][] candidate, double[][] champion) {
  Duel {
    labels = List.copyOf(labels);
    if (candidate.length != actual.length || champion.length != actual.length) {
      throw new IllegalArgumentException("both answer every row, and nothing else");
    }
  }

  /**
   * Lets both answer.
   *
   * @param rows with their classes
   */
  static Duel of(
      List<String> labels,
      List<Example> rows,
      Function<Instance, Prediction> candidate,
      Function<Instance, Prediction> champion) {
    int[] actual = new int[rows.size()];
    double[][] ours = new double[actual.length][];
    double[][] theirs = new double[actual.length][];
    for (int i = 0; i < actual.length; i++) {
      Instance row = rows.get(i).row();
      actual[i] = (int) row.classValue();
      ours[i] = candidate.apply(row).probabilities();
      theirs[i] = champion.apply(row).probabilities();
    }
    return new Duel(labels, actual, ours, theirs);
  }

  int rows() {
    return actual.length;
  }

  /** The row numbers, each once: the sample itself. */
  int[] all() {
    int[] rows = new int[rows()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return rows;
  }

  Side candidateSide() {
    return Side.of(actual, candidate);
  }

  Side championSide() {
    return Side.of(actual, champion);
  }

  /**
   * One model's answers, prepared for figures over any choice of rows.
   *
   * @param predicted the class of the largest probability, the first of equals
   * @param losses -ln of the true class's probability, which is cut at {@link Scores#FLOOR}
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(int[] actual, int[] predicted, double[] losses, int classes) {
    static Side of(int[] actual, double[][] probabilities) {
      int[] predicted = new int[actual.length];
      double[] losses = new double[actual.length];
      int classes = actual.length == 0 ? 0 : probabilities[0].length;
      for (int i = 0; i < actual.length; i++) {
        predicted[i] = Scores.largest(probabilities[i]);
        losses[i] = -Math.log(Math.max(Scores.FLOOR, probabilities[i][actual[i]]));
      }
      return new Side(actual, predicted, losses, classes);
    }

    boolean right(int row) {
      return predicted[row] == actual[row];
    }

    double accuracy(int[] rows) {
      int right = 0;
      for (int row : rows) {
        right += right(row) ? 1 : 0;
      }
      return (double) right / rows.length;
    }

    double logLoss(int[] rows) {
      double sum = 0;
      for (int row : rows) {
        sum += losses[row];
      }
      return sum / rows.length;
    }

    /** F1 of one class; NaN where it occurs neither among the truths nor among the answers. */
    double f1(int[] rows, int label) {
      int right = 0;
      int occurs = 0;
      for (int row : rows) {
        right += actual[row] == label && right(row) ? 1 : 0;
        occurs += (actual[row] == label ? 1 : 0) + (predicted[row] == label ? 1 : 0);
      }
      return 2.0 * right / occurs;
    }

    /** Mean F1 of the classes that occur among the truths or the answers. */
    double macroF1(int[] rows) {
      int[] right = new int[classes];
      int[] occurs = new int[classes];
      for (int row : rows) {
        right[actual[row]] += right(row) ? 1 : 0;
        occurs[actual[row]]++;
        occurs[predicted[row]]++;
      }
      double sum = 0;
      int seen = 0;
      for (int k = 0; k < classes; k++) {
        sum += occurs[k] > 0 ? 2.0 * right[k] / occurs[k] : 0;
        seen += occurs[k] > 0 ? 1 : 0;
      }
      return sum / seen;
    }
  }
}
