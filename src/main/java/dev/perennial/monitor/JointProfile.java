package dev.perennial.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the numeric inputs moved together in the reference: correlations of their normal scores (raw
 * values would let one heavy tail decide) and the leading principal components.
 *
 * @param columns the positions of the inputs taken part, at most 64
 * @param scores per input, the normal score of each of its bins
 * @param correlation of the scores
 * @param components unit vectors, the leading first, that hold 80 % of the variance; none where the
 *     reference has fewer than 10 rows an input
 */
public record JointProfile(
    int[] columns, double[][] scores, double[][] correlation, double[][] components) {
  private static final int MOST_COLUMNS = 64;
  private static final int ROWS_AN_INPUT = 10;
  private static final double SHARE_OF_VARIANCE = .8;

  static JointProfile of(List<ColumnProfile> profiles, double[][] rows) {
    int[] columns =
        IntStream.range(0, profiles.size())
            .filter(i -> takesPart(profiles.get(i)))
            .limit(MOST_COLUMNS)
            .toArray();
    double[][] scores =
        IntStream.of(columns)
            .mapToObj(i -> BinScores.normalScores(profiles.get(i)))
            .toArray(double[][]::new);
    JointSums sums = new JointSums(columns.length);
    JointProfile bare = new JointProfile(columns, scores, new double[0][], new double[0][]);
    for (double[] row : rows) {
      sums.add(bare.scoresOf(profiles, row));
    }
    double[][] correlation = sums.correlation();
    double[][] components =
        columns.length < 2 || rows.length < ROWS_AN_INPUT * columns.length
            ? new double[0][]
            : leading(correlation);
    return new JointProfile(columns, scores, correlation, components);
  }

  private static boolean takesPart(ColumnProfile profile) {
    return profile.column().role() == Column.Role.FEATURE
        && !profile.column().nominal()
        && profile.sd() > 0;
  }

  private static double[][] leading(double[][] correlation) {
    int n = correlation.length;
    double[][] vectors = Eigen.of(correlation);
    double held = 0;
    int count = 0;
    while (count < n - 1 && held < SHARE_OF_VARIANCE * n) {
      held += vectors[count][n];
      count++;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> Arrays.copyOf(vectors[i], n))
        .toArray(double[][]::new);
  }

  /** The normal scores of one row's inputs; a missing value scores 0. */
  double[] scoresOf(List<ColumnProfile> profiles, double[] row) {
    double[] z = new double[columns.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = scores[i][profiles.get(columns[i]).bins().of(row[columns[i]])];
    }
    return z;
  }

  /** The same, where the bin of every column is known. */
  double[] scoresOf(int[] bins) {
    double[] z = new double[columns.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = scores[i][bins[columns[i]]];
    }
    return z;
  }

  boolean hasResidual() {
    return components.length > 0;
  }

  /** The length of what the components leave of the scores; at least 0. */
  double residual(double[] z) {
    double[] left = z.clone();
    for (double[] component : components) {
      double along = 0;
      for (int i = 0; i < z.length; i++) {
        along += component[i] * z[i];
      }
      for (int i = 0; i < z.length; i++) {
        left[i] -= along * component[i];
      }
    }
    double sum = 0;
    for (double value : left) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
