package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.Optional;

/**
 * What is wrong with one field of an input. Safe to print anywhere: long texts are cut and broken
 * characters replaced.
 *
 * @param field its name as sent, or "" where the whole row is meant
 * @param value as sent, cut to {@value Shown#LIMIT} characters; absent where none was
 * @param fault what is wrong and what is accepted, with {@link Said#SUBJECT} for the field or the
 *     row; without, where it speaks of something else
 */
public record FieldError(String field, Optional<String> value, Said fault) {
  public FieldError {
    field = Shown.text(field);
    value = value.map(Shown::text);
  }

  /** For documents, in English: reads on from the field's name. */
  public String message() {
    return fault.about("").english().strip();
  }

  /** The whole of it for people. */
  public Said sentence() {
    return sentence(field.isEmpty() ? Said.of("said.the-row") : field);
  }

  /**
   * The whole of it for people.
   *
   * @param subject how the field is called
   */
  public Said sentence(Object subject) {
    return Said.of("said.full-stop", fault.about(subject));
  }

  /**
   * What only documents tell, in English.
   *
   * @param message reads on from the field's name
   */
  public static FieldError forPrograms(String field, Optional<String> value, String message) {
    return new FieldError(field, value, Said.of("said.reads-on", Said.SUBJECT, message));
  }

  static FieldError forPrograms(String field, String value, String message) {
    return forPrograms(field, Optional.of(value), message);
  }

  static FieldError ofRow(Said fault) {
    return new FieldError("", Optional.empty(), fault);
  }
}
