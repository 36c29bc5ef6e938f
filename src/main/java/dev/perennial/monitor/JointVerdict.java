package dev.perennial.monitor;

import dev.perennial.words.Said;

/**
 * What is said of the inputs together: whether they move with one another as in the reference.
 *
 * @param status the judgement; never a fault
 * @param column the input whose correlations changed most; "" where none can be named
 * @param z the largest change of a correlation, in standard errors
 * @param threshold that z must pass
 * @param n rows judged
 * @param reason one sentence
 */
public record JointVerdict(
    Status status, String column, double z, double threshold, long n, Said reason) {
  static JointVerdict notEnoughData(Said reason) {
    return new JointVerdict(Status.NOT_ENOUGH_DATA, "", 0, 0, 0, reason);
  }
}
