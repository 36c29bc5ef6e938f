package dev.perennial.model;

import weka.classifiers.Classifier;
import weka.core.Instance;

/** Turns what Weka returns into an honest {@link Prediction}, or refuses it. */
public final class Answers {
  private static final double ROUNDING = 1e-9;

  private Answers() {}

  /**
   * The answer of a classifier that no other thread uses meanwhile.
   *
   * @param row in a data set whose class index is set
   * @throws ModelException if there is none
   */
  public static Prediction of(Classifier classifier, Instance row) {
    return of(row.classAttribute().isNominal(), raw(classifier, row));
  }

  /**
   * What Weka itself says: one share a class, or one number.
   *
   * @throws ModelException if the classifier fails; it may then be left half-way
   */
  static double[] raw(Classifier classifier, Instance row) {
    try {
      return row.classAttribute().isNominal()
          ? classifier.distributionForInstance(row)
          : new double[] {classifier.classifyInstance(row)};
    } catch (Exception e) { // Weka declares nothing narrower
      throw new ModelException("the model gives no answer to this row", e);
    }
  }

  /** The answer in what {@link #raw} gave. */
  static Prediction of(boolean nominal, double[] raw) {
    return nominal ? ofClass(raw) : ofNumber(raw[0]);
  }

  /**
   * Weka answers "unclassified" with zeros only, and lets through NaN; neither is a probability.
   * Rounding that fell below zero is zero; votes that do not sum to 1 are scaled so that they do.
   */
  static Prediction ofClass(double[] distribution) {
    double[] shares = distribution.clone();
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      if (!(shares[k] >= -ROUNDING) || Double.isInfinite(shares[k])) {
        throw none("a probability is " + shares[k]);
      }
      shares[k] = Math.max(0, shares[k]);
      sum += shares[k];
    }
    if (!(sum > 0)) {
      throw none("it fits no class");
    }
    for (int k = 0; k < shares.length && Math.abs(sum - 1) > ROUNDING; k++) {
      shares[k] /= sum;
    }
    return Prediction.ofClass(shares);
  }

  static Prediction ofNumber(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw none("the number is " + value);
    }
    return Prediction.ofNumber(value);
  }

  private static ModelException none(String why) {
    return new ModelException("the model gives no answer to this row: " + why);
  }
}
