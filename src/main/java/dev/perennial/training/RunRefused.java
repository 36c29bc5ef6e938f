package dev.perennial.training;

import dev.perennial.words.Said;

/** A run cannot begin or end now; the message says why, for people. */
public final class RunRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Said says;

  RunRefused(Said says) {
    super(says.english());
    this.says = says;
  }

  /** The message, for people. */
  public Said says() {
    return says;
  }
}
