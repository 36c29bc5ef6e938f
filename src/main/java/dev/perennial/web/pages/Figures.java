package dev.perennial.web.pages;

import java.util.Locale;

/** What stands around figures; numbers themselves are written by {@link Numerals}. */
final class Figures {
  /** What stands where there is no figure. */
  static final String NONE = "–";

  private Figures() {}

  /** Its first word may be an input's name, which keeps its case. */
  static String fullStop(String text) {
    return text.isEmpty() || text.endsWith(".") ? text : text + ".";
  }

  /** With a capital and a full stop. */
  static String sentence(String text) {
    String whole = fullStop(text);
    return whole.isEmpty()
        ? ""
        : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
  }
}
