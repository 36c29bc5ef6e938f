package dev.perennial.access;

/** Something asked for that cannot be done as asked: a 4xx, never a fault of the server. */
public final class Refusal extends RuntimeException {
  private final String field;

  /**
   * @param field the input at fault, as {@code name}, {@code role}, {@code password}, {@code
   *     caller}
   * @param message for the user: what, and what to do; never holds a secret
   */
  public Refusal(String field, String message) {
    super(message);
    this.field = field;
  }

  /** The input at fault. */
  public String field() {
    return field;
  }

  /** For the user. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
