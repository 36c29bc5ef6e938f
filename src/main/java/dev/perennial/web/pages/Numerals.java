package dev.perennial.web.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people of one language read them, with a unit and no idle digits. */
record Numerals(Locale locale) {
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double MICROS = 1_000;

  private String format(String format, Object value) {
    return String.format(locale, format, value);
  }

  /** With so many digits after the point. */
  String places(int places, double value) {
    return format("%." + places + "f", value);
  }

  /** Such as "97.3". */
  String tenth(double value) {
    return places(1, value);
  }

  /** A probability such as "97.3 %"; certainty and nothing are only said where they are meant. */
  String percent(double probability) {
    if (probability > 0 && probability < 0.0005) {
      return "< " + tenth(0.1) + " %";
    }
    if (probability < 1 && probability >= 0.9995) {
      return "> " + tenth(99.9) + " %";
    }
    return tenth(probability * 100) + " %";
  }

  /** A small share with the digits that it needs, such as "0.02 %". */
  String share(double share) {
    return number(100 * share) + " %";
  }

  /** An accuracy or another score in [0, 1] such as "0.959". */
  String score(double score) {
    return places(3, score);
  }

  /** A duration such as "0.42 ms" or, from a second on, "5.1 s". */
  String millis(long nanos) {
    double millis = nanos / 1e6;
    if (millis >= 999.5) {
      return places(millis < 99_950 ? 1 : 0, millis / 1e3) + " s";
    }
    return places(millis < 10 ? 2 : millis < 100 ? 1 : 0, millis) + " ms";
  }

  /** Microseconds as milliseconds. */
  String micros(double micros) {
    return millis((long) (micros * MICROS));
  }

  /** Such as "84,211". */
  String count(double count) {
    return format("%,.0f", count);
  }

  /** Such as "84,211". */
  String count(long count) {
    return format("%,d", count);
  }

  /** Three digits, and an exponent only where the number would be long without. */
  String number(double value) {
    if (!Double.isFinite(value)) {
      return Figures.NONE;
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e9)) {
      return format("%.1e", value).replaceAll("e([+-])0+", "e$1");
    }
    if (size >= 1_000) {
      return count(value);
    }
    BigDecimal short3 = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
    int places = Math.max(0, short3.scale());
    return format("%." + places + "f", short3.setScale(places, RoundingMode.UNNECESSARY));
  }

  /** Three digits, also where the last are zeros: for columns of figures. */
  String digits(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value) || size < 1e-4 || size >= 1_000) {
      return number(value);
    }
    return places(Math.max(0, 2 - (int) Math.floor(Math.log10(size))), value);
  }

  /** Such as "+0.66": a difference, whose sign matters. */
  String signed(double value) {
    return Math.abs(value) < 0.005 ? places(2, 0) : change(value, 2);
  }

  /** A difference with its sign. */
  String change(double change, int places) {
    return format("%+." + places + "f", change).replace('-', '−');
  }

  /** A difference of shares in points of percent, such as "+1.5". */
  String points(double share) {
    return change(100 * share, 1);
  }

  /** A p-value; below 1e-12 only that it is below. */
  String p(double p) {
    return p < 1e-12 ? "< " + format("%.0e", 1e-12) : number(p);
  }

  /** Such as "18.2 kB". */
  String bytes(long bytes) {
    return bytes < 1_000
        ? bytes + " B"
        : bytes < 1_000_000 ? number(bytes / 1e3) + " kB" : number(bytes / 1e6) + " MB";
  }
}
