package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
  private static final double[] HUNDRED = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

  @Test
  void aHundredDifferentNumbersFillTenBinsOfTen() {
    Bins bins = Bins.ofValues(HUNDRED);
    long[] expected = new long[13];
    Arrays.fill(expected, 1, 11, 10);
    assertArrayEquals(expected, bins.count(HUNDRED));
  }

  @Test
  void fiveHundredRowsGetTwentyBins() {
    double[] values = IntStream.range(0, 500).asDoubleStream().toArray();
    assertEquals(20 + 3, Bins.ofValues(values).size());
  }

  @Test
  void valuesOutsideTheReferenceHaveBinsOfTheirOwn() {
    Bins bins = Bins.ofValues(HUNDRED);
    assertEquals(0, bins.of(Math.nextDown(1.0)));
    assertEquals(1, bins.of(1));
    assertEquals(10, bins.of(100));
    assertEquals(bins.above(), bins.of(Math.nextUp(100.0)));
    assertEquals(bins.missing(), bins.of(Double.NaN));
  }

  @Test
  void aValueThatHoldsATenthOfTheMassIsItsOwnBin() {
    double[] values =
        DoubleStream.concat(DoubleStream.generate(() -> 5.5).limit(12), Arrays.stream(HUNDRED))
            .toArray();
    Bins bins = Bins.ofValues(values);
    assertEquals(12, bins.count(values)[bins.of(5.5)]);
    assertTrue(bins.of(5.5) != bins.of(5) && bins.of(5.5) != bins.of(6));
  }

  @Test
  void aConstantColumnHasOneInnerBin() {
    Bins bins = Bins.ofValues(new double[] {7, 7, 7, 7});
    assertArrayEquals(new long[] {0, 4, 0, 0}, bins.count(new double[] {7, 7, 7, 7}));
    assertArrayEquals(new long[] {1, 0, 1, 1}, bins.count(new double[] {6, 8, Double.NaN}));
  }

  @Test
  void aColumnWithoutAnyValueHasBinsAllTheSame() {
    Bins bins = Bins.ofValues(new double[] {Double.NaN, Double.NaN});
    assertEquals(2, bins.size());
    assertArrayEquals(new long[] {1, 1}, bins.count(new double[] {3, Double.NaN}));
  }

  @Test
  void labelsOutsideTheHeaderAreUnseen() {
    Bins bins = Bins.ofLabels(3);
    assertArrayEquals(
        new long[] {1, 0, 1, 2, 1}, bins.count(new double[] {0, 2, -1, 3, Double.NaN}));
  }

  @Test
  void everyValueFallsWhereALinearSearchFindsIt() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      double scale = Math.pow(10, random.nextInt(12) - 6);
      double[] values =
          random.doubles(1 + random.nextInt(700)).map(v -> Math.rint(v * 50) * scale).toArray();
      Bins bins = Bins.ofValues(values);
      for (double v : values) {
        int linear = 0;
        while (linear < bins.edges().length && v > bins.edges()[linear]) {
          linear++;
        }
        assertEquals(linear, bins.of(v));
        assertTrue(linear > 0 && linear < bins.above());
      }
      assertEquals(values.length, Counts.sum(bins.count(values)));
    }
  }
}
