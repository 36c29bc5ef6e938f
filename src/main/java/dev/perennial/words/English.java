package dev.perennial.words;

import dev.perennial.words.Said.Tongue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The language of documents, logs and messages, with numbers as a program writes them. */
public final class English implements Tongue {
  public static final English TONGUE = new English();

  private static final MathContext THREE_DIGITS = new MathContext(3);

  /** The texts of all pages: a translation is one file. */
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(
          "dev.perennial.web.texts",
          Locale.ROOT,
          Control.getNoFallbackControl(Control.FORMAT_DEFAULT));

  private English() {}

  @Override
  public String text(String key) {
    return TEXTS.getString(key);
  }

  boolean knows(String key) {
    return TEXTS.containsKey(key);
  }

  @Override
  public String count(long count) {
    return Long.toString(count);
  }

  /** Three digits, without an exponent where that stays short. */
  @Override
  public String number(double value) {
    if (!Double.isFinite(value)) {
      return text("said.unknown");
    }
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e7)
        ? String.format(Locale.ROOT, "%.1e", value)
        : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  @Override
  public String share(double share) {
    return number(100 * share) + " %";
  }

  @Override
  public String change(double change, int places) {
    return String.format(Locale.ROOT, "%+." + places + "f", change);
  }
}
