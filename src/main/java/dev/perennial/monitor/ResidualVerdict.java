package dev.perennial.monitor;

import dev.perennial.words.Said;

/**
 * Whether errors lie and spread as they did on the hold-out. It is said beside the errors' size,
 * and raises no alarm by itself.
 *
 * @param labels how many were judged
 * @param mean of the errors, the number given less the true one
 * @param sd of the errors
 * @param shift of the mean, in standard deviations of the hold-out's errors
 * @param varianceRatio live variance over the hold-out's
 * @param reason one sentence
 */
public record ResidualVerdict(
    Status status,
    long labels,
    double mean,
    double sd,
    double shift,
    double varianceRatio,
    Said reason) {
  /** As for inputs: a quarter of a standard deviation, or twice or half the variance. */
  private static final double MOST_SHIFT = .25;

  private static final double MOST_LOG_RATIO = Math.log(2);

  /** Both are to be passed by so many standard errors. */
  private static final double SURE = 2;

  static ResidualVerdict notEnoughData(long labels, Said reason) {
    return new ResidualVerdict(Status.NOT_ENOUGH_DATA, labels, 0, 0, 0, 1, reason);
  }

  static ResidualVerdict of(Sample live, HoldOutErrors holdOut) {
    double least = holdOut.least();
    double sd = Math.max(least, holdOut.sd());
    double liveSd = Math.max(least, Math.sqrt(live.errorVariance()));
    double both = 1.0 / live.n() + 1.0 / holdOut.n();
    double shift = (live.bias() - holdOut.bias()) / sd;
    double ratio = liveSd / sd * (liveSd / sd);
    double logError = Math.sqrt(Math.max(0, holdOut.kurtosis() - 1) * both);
    boolean moved = Math.abs(shift) - SURE * Math.sqrt(both) > MOST_SHIFT;
    boolean spread = Math.abs(Math.log(ratio)) - SURE * logError > MOST_LOG_RATIO;
    String what =
        moved
            ? (shift > 0 ? "said.errors-moved-up" : "said.errors-moved-down")
            : spread
                ? (ratio > 1 ? "said.errors-spread-more" : "said.errors-spread-less")
                : "said.errors-as-before";
    Said figures =
        Said.of("said.errors", live.bias(), liveSd, live.n(), holdOut.bias(), holdOut.sd());
    return new ResidualVerdict(
        moved || spread ? Status.DRIFTED : Status.STEADY,
        live.n(),
        live.bias(),
        liveSd,
        shift,
        ratio,
        Said.of(what, figures));
  }
}
