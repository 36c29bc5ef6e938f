package dev.perennial.monitor;

import java.util.Random;

/**
 * The SEA concepts (Street and Kim 2001): three inputs in [0, 10], the class is 1 where the first
 * two sum to at most a threshold, and one label in ten is flipped. The model is the best there is
 * for one threshold: a logistic curve over the sum.
 */
final class Sea {
  static final double[] THRESHOLDS = {8, 9, 7, 9.5};

  private Sea() {}

  static double[] inputs(Random random) {
    return new double[] {
      10 * random.nextDouble(), 10 * random.nextDouble(), 10 * random.nextDouble()
    };
  }

  static int label(double[] inputs, double threshold, Random random) {
    int clean = inputs[0] + inputs[1] <= threshold ? 1 : 0;
    return random.nextInt(10) == 0 ? 1 - clean : clean;
  }

  /** Over-confident probabilities of a model that learned the threshold 8. */
  static double[] probabilities(double[] inputs) {
    double one = 1 / (1 + Math.exp(1.5 * (inputs[0] + inputs[1] - 8)));
    return new double[] {1 - one, one};
  }

  static int predicted(double[] probabilities) {
    return probabilities[1] > probabilities[0] ? 1 : 0;
  }
}
