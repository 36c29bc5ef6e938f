package dev.perennial.model;

import java.util.List;
import java.util.Optional;

/**
 * How a model did on rows that it was not trained on. One of the two halves is present.
 *
 * @param rows how many rows were judged
 * @param classes for a nominal target
 * @param numbers for a numeric target
 */
public record Metrics(int rows, Optional<Classes> classes, Optional<Numbers> numbers) {

  /**
   * Figures of a classifier.
   *
   * @param accuracy share of right answers, with {@code accuracyLow} and {@code accuracyHigh} its
   *     Wilson 95 % interval
   * @param macroF1 mean F1 of the classes that occur among the labels or the answers
   * @param logLoss mean of -ln(probability of the true class), probabilities cut at 1e-15
   * @param brier mean over rows of the squared error summed over classes: 0 best, 2 worst
   * @param ece expected calibration error of the predicted class, ten bins of equal width
   * @param perClass in the order of the target's values
   * @param confusion {@code confusion[actual][predicted]} in rows
   */
  public record Classes(
      double accuracy,
      double accuracyLow,
      double accuracyHigh,
      double macroF1,
      double logLoss,
      double brier,
      double ece,
      List<PerClass> perClass,
      List<List<Integer>> confusion) {
    public Classes {
      perClass = List.copyOf(perClass);
      confusion = confusion.stream().map(List::copyOf).toList();
    }
  }

  /** Precision, recall and F1 of one class, each 0 where it is not defined; support in rows. */
  public record PerClass(String label, double precision, double recall, double f1, int support) {}

  /** Figures of a regressor, in the target's unit; r2 is 1 - residual / total sum of squares. */
  public record Numbers(double mae, double rmse, double r2) {}
}
