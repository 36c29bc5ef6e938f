package dev.perennial.monitor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A non-decreasing function fitted by least squares with the pool-adjacent-violators algorithm
 * (Ayer et al. 1955): constant within a pool, linear between two, level beyond the ends. Immutable.
 *
 * @param x ascending
 * @param y values there, ascending
 */
public record Isotonic(double[] x, double[] y) {
  /** Fits scores to outcomes; equal scores share one value. */
  static Isotonic fit(double[] scores, double[] outcomes) {
    int n = scores.length;
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double[] low = new double[n];
    double[] high = new double[n];
    double[] sum = new double[n];
    double[] weight = new double[n];
    int pools = 0;
    for (int at : order) {
      boolean tied = pools > 0 && scores[at] == high[pools - 1];
      if (!tied) {
        low[pools] = scores[at];
        sum[pools] = 0;
        weight[pools] = 0;
        pools++;
      }
      high[pools - 1] = scores[at];
      sum[pools - 1] += outcomes[at];
      weight[pools - 1]++;
    }
    pools = pool(low, high, sum, weight, pools);
    return ends(low, high, sum, weight, pools);
  }

  /** Joins neighbours until their means ascend; returns how many pools are left. */
  private static int pool(double[] low, double[] high, double[] sum, double[] weight, int pools) {
    int top = -1;
    for (int i = 0; i < pools; i++) {
      top++;
      low[top] = low[i];
      high[top] = high[i];
      sum[top] = sum[i];
      weight[top] = weight[i];
      while (top > 0 && sum[top - 1] * weight[top] >= sum[top] * weight[top - 1]) {
        high[top - 1] = high[top];
        sum[top - 1] += sum[top];
        weight[top - 1] += weight[top];
        top--;
      }
    }
    return top + 1;
  }

  private static Isotonic ends(
      double[] low, double[] high, double[] sum, double[] weight, int pools) {
    double[] x = new double[2 * pools];
    double[] y = new double[2 * pools];
    int size = 0;
    for (int i = 0; i < pools; i++) {
      x[size] = low[i];
      y[size++] = sum[i] / weight[i];
      if (high[i] > low[i]) {
        x[size] = high[i];
        y[size++] = sum[i] / weight[i];
      }
    }
    return new Isotonic(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
  }

  /** The value at a score; the score itself where nothing was fitted. */
  double at(double score) {
    if (x.length == 0) {
      return score;
    }
    int place = Arrays.binarySearch(x, score);
    if (place >= 0) {
      return y[place];
    }
    int above = -place - 1;
    if (above == 0) {
      return y[0];
    }
    if (above == x.length) {
      return y[x.length - 1];
    }
    double part = (score - x[above - 1]) / (x[above] - x[above - 1]);
    return y[above - 1] + part * (y[above] - y[above - 1]);
  }
}
