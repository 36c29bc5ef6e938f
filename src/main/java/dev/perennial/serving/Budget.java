package dev.perennial.serving;

/**
 * Bounds the work that one bad request can cause: naming its errors and looking for the names it
 * may have meant. For one thread.
 */
final class Budget {
  private int errors = 10_000;
  private int suggestions = 100;

  /** True while errors are to be listed one by one. */
  boolean listsErrors() {
    return errors > 0;
  }

  void listed(int count) {
    errors -= count;
  }

  /** True if one more suggestion may be looked for. */
  boolean takeSuggestion() {
    return suggestions-- > 0;
  }
}
