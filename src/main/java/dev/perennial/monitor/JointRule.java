package dev.perennial.monitor;

import dev.perennial.words.Said;

/**
 * Whether correlations of normal scores changed while each input by itself may look as before. Two
 * consecutive disjoint windows must agree.
 */
final class JointRule {
  private static final double P_OVER_ALL_PAIRS = .001;
  private static final double LEAST_INDEPENDENT_ROWS = 50;

  /** Fisher's transformation has no value at 1; beyond this a correlation counts as this. */
  private static final double NEARLY_ONE = .999;

  private JointRule() {}

  static JointVerdict judge(ReferenceProfile reference, JointWindow window, boolean metBefore) {
    int width = reference.joint().columns().length;
    double n = window.sums().n();
    double deff = window.designEffect(reference);
    if (width < 2 || n / deff < LEAST_INDEPENDENT_ROWS) {
      return JointVerdict.notEnoughData(
          width < 2
              ? Said.of("said.too-few-numbers")
              : Said.of(
                  "said.few-independent-rows",
                  Math.round(n / deff),
                  Math.round(LEAST_INDEPENDENT_ROWS)));
    }
    double[][] z = changes(reference, window, Math.sqrt(deff / n + 1.0 / reference.rows()));
    double threshold = Tails.normalQuantile(1 - P_OVER_ALL_PAIRS / (width * (width - 1.0)));
    int most = 0;
    double largest = 0;
    double[] rowSums = new double[width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        rowSums[i] += z[i][j] * z[i][j];
        largest = Math.max(largest, Math.abs(z[i][j]));
      }
      most = rowSums[i] > rowSums[most] ? i : most;
    }
    String name = reference.columns().get(reference.joint().columns()[most]).column().name();
    boolean met = largest > threshold;
    Status status = !met ? Status.STEADY : metBefore ? Status.DRIFTED : Status.WARNING;
    return new JointVerdict(
        status,
        met ? name : "",
        largest,
        threshold,
        window.sums().n(),
        reason(name, largest, threshold, met));
  }

  /** The changes of Fisher's z of every pair, in standard errors. */
  private static double[][] changes(ReferenceProfile reference, JointWindow window, double error) {
    double[][] before = reference.joint().correlation();
    double[][] now = window.sums().correlation();
    double[][] z = new double[before.length][before.length];
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before.length; j++) {
        z[i][j] = i == j ? 0 : (fisher(now[i][j]) - fisher(before[i][j])) / error;
      }
    }
    return z;
  }

  private static double fisher(double correlation) {
    double r = Math.max(-NEARLY_ONE, Math.min(NEARLY_ONE, correlation));
    return Math.log((1 + r) / (1 - r)) / 2;
  }

  private static Said reason(String name, double largest, double threshold, boolean met) {
    return met
        ? Said.of("said.moves-apart", name, largest, threshold)
        : Said.of("said.moves-together", largest, threshold);
  }
}
