package dev.perennial.model;

import java.util.Locale;

/** What a version may be besides its number. */
public enum Alias {
  /** The version that answers. */
  CHAMPION,
  /** An admitted version that waits for somebody to promote it. */
  CHALLENGER,
  /** The challenger before, which is asked no more. */
  WITHDRAWN;

  /** As it stands in the database and in JSON. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Alias of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
