package dev.perennial.access;

import dev.perennial.words.Said;

/** Something asked for that cannot be done as asked: a 4xx, never a fault of the server. */
public final class Refusal extends RuntimeException {
  private final String field;
  private final transient Said text;

  /**
   * @param field the input at fault, as {@code name}, {@code role}, {@code password}, {@code
   *     caller}
   * @param text for the user: what, and what to do; never holds a secret
   */
  public Refusal(String field, Said text) {
    this.field = field;
    this.text = text;
  }

  /** The input at fault. */
  public String field() {
    return field;
  }

  /** For the user. */
  public Said text() {
    return text;
  }

  @Override
  public String getMessage() {
    return text.english();
  }
}
