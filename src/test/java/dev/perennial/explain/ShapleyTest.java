package dev.perennial.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShapleyTest {
  private static double flags(boolean[] own, double... weights) {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += own[i] ? weights[i] : 0;
    }
    return sum;
  }

  /** The right glove is wanted by both left ones: 1/6, 1/6 and 4/6 in every textbook. */
  @Test
  void sharesTheGloveGameAsTextbooksDo() {
    ToDoubleFunction<boolean[]> game = own -> own[2] && (own[0] || own[1]) ? 1 : 0;

    assertArrayEquals(new double[] {1 / 6.0, 1 / 6.0, 4 / 6.0}, Shapley.exact(3, game), 1e-15);
  }

  @Test
  void givesEachInputOfASumItsOwnTerm() {
    double[] values = Shapley.exact(5, own -> 7 + flags(own, 1, -2, 0, .5, 1e-6));

    assertArrayEquals(new double[] {1, -2, 0, .5, 1e-6}, values, 1e-14);
  }

  @Test
  void isTheMeanOverAllOrdersOfTheInputs() {
    Random random = new Random(3);
    double[] table = random.doubles(1 << 4).toArray();
    ToDoubleFunction<boolean[]> any = own -> table[index(own)];

    assertArrayEquals(meanOverOrders(any), Shapley.exact(4, any), 1e-14);
  }

  @Test
  void aSampleSumsToTheSameDifferenceAndMeetsTheExactValuesOnAverage() {
    double[] table = new Random(4).doubles(1 << 6).toArray();
    ToDoubleFunction<boolean[]> any = own -> table[index(own)];
    double[] exact = Shapley.exact(6, any);
    Random random = new Random(5);
    double[] mean = new double[6];
    for (int i = 0; i < 20_000; i++) {
      double[] sample = Shapley.sampled(6, any, random);
      assertEquals(table[63] - table[0], Arrays.stream(sample).sum(), 1e-12);
      for (int k = 0; k < 6; k++) {
        mean[k] += sample[k] / 20_000;
      }
    }

    assertArrayEquals(exact, mean, .01);
  }

  private static int index(boolean[] own) {
    int index = 0;
    for (int i = 0; i < own.length; i++) {
      index |= own[i] ? 1 << i : 0;
    }
    return index;
  }

  /** By definition, over the 24 orders of four inputs. */
  private static double[] meanOverOrders(ToDoubleFunction<boolean[]> answer) {
    double[] mean = new double[4];
    for (int code = 0; code < 256; code++) {
      int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
      if (Arrays.stream(order).distinct().count() == 4) {
        boolean[] own = new boolean[4];
        for (int input : order) {
          double before = answer.applyAsDouble(own);
          own[input] = true;
          mean[input] += (answer.applyAsDouble(own) - before) / 24;
        }
      }
    }
    return mean;
  }
}
