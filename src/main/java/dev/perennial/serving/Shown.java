package dev.perennial.serving;

/** Makes foreign text fit to be shown: short, and whole characters only. */
final class Shown {
  static final int LIMIT = 100;
  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  static String text(String text) {
    boolean cut = text.length() > LIMIT;
    StringBuilder out = new StringBuilder(cut ? text.substring(0, LIMIT) : text);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < out.length()
          && Character.isLowSurrogate(out.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c) || Character.isISOControl(c)) {
        out.setCharAt(i, REPLACEMENT);
      }
    }
    return cut ? out.append('…').toString() : out.toString();
  }

  /** True if a database and a JSON writer can take the text: no NUL and no half of a surrogate. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c) || c == 0) {
        return false;
      }
    }
    return true;
  }
}
