package dev.perennial.log;

import java.util.OptionalLong;

/** Prints ids with a keyed check, and reads them back. Safe for use by many threads. */
public final class IdText {
  private IdText() {}

  public String print(long id) {
    throw new UnsupportedOperationException("not built yet: " + id);
  }

  /** The id, or nothing if the text is not one that {@link #print} made with this key. */
  public OptionalLong parse(String text) {
    throw new UnsupportedOperationException("not built yet: " + text);
  }
}
