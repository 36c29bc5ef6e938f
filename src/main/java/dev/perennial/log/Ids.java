package dev.perennial.log;

import java.time.Instant;

/** Makes time-ordered 64-bit ids. Safe for use by many threads. */
public final class Ids {
  private Ids() {}

  public long next() {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Milliseconds since 1970-01-01T00:00Z at which the id was made. */
  public static long millis(long id) {
    throw new UnsupportedOperationException("not built yet: " + id);
  }

  /** The smallest id that can be made at this time. */
  public static long firstAt(Instant time) {
    throw new UnsupportedOperationException("not built yet: " + time);
  }
}
