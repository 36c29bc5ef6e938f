package dev.perennial.web.pages;

import java.util.Locale;

/** Figures as people read them: the same in every locale, with a unit and no idle digits. */
final class Figures {
  private Figures() {}

  /** A probability such as "97.3 %"; certainty and nothing are only said where they are meant. */
  static String percent(double probability) {
    if (probability > 0 && probability < 0.0005) {
      return "< 0.1 %";
    }
    if (probability < 1 && probability >= 0.9995) {
      return "> 99.9 %";
    }
    return String.format(Locale.ROOT, "%.1f %%", probability * 100);
  }

  /** A duration such as "0.42 ms". */
  static String millis(long nanos) {
    double millis = nanos / 1e6;
    String format = millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%.0f ms";
    return String.format(Locale.ROOT, format, millis);
  }

  /** A number to three significant digits, such as "0.0123" or "1,230". */
  static String number(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    int digits = Math.max(0, Math.min(9, 2 - (int) Math.floor(Math.log10(size))));
    return size >= 1e12 || size < 1e-9
        ? String.format(Locale.ROOT, "%.2e", value)
        : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
