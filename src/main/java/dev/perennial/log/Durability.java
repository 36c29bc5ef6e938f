package dev.perennial.log;

/** What an append has reached when it returns. */
public enum Durability {
  /**
   * The operating system has it: a killed process loses nothing. The disk has it at most about 50
   * ms later, which bounds what a power cut can take.
   */
  WRITTEN,
  /** The disk has it. */
  FORCED
}
