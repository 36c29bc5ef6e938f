package dev.perennial.serving;

/**
 * What is answered although something is amiss. The defaults are all false.
 *
 * @param acceptMissing a missing value is answered with a warning, not refused
 * @param acceptUnlisted a nominal label that training never saw is answered with a warning
 * @param answerUnlogged while the journal takes nothing, answers are sent marked as not logged
 *     instead of 503
 */
public record Policy(boolean acceptMissing, boolean acceptUnlisted, boolean answerUnlogged) {
  public static Policy strict() {
    return new Policy(false, false, false);
  }
}
