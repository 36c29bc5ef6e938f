package dev.perennial.training;

/**
 * How much worse a candidate may be and still count as not worse.
 *
 * @param rows at least so many rows must have been judged
 * @param accuracy in shares of 1
 * @param macroF1 in shares of 1
 * @param logLoss in nats
 * @param oneClass how much F1 a single class may lose, in shares of 1
 * @param error for a numeric target: growth of the mean absolute error, in shares of the champion's
 * @param squaredError likewise of the root mean squared error: wider, for it rests on the few
 *     largest errors and chance moves it more
 */
public record Margins(
    int rows,
    double accuracy,
    double macroF1,
    double logLoss,
    double oneClass,
    double error,
    double squaredError) {
  /** 100 rows, 1 point, 2 points, 0.02, 5 points, 5 %, 10 %. */
  public static final Margins USUAL = new Margins(100, 0.01, 0.02, 0.02, 0.05, 0.05, 0.1);
}
