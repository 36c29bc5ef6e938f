package dev.perennial.monitor;

import dev.perennial.words.English;

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
    String reason) {
  /** As for inputs: a quarter of a standard deviation, or twice or half the variance. */
  private static final double MOST_SHIFT = .25;

  private static final double MOST_LOG_RATIO = Math.log(2);

  /** Both are to be passed by so many standard errors. */
  private static final double SURE = 2;

  static ResidualVerdict notEnoughData(long labels, String reason) {
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
            ? "errors moved: answers are too " + (shift > 0 ? "high" : "low")
            : spread
                ? "errors spread " + (ratio > 1 ? "more" : "less") + " than before"
                : "errors lie and spread as on the hold-out";
    return new ResidualVerdict(
        moved || spread ? Status.DRIFTED : Status.STEADY,
        live.n(),
        live.bias(),
        liveSd,
        shift,
        ratio,
        what
            + "; mean "
            + English.TONGUE.number(live.bias())
            + " and standard deviation "
            + English.TONGUE.number(liveSd)
            + " over "
            + live.n()
            + " labels, "
            + English.TONGUE.number(holdOut.bias())
            + " and "
            + English.TONGUE.number(holdOut.sd())
            + " on the hold-out");
  }
}
