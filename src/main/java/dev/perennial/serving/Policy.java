package dev.perennial.serving;

/**
 * What is answered although something is amiss, and how much at once.
 *
 * @param acceptMissing a missing value is answered with a warning, not refused
 * @param acceptUnlisted a nominal label that training never saw is answered with a warning
 * @param answerUnlogged while the journal takes nothing, answers are sent marked as not logged
 *     instead of 503
 * @param mostRows how many rows one request may hold, at least 1
 */
public record Policy(
    boolean acceptMissing, boolean acceptUnlisted, boolean answerUnlogged, int mostRows) {
  /** Nothing is accepted that is amiss, and at most 1,000 rows. */
  public static Policy strict() {
    return new Policy(false, false, false, 1_000);
  }
}
