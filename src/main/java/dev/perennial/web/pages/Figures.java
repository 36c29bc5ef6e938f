package dev.perennial.web.pages;

import java.util.Locale;

/** What stands around figures; numbers themselves are written by {@link Numerals}. */
final class Figures {
  /** What stands where there is no figure. */
  static final String NONE = "–";

  private Figures() {}

  /** With a capital and a full stop. */
  static String sentence(String text) {
    String whole = text.isEmpty() || text.endsWith(".") ? text : text + ".";
    return whole.isEmpty()
        ? ""
        : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
  }
}
