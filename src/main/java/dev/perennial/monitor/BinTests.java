package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Tests whether live and reference rows fall into the same bins alike. */
final class BinTests {
  private static final double SMALLEST_EXPECTED = 5;

  private BinTests() {}

  /**
   * The p-value of the two-sample chi-square test. Cells in which either side expects fewer than 5
   * rows are taken together, and joined to the smallest other cell where they still expect fewer. 1
   * where fewer than two cells remain.
   *
   * @param deff the design effect of the live rows, at least 1
   */
  static double chiSquare(long[] reference, long[] live, double deff) {
    double referenceRows = Counts.sum(reference);
    double liveRows = Counts.sum(live);
    List<double[]> cells = pooled(reference, live);
    double statistic = 0;
    for (double[] cell : cells) {
      statistic += term(cell[0], cell[1], referenceRows, liveRows);
    }
    return Tails.chiSquare(statistic / inflation(liveRows, referenceRows, deff), cells.size() - 1);
  }

  /** Reference and live rows of the cells that are left after pooling. */
  static List<double[]> pooled(long[] reference, long[] live) {
    double rows = Counts.sum(reference) + Counts.sum(live);
    double enough = SMALLEST_EXPECTED * rows / Math.min(Counts.sum(reference), Counts.sum(live));
    List<double[]> cells = new ArrayList<>();
    double[] pool = new double[2];
    for (int i = 0; i < reference.length; i++) {
      if (reference[i] + live[i] >= enough) {
        cells.add(new double[] {reference[i], live[i]});
      } else {
        pool[0] += reference[i];
        pool[1] += live[i];
      }
    }
    if (pool[0] + pool[1] >= enough || cells.isEmpty()) {
      cells.add(pool);
    } else {
      double[] smallest = Collections.min(cells, Comparator.comparingDouble(c -> c[0] + c[1]));
      smallest[0] += pool[0];
      smallest[1] += pool[1];
    }
    return cells;
  }

  /** The two cells of one bin: (observed - expected)^2 / expected, summed over both sides. */
  private static double term(double reference, double live, double referenceRows, double liveRows) {
    double apart = live * referenceRows - reference * liveRows;
    return apart * apart / (referenceRows * liveRows * (reference + live));
  }

  /** By how much dependence among the live rows widens the variance of a difference. */
  private static double inflation(double liveRows, double referenceRows, double deff) {
    return (deff / liveRows + 1 / referenceRows) / (1 / liveRows + 1 / referenceRows);
  }

  /**
   * The p-value of the two-sided z-test of the mean score per bin; the last bin, missing, is out. 1
   * where the scores do not vary.
   */
  static double trend(long[] reference, long[] live, double[] scores, double deff) {
    double[] r = weighted(reference, scores);
    double[] q = weighted(live, scores);
    double all = r[0] + q[0];
    double mean = (r[1] + q[1]) / all;
    double variance = (r[2] + q[2]) / all - mean * mean;
    double apart = q[1] / q[0] - r[1] / r[0];
    return variance <= 1e-12
        ? 1
        : Tails.twoSidedNormal(apart / Math.sqrt(variance * (deff / q[0] + 1 / r[0])));
  }

  /** The rows, the sum of their scores and the sum of the squares. */
  private static double[] weighted(long[] counts, double[] scores) {
    double[] sums = new double[3];
    for (int i = 0; i < counts.length - 1; i++) {
      sums[0] += counts[i];
      sums[1] += counts[i] * scores[i];
      sums[2] += counts[i] * scores[i] * scores[i];
    }
    return sums;
  }

  /** Benjamini and Hochberg's (1995) adjusted p-values: each feature's false discovery rate. */
  static double[] benjaminiHochberg(double[] p) {
    int m = p.length;
    Integer[] order = new Integer[m];
    for (int i = 0; i < m; i++) {
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] q = new double[m];
    double least = 1;
    for (int rank = m; rank >= 1; rank--) {
      int i = order[rank - 1];
      least = Math.min(least, p[i] * m / rank);
      q[i] = least;
    }
    return q;
  }
}
