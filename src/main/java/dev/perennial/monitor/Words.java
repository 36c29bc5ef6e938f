package dev.perennial.monitor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them in a sentence. */
final class Words {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Words() {}

  /** Three digits, without an exponent where that stays short. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e7)
        ? String.format(Locale.ROOT, "%.1e", value)
        : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** A share as a percentage. */
  static String percent(double share) {
    return number(100 * share) + " %";
  }

  /** A p-value; below 1e-12 only that it is below. */
  static String p(double p) {
    return p < 1e-12 ? "p below 1e-12" : "p " + number(p);
  }
}
