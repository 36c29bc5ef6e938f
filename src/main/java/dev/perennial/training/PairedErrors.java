package dev.perennial.training;

import dev.perennial.model.Prediction;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import weka.core.Instance;

/**
 * By how much two regressors miss the same rows. The arrays are not copied: nobody writes to them.
 *
 * @param candidate the candidate's absolute error on each row, in the target's unit
 * @param champion likewise the champion's
 */
@SuppressWarnings("ArrayRecordComponent")
record PairedErrors(double[] candidate, double[] champion) {
  PairedErrors {
    if (candidate.length != champion.length) {
      throw new IllegalArgumentException("both answer every row");
    }
  }

  /**
   * Lets both answer.
   *
   * @param rows with their true numbers
   */
  static PairedErrors of(
      List<Example> rows,
      Function<Instance, Prediction> candidate,
      Function<Instance, Prediction> champion) {
    return new PairedErrors(errors(rows, candidate), errors(rows, champion));
  }

  private static double[] errors(List<Example> rows, Function<Instance, Prediction> answer) {
    return rows.stream()
        .mapToDouble(e -> Math.abs(answer.apply(e.row()).value() - e.row().classValue()))
        .toArray();
  }

  int rows() {
    return candidate.length;
  }

  /** The row numbers, each once: the sample itself. */
  int[] all() {
    return IntStream.range(0, rows()).toArray();
  }

  static double mean(double[] errors, int[] rows) {
    return mean(rows, row -> errors[row]);
  }

  static double rootMeanSquare(double[] errors, int[] rows) {
    return Math.sqrt(mean(rows, row -> errors[row] * errors[row]));
  }

  private static double mean(int[] rows, ToDoubleFunction<Integer> figure) {
    double sum = 0;
    for (int row : rows) {
      sum += figure.applyAsDouble(row);
    }
    return sum / rows.length;
  }

  /** In shares of what was before, at most a million: a champion without any error may be met. */
  static double growth(double after, double before) {
    return after == before ? 0 : Math.min(1e6, after / before - 1);
  }

  /** By how much the champion misses more than the candidate, on average. */
  double lead() {
    return mean(all(), row -> champion[row] - candidate[row]);
  }

  /**
   * The paired t-test on the absolute errors, one-sided (Student 1908).
   *
   * @return how likely two equally good models show such a lead of the candidate; 1 where no row
   *     tells them apart
   */
  double better() {
    int n = rows();
    double lead = n == 0 ? 0 : lead();
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double apart = champion[i] - candidate[i] - lead;
      squares += apart * apart;
    }
    if (n < 2 || lead == 0) {
      return 1;
    }
    double t = lead / Math.sqrt(squares / (n - 1) / n);
    return TDistribution.of((double) n - 1).survivalProbability(t);
  }
}
