package dev.perennial.serving;

import dev.perennial.words.Said;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers to and from text, the same in every locale. */
public final class Numbers {
  private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
  private static final int LONGEST = 400;

  private Numbers() {}

  /** The shortest text that reads back as the same number, without an exponent where readable. */
  public static String text(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-6 || size >= 1e15)) {
      return Double.toString(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** True for a decimal number in ASCII digits, with a point and an optional exponent. */
  public static boolean isNumber(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    int whole = digits(text, afterSign(text, 0));
    int end = whole;
    boolean any = whole > afterSign(text, 0);
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      any |= fraction > end + 1;
      end = fraction;
    }
    if (any && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = afterSign(text, end + 1);
      end = digits(text, exponent);
      any = end > exponent;
    }
    return any && end == text.length();
  }

  private static int afterSign(String text, int at) {
    boolean sign = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    return sign ? at + 1 : at;
  }

  /** Where the digits that begin here end. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** Says why a text is not a number. */
  static Said whyNot(String text) {
    if (COMMA.matcher(text).matches()) {
      return Said.of("said.comma", Said.SUBJECT, text.replace(',', '.'));
    }
    if (text.length() > LONGEST) {
      return Said.of("said.too-long-a-number", Said.SUBJECT);
    }
    boolean foreignDigits =
        text.codePoints().anyMatch(c -> c > 127 && Character.isDigit(c))
            && text.codePoints().noneMatch(Character::isLetter);
    return foreignDigits
        ? Said.of("said.other-digits", Said.SUBJECT)
        : Said.of("said.no-number", Said.SUBJECT);
  }
}
