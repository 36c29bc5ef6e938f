package dev.perennial.model;

import java.util.Arrays;

/**
 * A model's answer to one row. Immutable.
 *
 * <p>For a classifier {@link #value()} is the index of the predicted class in {@link
 * Schema#classes()} and {@link #probability(int)} has one entry a class, in [0, 1], summing to 1.
 * For a regressor {@code value()} is the predicted number and there are no probabilities.
 */
public final class Prediction {
  private final double value;
  private final double[] probabilities;

  private Prediction(double value, double[] probabilities) {
    this.value = value;
    this.probabilities = probabilities;
  }

  /** The class of the largest probability, the first of equals. The array is copied. */
  public static Prediction ofClass(double... probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      if (probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return new Prediction(best, probabilities.clone());
  }

  public static Prediction ofNumber(double value) {
    return new Prediction(value, new double[0]);
  }

  public double value() {
    return value;
  }

  public int classIndex() {
    return (int) value;
  }

  /** How many probabilities there are: the number of classes, 0 for a regressor. */
  public int classes() {
    return probabilities.length;
  }

  public double probability(int index) {
    return probabilities[index];
  }

  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prediction p
        && Double.compare(value, p.value) == 0
        && Arrays.equals(probabilities, p.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(value) + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return value + " " + Arrays.toString(probabilities);
  }
}
