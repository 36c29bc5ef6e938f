package dev.perennial.explain;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Shapley values of one answer against one reference row: the answer's difference from the
 * reference row's, shared out among the inputs. A pure function of the two rows and the model.
 *
 * <p>Source: Shapley 1953; the reference row stands in for an absent input (Strumbelj and Kononenko
 * 2014, "interventional" values). Averaging over reference rows gives the values against them all.
 */
final class Shapley {
  /** From here on all subsets would be too many. */
  static final int MOST_EXACT = 12;

  private Shapley() {}

  /**
   * Sums over all subsets of the inputs: 2^inputs answers.
   *
   * @param inputs how many there are; at most {@link #MOST_EXACT}
   * @param answer to the row that has its own values where the flag is set, else the reference's
   */
  static double[] exact(int inputs, ToDoubleFunction<boolean[]> answer) {
    double[] answers = new double[1 << inputs];
    boolean[] own = new boolean[inputs];
    for (int subset = 0; subset < answers.length; subset++) {
      for (int i = 0; i < inputs; i++) {
        own[i] = (subset >> i & 1) == 1;
      }
      answers[subset] = answer.applyAsDouble(own);
    }
    double[] weights = weights(inputs);
    double[] values = new double[inputs];
    for (int subset = 0; subset < answers.length; subset++) {
      double weight = weights[Integer.bitCount(subset)];
      for (int i = 0; i < inputs; i++) {
        if ((subset >> i & 1) == 0) {
          values[i] += weight * (answers[subset | 1 << i] - answers[subset]);
        }
      }
    }
    return values;
  }

  /** s! (n - s - 1)! / n! for a subset of s inputs that gains one. */
  private static double[] weights(int inputs) {
    double[] weights = new double[inputs + 1];
    double choices = 1;
    for (int size = 0; size < inputs; size++) {
      weights[size] = 1 / (inputs * choices);
      choices = choices * (inputs - 1 - size) / (size + 1);
    }
    return weights;
  }

  /**
   * One random order of the inputs and its reverse, whose errors partly cancel: 2 inputs answers.
   * An unbiased estimate of {@link #exact} with the same sum.
   */
  static double[] sampled(int inputs, ToDoubleFunction<boolean[]> answer, Random random) {
    int[] order = shuffled(inputs, random);
    double[] values = new double[inputs];
    addOrder(order, answer, values);
    for (int i = 0; i < inputs / 2; i++) {
      int other = order[i];
      order[i] = order[inputs - 1 - i];
      order[inputs - 1 - i] = other;
    }
    addOrder(order, answer, values);
    return Arrays.stream(values).map(value -> value / 2).toArray();
  }

  private static void addOrder(int[] order, ToDoubleFunction<boolean[]> answer, double[] values) {
    boolean[] own = new boolean[order.length];
    double before = answer.applyAsDouble(own);
    for (int input : order) {
      own[input] = true;
      double after = answer.applyAsDouble(own);
      values[input] += after - before;
      before = after;
    }
  }

  private static int[] shuffled(int inputs, Random random) {
    int[] order = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      int at = random.nextInt(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }
}
