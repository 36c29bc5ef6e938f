package dev.perennial.monitor;

/**
 * How well a version did on labelled rows that it did not train on. Immutable; its arrays are not
 * to be changed.
 *
 * @param n rows, all labelled
 * @param correct rows answered rightly
 * @param confusion rows are true classes, columns given ones
 * @param macroF1 mean F1 over the classes
 * @param logLoss mean, natural logarithm
 * @param brier mean over rows of the summed squares, in [0, 2]
 * @param calibrationError expected calibration error of the top class, in [0, 1]
 * @param calibrators for the estimate without labels
 */
public record HoldOut(
    long n,
    long correct,
    long[][] confusion,
    double macroF1,
    double logLoss,
    double brier,
    double calibrationError,
    Calibrators calibrators) {

  /**
   * Scores hold-out answers and fits the calibrators.
   *
   * @param actual true classes
   * @param predicted classes given
   * @param probabilities one row each, one value a class
   */
  public static HoldOut of(int[] actual, int[] predicted, double[][] probabilities, int classes) {
    LabelSums sums = new LabelSums(classes);
    for (int i = 0; i < actual.length; i++) {
      sums.add(actual[i], predicted[i], probabilities[i], 0);
    }
    return new HoldOut(
        actual.length,
        sums.confusion().correct(),
        sums.confusion().matrix(),
        sums.confusion().macroF1(),
        sums.logLoss(),
        sums.brier(),
        sums.calibration().error(),
        Calibrators.fit(actual, probabilities, classes));
  }

  /** The share of right answers, 0 without rows. */
  public double accuracy() {
    return Counts.share(correct, n);
  }

  /** Calibrated probabilities, one a class, summing to 1. */
  public double[] calibrated(double[] probabilities) {
    return calibrators.apply(probabilities);
  }
}
