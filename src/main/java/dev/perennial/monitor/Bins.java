package dev.perennial.monitor;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Fixed bins of one column, so that live counts are exact and add up over any span of time.
 *
 * <p>A numeric column has the bins below range, the inner bins, above range, missing, in this
 * order: bin i holds the values in (edges[i-1], edges[i]]. A nominal column has one bin a label,
 * then unseen, then missing. Immutable; finding a bin takes O(log bins).
 *
 * @param nominal whether the column has labels
 * @param edges numeric: ascending, the first just below the smallest reference value, the last the
 *     largest; nominal: empty
 * @param labels nominal: how many; numeric: 0
 */
public record Bins(boolean nominal, double[] edges, int labels) {
  /** Below this many reference rows, fewer bins are used. */
  private static final int SMALL_REFERENCE = 500;

  static Bins ofLabels(int labels) {
    return new Bins(true, new double[0], labels);
  }

  /** Quantile bins of the non-missing reference values, 20 or, from fewer than 500 rows, 10. */
  static Bins ofValues(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return ofSorted(sorted, sorted.length < SMALL_REFERENCE ? 10 : 20);
  }

  /** Equal quantiles fall together; a value that holds 1/bins of the mass gets its own bin. */
  static Bins ofSorted(double[] sorted, int bins) {
    int n = sorted.length;
    if (n == 0) {
      return new Bins(false, new double[0], 0);
    }
    TreeSet<Double> edges = new TreeSet<>();
    edges.add(Math.nextDown(sorted[0]));
    for (int k = 1; k <= bins; k++) {
      edges.add(sorted[(int) (((long) n * k + bins - 1) / bins) - 1]);
    }
    int start = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || sorted[i] != sorted[start]) {
        if ((long) (i - start) * bins >= n) {
          edges.add(Math.nextDown(sorted[start]));
          edges.add(sorted[start]);
        }
        start = i;
      }
    }
    return new Bins(false, edges.stream().mapToDouble(Double::doubleValue).toArray(), 0);
  }

  /** How many bins there are, the special ones included. */
  int size() {
    return nominal ? labels + 2 : edges.length + 2;
  }

  /** The bin of a value: NaN is missing; for labels, an index outside them is unseen. */
  int of(double value) {
    if (Double.isNaN(value)) {
      return missing();
    }
    if (nominal) {
      return value >= 0 && value < labels ? (int) value : labels;
    }
    int low = 0;
    int high = edges.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= edges[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  int missing() {
    return size() - 1;
  }

  /** The bin of unseen labels. Only for nominal columns. */
  int unseen() {
    return labels;
  }

  /** The bin above the reference's range. Only for numeric columns. */
  int above() {
    return edges.length;
  }

  /** The counts of the values per bin. */
  long[] count(double[] values) {
    long[] counts = new long[size()];
    for (double value : values) {
      counts[of(value)]++;
    }
    return counts;
  }
}
