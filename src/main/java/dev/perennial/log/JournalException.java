package dev.perennial.log;

/**
 * The journal did not take the entries: it is full, the disk is full or broken, or it is closed.
 */
public final class JournalException extends RuntimeException {
  public JournalException(String message) {
    super(message);
  }

  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
