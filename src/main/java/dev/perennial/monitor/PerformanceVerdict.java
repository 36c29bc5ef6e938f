package dev.perennial.monitor;

import dev.perennial.words.Said;

/**
 * What is said of the performance that labels show.
 *
 * @param status steady, drifted (it became worse), or not enough data
 * @param figure the accuracy, or the mean absolute error in the target's unit
 * @param interval of it, 95 %: Wilson's for the accuracy, by the central limit theorem for the
 *     error
 * @param labels how many were judged
 * @param expected the figure it is held against
 * @param bound the greatest difference of the accuracy to what is expected, or the least growth of
 *     the error in shares of what is expected
 * @param threshold that this bound must pass
 * @param reason one sentence
 * @param yardstick what the figure is
 */
public record PerformanceVerdict(
    Status status,
    double figure,
    Interval interval,
    long labels,
    double expected,
    double bound,
    double threshold,
    Said reason,
    Yardstick yardstick) {
  /** Why no number of labels is enough: the version came without data to compare them with. */
  public static final Said NO_HOLD_OUT = Said.of("said.no-hold-out");

  /** Nothing can be said yet, for this reason. */
  public static PerformanceVerdict notEnoughData(
      Yardstick yardstick, long labels, double expected, Said reason) {
    return new PerformanceVerdict(
        Status.NOT_ENOUGH_DATA, 0, new Interval(0, 1), labels, expected, 0, 0, reason, yardstick);
  }
}
