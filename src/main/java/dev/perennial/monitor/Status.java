package dev.perennial.monitor;

/** What is said of a column, or of the columns together. */
public enum Status {
  /** As in the reference, as far as the rows can tell. */
  STEADY,
  /** A change that matters and is significant, seen in one window and not yet confirmed. */
  WARNING,
  /** A confirmed change. */
  DRIFTED,
  /** A change that has an error upstream for its cause. */
  FAULT,
  /** Too few rows to say anything. */
  NOT_ENOUGH_DATA
}
