package dev.perennial.log;

import java.time.Duration;

/** Moves the journal into the database in the background. Safe for use by many threads. */
public final class Drain implements AutoCloseable {
  private Drain() {}

  /**
   * Waits until everything appended before this call is in the database; false if it took longer.
   */
  public boolean await(Duration atMost) {
    throw new UnsupportedOperationException("not built yet: " + atMost);
  }

  /** Why the database does not take rows at present, in one sentence; "" if it does. */
  public String trouble() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void close() {}
}
