package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One calibrator a class, each against the rest, fitted on hold-out predictions. A class goes
 * without where its calibrator does not lower the calibration error on rows that it was not fitted
 * on. Immutable.
 *
 * @param byClass in the order of classes; an empty function where the class goes without
 */
public record Calibrators(List<Isotonic> byClass) {
  private static final int FOLDS = 5;
  private static final Isotonic NONE = new Isotonic(new double[0], new double[0]);

  public Calibrators {
    byClass = List.copyOf(byClass);
  }

  /**
   * @param actual true classes of the hold-out rows
   * @param probabilities one row each, one value a class
   */
  static Calibrators fit(int[] actual, double[][] probabilities, int classes) {
    List<Isotonic> byClass = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      int of = k;
      double[] scores = Arrays.stream(probabilities).mapToDouble(p -> p[of]).toArray();
      double[] outcomes = Arrays.stream(actual).mapToDouble(a -> a == of ? 1 : 0).toArray();
      byClass.add(useful(scores, outcomes).orElse(NONE));
    }
    return new Calibrators(byClass);
  }

  private static Optional<Isotonic> useful(double[] scores, double[] outcomes) {
    if (scores.length < 2 * FOLDS) {
      return Optional.empty();
    }
    Calibration before = new Calibration();
    Calibration after = new Calibration();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      int[] rest = IntStream.range(0, scores.length).filter(i -> i % FOLDS != held).toArray();
      Isotonic fitted = Isotonic.fit(pick(scores, rest), pick(outcomes, rest));
      for (int i = fold; i < scores.length; i += FOLDS) {
        before.add(scores[i], outcomes[i] > 0, 1);
        after.add(fitted.at(scores[i]), outcomes[i] > 0, 1);
      }
    }
    return after.error() < before.error()
        ? Optional.of(Isotonic.fit(scores, outcomes))
        : Optional.empty();
  }

  private static double[] pick(double[] values, int[] places) {
    return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
  }

  /** Calibrated probabilities that sum to 1; the given ones where every class comes to 0. */
  double[] apply(double[] probabilities) {
    double[] calibrated = new double[probabilities.length];
    double sum = 0;
    for (int k = 0; k < calibrated.length; k++) {
      calibrated[k] = byClass.get(k).at(probabilities[k]);
      sum += calibrated[k];
    }
    if (sum <= 0) {
      return probabilities.clone();
    }
    for (int k = 0; k < calibrated.length; k++) {
      calibrated[k] /= sum;
    }
    return calibrated;
  }
}
