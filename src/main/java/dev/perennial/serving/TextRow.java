package dev.perennial.serving;

import dev.perennial.words.Said;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads a row whose values are text without a type, as a form or a CSV file gives them. */
public final class TextRow {
  private TextRow() {}

  /** Checks the fields of one form: name to the values given for it. */
  public static Checked read(Inputs inputs, Map<String, List<String>> fields) {
    RowCheck check = new RowCheck(inputs, new Budget());
    fields.forEach(
        (name, values) -> {
          for (String value : values) {
            int index = check.named(name);
            if (index != Inputs.NONE) {
              value(inputs, check, index, value);
            }
          }
        });
    return check.finish();
  }

  static void value(Inputs inputs, RowCheck check, int index, String asSent) {
    String text = blanksOff(asSent);
    if (text.isEmpty()) {
      check.missing(index);
      return;
    }
    switch (inputs.feature(index).kind()) {
      case NUMERIC -> number(check, index, text);
      case NOMINAL -> check.label(index, inputs.labelOf(index, asSent) < 0 ? text : asSent);
      case STRING -> check.text(index, asSent);
      case DATE -> date(check, index, text);
    }
  }

  private static void number(RowCheck check, int index, String text) {
    if (Numbers.isNumber(text)) {
      check.number(index, Double.parseDouble(text), text);
    } else {
      check.refuse(index, text, Numbers.whyNot(text));
    }
  }

  static void date(RowCheck check, int index, String text) {
    OptionalLong millis = millis(text);
    if (millis.isPresent()) {
      check.number(index, (double) millis.getAsLong(), text);
    } else {
      check.refuse(index, text, Said.of("said.no-date", Said.SUBJECT));
    }
  }

  /** A day, a time in UTC or a time with its offset, in ISO 8601. */
  static OptionalLong millis(String text) {
    try {
      if (text.indexOf('T') < 0) {
        return OptionalLong.of(epoch(LocalDate.parse(text).atStartOfDay()));
      }
      boolean offset = text.endsWith("Z") || text.substring(text.indexOf('T')).matches(".*[+-].*");
      return OptionalLong.of(
          offset
              ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
              : epoch(LocalDateTime.parse(text)));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static long epoch(LocalDateTime time) {
    Instant instant = time.toInstant(ZoneOffset.UTC);
    return instant.toEpochMilli();
  }

  static String blanksOff(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
