package dev.perennial.monitor;

import java.util.Arrays;
import java.util.Random;

/**
 * Rows among which nothing has changed, to count a rule's false alarms on: the reference's values
 * in the order of live rows. Each live value gives way to the reference's value of the same rank,
 * column by column. So the rows are spread as the reference is, and hang together as live ones do,
 * from row to row and from column to column. Immutable; its arrays are not to be changed.
 *
 * @param rows to draw from
 * @param together how many neighbours are to be drawn at a time; 1 where live rows are independent
 */
public record QuietRows(double[][] rows, int together) {
  /** Fewer live rows than this show no dependence. */
  public static final int LEAST_LIVE = 200;

  /** A dependence of neighbours is followed until so many lags in a row do not show it. */
  private static final int CALM_LAGS = 5;

  /** Blocks are so much longer than the longest lag that shows. */
  private static final int LAGS_A_BLOCK = 8;

  private static final int LEAST_BLOCKS = 10;
  private static final double NEARLY_DISTINCT = .9;

  /**
   * The reference in the order of live rows, or the reference by itself where there are too few.
   *
   * @param reference at least one row
   * @param live in the order of answers, of the same columns
   * @param inputs rows are told apart by their first so many columns
   */
  public static QuietRows of(double[][] reference, double[][] live, int inputs, long seed) {
    return live.length < LEAST_LIVE
        ? new QuietRows(reference, 1)
        : new QuietRows(inOrder(reference, live, inputs, seed), together(live));
  }

  /** True where most rows are there once. */
  public static boolean nearlyDistinct(double[][] rows, int inputs) {
    long distinct =
        Arrays.stream(rows).mapToLong(row -> RowHash.of(row, inputs)).distinct().count();
    return distinct >= NEARLY_DISTINCT * rows.length;
  }

  private static double[][] inOrder(double[][] reference, double[][] live, int inputs, long seed) {
    boolean copies = nearlyDistinct(reference, inputs);
    double[][] rows = new double[live.length][live[0].length];
    for (int column = 0; column < live[0].length; column++) {
      double[] from = sorted(reference, column);
      double[] to = sorted(live, column);
      Random random = new Random(seed + column);
      long salt = random.nextLong();
      for (int i = 0; i < live.length; i++) {
        // A row that is sent twice has to stay the same row twice, where that is odd.
        long own = copies ? RowHash.of(live[i], inputs) ^ salt : random.nextLong();
        double rank = rank(to, key(live[i][column]), new Random(own).nextDouble());
        double value = from[(int) (rank * from.length)];
        rows[i][column] = value == Double.NEGATIVE_INFINITY ? Double.NaN : value;
      }
    }
    return rows;
  }

  /** Rows without a value come first. */
  private static double[] sorted(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> key(row[column])).sorted().toArray();
  }

  private static double key(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  /** The rank in [0, 1), equal values being ordered by {@code within}. */
  private static double rank(double[] sorted, double value, double within) {
    int first = first(sorted, value, false);
    return (first + within * (first(sorted, value, true) - first)) / sorted.length;
  }

  /** The first place of a value that is not below this one or, if so wished, that is above. */
  private static int first(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean right = above ? sorted[middle] > value : sorted[middle] >= value;
      low = right ? low : middle + 1;
      high = right ? middle : high;
    }
    return low;
  }

  /**
   * How many live rows hang together, at least 1: by the rule of Politis and White (2004) for where
   * a correlation of neighbours ends, in the column where it reaches farthest.
   */
  public static int together(double[][] live) {
    if (live.length < LEAST_LIVE) {
      return 1;
    }
    int most = live.length / LEAST_BLOCKS;
    int reach = 0;
    for (int column = 0; column < live[0].length; column++) {
      reach = Math.max(reach, reach(ranks(live, column), most));
    }
    return Math.max(1, Math.min(most, LAGS_A_BLOCK * reach));
  }

  private static double[] ranks(double[][] rows, int column) {
    double[] sorted = sorted(rows, column);
    return Arrays.stream(rows).mapToDouble(row -> rank(sorted, key(row[column]), .5)).toArray();
  }

  private static int reach(double[] ranks, int most) {
    double bound = 2 * Math.sqrt(Math.log10(ranks.length) / ranks.length);
    double mean = Arrays.stream(ranks).average().orElse(0);
    double spread = Arrays.stream(ranks).map(r -> (r - mean) * (r - mean)).sum();
    int reach = 0;
    for (int lag = 1; spread > 0 && lag <= Math.min(most, reach + CALM_LAGS); lag++) {
      double product = 0;
      for (int i = lag; i < ranks.length; i++) {
        product += (ranks[i] - mean) * (ranks[i - lag] - mean);
      }
      reach = Math.abs(product / spread) > bound ? lag : reach;
    }
    return reach;
  }
}
