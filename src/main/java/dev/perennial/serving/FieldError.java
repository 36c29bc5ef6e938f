package dev.perennial.serving;

import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with one field of an input. Safe to print anywhere: long texts are cut and broken
 * characters replaced.
 *
 * @param field its name as sent, or "" where the whole row is meant
 * @param value as sent, cut to {@value Shown#LIMIT} characters; absent where none was
 * @param message what is wrong and what is accepted; reads on from the field's name
 */
public record FieldError(String field, Optional<String> value, String message) {
  public FieldError {
    field = Shown.text(field);
    value = value.map(Shown::text);
  }

  /** The whole of it for people. */
  public String sentence() {
    if (!field.isEmpty()) {
      return field + " " + message + ".";
    }
    boolean ofRow = message.startsWith("has ") || message.startsWith("must ");
    return ofRow
        ? "The row " + message + "."
        : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  static FieldError of(String field, String value, String message) {
    return new FieldError(field, Optional.of(value), message);
  }

  static FieldError ofRow(String message) {
    return new FieldError("", Optional.empty(), message);
  }
}
