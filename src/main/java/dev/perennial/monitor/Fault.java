package dev.perennial.monitor;

import dev.perennial.words.Said;

/**
 * A change that has an error upstream for its likely cause: the source is to be fixed, not the
 * model.
 *
 * @param kind what seems wrong
 * @param sentence what was seen, in plain words
 */
public record Fault(Kind kind, Said sentence) {
  /** What seems wrong with a column. */
  public enum Kind {
    /** Every row has the same value. */
    CONSTANT,
    /** Hardly any row has a value. */
    ALL_MISSING,
    /** The values are a power of ten too large or too small. */
    SCALED,
    /** The values of two columns have changed places. */
    SWAPPED,
    /** At least half of the rows have labels that the reference does not know. */
    NEW_CATEGORIES
  }
}
