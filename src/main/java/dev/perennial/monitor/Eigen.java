package dev.perennial.monitor;

import java.util.Arrays;
import java.util.Comparator;

/** Eigenvalues and vectors of a small symmetric matrix, by Jacobi's cyclic rotations. */
final class Eigen {
  private static final int SWEEPS = 60;

  private Eigen() {}

  /**
   * The unit eigenvectors as rows, the one of the largest eigenvalue first; each row has its
   * eigenvalue appended.
   */
  static double[][] of(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
    double[][] vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 1e-22; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, vectors, p, q);
        }
      }
    }
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(vectors[i], n + 1);
      rows[i][n] = a[i][i];
    }
    Arrays.sort(rows, Comparator.comparingDouble(row -> -row[n]));
    return rows;
  }

  /** One rotation that makes a[p][q] vanish; rows of {@code vectors} are the eigenvectors. */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double left = a[k][p];
      double right = a[k][q];
      a[k][p] = c * left - s * right;
      a[k][q] = s * left + c * right;
    }
    turn(a, p, q, c, s);
    turn(vectors, p, q, c, s);
  }

  private static void turn(double[][] rows, int p, int q, double c, double s) {
    for (int k = 0; k < rows.length; k++) {
      double above = rows[p][k];
      double below = rows[q][k];
      rows[p][k] = c * above - s * below;
      rows[q][k] = s * above + c * below;
    }
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += a[i][j] * a[i][j];
      }
    }
    return sum;
  }
}
