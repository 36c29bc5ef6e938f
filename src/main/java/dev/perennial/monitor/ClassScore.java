package dev.perennial.monitor;

import java.util.List;

/**
 * How well one class is recognised. A share without a whole is 0.
 *
 * @param precision of the rows given this class, the share that is of it
 * @param recall of the rows of this class, the share that was given it
 * @param f1 harmonic mean of the two
 * @param support rows of this class
 * @param given rows given this class
 */
public record ClassScore(double precision, double recall, double f1, double support, double given) {
  static ClassScore of(double right, double actual, double predicted) {
    double precision = predicted == 0 ? 0 : right / predicted;
    double recall = actual == 0 ? 0 : right / actual;
    double both = actual + predicted;
    return new ClassScore(precision, recall, both == 0 ? 0 : 2 * right / both, actual, predicted);
  }

  /** The mean F1 of the classes that came or were given; 0 without any. */
  static double macroF1(List<ClassScore> scores) {
    return scores.stream()
        .filter(s -> s.support() + s.given() > 0)
        .mapToDouble(ClassScore::f1)
        .average()
        .orElse(0);
  }
}
