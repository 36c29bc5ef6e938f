package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;

/**
 * What to make of all verdicts together.
 *
 * @param code the first that holds
 * @param sentence what is seen
 * @param action what to do about it
 * @param also the other codes that hold, in their order
 */
public record Diagnosis(Code code, Said sentence, Said action, List<Code> also) {
  public Diagnosis {
    also = List.copyOf(also);
  }

  /** In the order in which they are looked for. */
  public enum Code {
    /** An error upstream. */
    DATA_FAULT,
    /** The inputs moved and the accuracy fell. */
    HARMFUL_SHIFT,
    /** The inputs are as before, and the labels no longer follow from them as before. */
    CONCEPT_DRIFT,
    /** Only the mix of classes moved. */
    PRIOR_SHIFT,
    /** The inputs moved; what that does is not known for want of labels. */
    INPUTS_MOVED,
    /** The inputs moved and the accuracy holds. */
    HARMLESS_SHIFT,
    /** Older than the policy allows. */
    STALE,
    /** Nothing to do. */
    HEALTHY,
    /** Too little is known to say anything. */
    NOT_ENOUGH_DATA
  }
}
