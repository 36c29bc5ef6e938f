package dev.perennial.monitor;

/**
 * What one look at a rule shows.
 *
 * @param outcome what the rule says
 * @param value in multiples of the threshold; below {@link #CALM} counts towards clearing
 * @param again whether a further change came while the first lasts
 * @param evidence for it
 */
public record Look(Outcome outcome, double value, boolean again, Evidence evidence) {
  /** Clearing asks for more than not exceeding, so that a value at the threshold does not flap. */
  static final double CALM = .8;

  /** What a rule says. */
  public enum Outcome {
    /** Nothing can be said: never a reason to clear an alarm. */
    NO_DATA,
    /** Not exceeded. */
    BELOW,
    /** Exceeded, and to be confirmed. */
    SUSPECTED,
    /** Exceeded and confirmed. */
    EXCEEDED
  }

  boolean calm() {
    return outcome == Outcome.BELOW && value < CALM;
  }
}
