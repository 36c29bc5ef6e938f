package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EigenTest {
  @Test
  void twoCorrelatedColumnsHaveOnePlusAndOneMinusR() {
    double[][] vectors = Eigen.of(new double[][] {{1, .6}, {.6, 1}});
    same(1.6, vectors[0][2]);
    same(.4, vectors[1][2]);
    same(Math.sqrt(.5), Math.abs(vectors[0][0]));
  }

  @Test
  void vectorsTimesValuesGiveTheMatrixBack() {
    Random random = new Random(8);
    int n = 12;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    double[][] vectors = Eigen.of(a);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (double[] vector : vectors) {
          sum += vector[n] * vector[i] * vector[j];
        }
        assertEquals(a[i][j], sum, 1e-10);
      }
    }
  }
}
