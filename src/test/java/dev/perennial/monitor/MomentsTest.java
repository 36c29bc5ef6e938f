package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static Moments of(double... values) {
    Moments moments = new Moments();
    Arrays.stream(values).forEach(moments::add);
    return moments;
  }

  @Test
  void meanAndVarianceAgreeWithCommonsStatistics() {
    Random random = new Random(2);
    for (double offset : new double[] {0, 1e-5, 1e6}) {
      double[] values = random.doubles(1000).map(v -> offset + v).toArray();
      DoubleStatistics oracle =
          DoubleStatistics.of(
              java.util.EnumSet.of(Statistic.MEAN, Statistic.VARIANCE, Statistic.KURTOSIS), values);
      same(oracle.getAsDouble(Statistic.MEAN), of(values).mean());
      same(oracle.getAsDouble(Statistic.VARIANCE), of(values).variance());
    }
  }

  @Test
  void kurtosisAgreesWithCommonsStatistics() {
    double[] values = new Random(3).doubles(500).map(v -> v * v).toArray();
    double excess =
        DoubleStatistics.of(java.util.EnumSet.of(Statistic.KURTOSIS), values)
            .getAsDouble(Statistic.KURTOSIS);
    // Theirs is the unbiased excess G2 of Joanes and Gill (1998); ours the plain moment ratio b.
    double n = 500;
    double plain = (excess * (n - 2) * (n - 3) / (n - 1) - 6) / (n + 1) + 3;
    same(plain, ColumnProfile.of(Column.number("x"), values).kurtosis());
  }

  @Test
  void partsMergedInAnyGroupingGiveTheWhole() {
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      double[] values = random.doubles(3 + random.nextInt(50), -1e3, 1e3).toArray();
      int cut = random.nextInt(values.length);
      int later = cut + random.nextInt(values.length - cut);
      Moments left = of(Arrays.copyOf(values, cut));
      Moments middle = of(Arrays.copyOfRange(values, cut, later));
      Moments right = of(Arrays.copyOfRange(values, later, values.length));
      Moments rightFirst = of(Arrays.copyOfRange(values, cut, later));
      rightFirst.merge(right);
      Moments one = of(Arrays.copyOf(values, cut));
      one.merge(rightFirst);
      left.merge(middle);
      left.merge(right);
      assertEquals(values.length, left.n());
      same(left.mean(), one.mean());
      same(left.variance(), one.variance());
      same(of(values).variance(), left.variance());
    }
  }

  @Test
  void whatIsRemovedWasNeverThere() {
    Moments moments = of(1, 2, 9, 9, 9, 4);
    moments.remove(9, 3);
    same(7 / 3.0, moments.mean());
    same(7 / 3.0, moments.variance());
    moments.remove(7, 3);
    assertEquals(0, moments.n());
  }

  @Test
  void quantilesAreThoseOfTypeSeven() {
    // Hand-worked: place (n - 1) p = 0.75 between 10 and 20.
    same(17.5, ColumnProfile.quantile(new double[] {10, 20, 30, 40}, .25));
  }
}
