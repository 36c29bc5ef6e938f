package dev.perennial.app;

/** A home folder that cannot be used. The message is one line that says why and what to do. */
public final class HomeException extends RuntimeException {
  HomeException(String message) {
    super(message);
  }

  HomeException(String message, Exception cause) {
    super(message, cause);
  }
}
