package dev.perennial.web.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them: the same in every locale, with a unit and no idle digits. */
final class Figures {
  /** What stands where there is no figure. */
  static final String NONE = "–";

  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double MICROS = 1_000;

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

  /** A small share with the digits that it needs, such as "0.02 %". */
  static String share(double share) {
    return number(100 * share) + " %";
  }

  /** An accuracy or another score in [0, 1] such as "0.959". */
  static String score(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }

  /** A duration such as "0.42 ms" or, from a second on, "5.1 s". */
  static String millis(long nanos) {
    double millis = nanos / 1e6;
    if (millis >= 999.5) {
      return String.format(Locale.ROOT, millis < 99_950 ? "%.1f s" : "%.0f s", millis / 1e3);
    }
    String format = millis < 10 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%.0f ms";
    return String.format(Locale.ROOT, format, millis);
  }

  /** Microseconds as milliseconds. */
  static String micros(double micros) {
    return millis((long) (micros * MICROS));
  }

  /** Such as "84,211". */
  static String count(double count) {
    return String.format(Locale.ROOT, "%,.0f", count);
  }

  /** Such as "84,211". */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Three digits, and an exponent only where the number would be long without. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e9)) {
      return String.format(Locale.ROOT, "%.1e", value).replaceAll("e([+-])0+", "e$1");
    }
    return size >= 1_000
        ? count(value)
        : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** Three digits, also where the last are zeros: for columns of figures. */
  static String digits(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size < 1e-4 || size >= 1_000) {
      return number(value);
    }
    int places = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /** With a capital and a full stop. */
  static String sentence(String text) {
    String whole = text.isEmpty() || text.endsWith(".") ? text : text + ".";
    return whole.isEmpty()
        ? ""
        : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
  }

  /** Such as "+0.66": a difference, whose sign matters. */
  static String signed(double value) {
    String text = String.format(Locale.ROOT, "%+.2f", value);
    return Math.abs(value) < 0.005 ? "0.00" : text.replace('-', '−');
  }

  /** A p-value; below 1e-12 only that it is below. */
  static String p(double p) {
    return p < 1e-12 ? "below 1e-12" : number(p);
  }

  /** Such as "18.2 kB". */
  static String bytes(long bytes) {
    return bytes < 1_000
        ? bytes + " B"
        : bytes < 1_000_000 ? number(bytes / 1e3) + " kB" : number(bytes / 1e6) + " MB";
  }

  /** In its largest unit, such as "11 days"; what is absurdly long never was. */
  static String span(Duration span) {
    if (span.toDays() > 20_000 || span.isNegative()) {
      return "never";
    }
    if (span.toDays() >= 2) {
      return span.toDays() + " days";
    }
    if (span.toHours() >= 2) {
      return span.toHours() + " h";
    }
    return span.toMinutes() >= 2 ? span.toMinutes() + " min" : span.toSeconds() + " s";
  }
}
