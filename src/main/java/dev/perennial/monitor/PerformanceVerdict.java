package dev.perennial.monitor;

/**
 * What is said of the accuracy that labels show.
 *
 * @param status steady, drifted (it fell), or not enough data
 * @param accuracy over the labels judged
 * @param interval Wilson's 95 % interval of it
 * @param labels how many were judged
 * @param expected the accuracy it is held against
 * @param highestDifference upper bound of accuracy minus expected
 * @param threshold that this bound must fall below
 * @param reason one sentence
 */
public record PerformanceVerdict(
    Status status,
    double accuracy,
    Interval interval,
    long labels,
    double expected,
    double highestDifference,
    double threshold,
    String reason) {
  /** Nothing can be said yet, for this reason. */
  public static PerformanceVerdict notEnoughData(long labels, double expected, String reason) {
    return new PerformanceVerdict(
        Status.NOT_ENOUGH_DATA, 0, new Interval(0, 1), labels, expected, 0, 0, reason);
  }
}
