package dev.perennial.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The paired bootstrap (Efron and Tibshirani 1993, chapter 13): the rows are drawn again with
 * replacement, both models are judged on each draw, and the differences show how far chance
 * reaches. Percentile bounds. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent")
record Resamples(double[] sorted) {
  /** How often the rows are drawn. */
  static final int DRAWS = 2_000;

  /**
   * @param rows how many there are, at least one
   * @param seed the same seed draws the same rows
   * @param difference of two models' figures on the rows of these numbers; NaN is left out
   */
  static Resamples of(int rows, long seed, ToDoubleFunction<int[]> difference) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = new double[DRAWS];
    int[] drawn = new int[rows];
    for (int i = 0; i < DRAWS; i++) {
      for (int j = 0; j < rows; j++) {
        drawn[j] = random.nextInt(rows);
      }
      differences[i] = difference.applyAsDouble(drawn);
    }
    return new Resamples(
        Arrays.stream(differences).filter(d -> !Double.isNaN(d)).sorted().toArray());
  }

  /** The value below which this share of the differences lies. */
  double quantile(double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
