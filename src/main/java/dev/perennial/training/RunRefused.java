package dev.perennial.training;

/** A run cannot begin or end now; the message says why, for people. */
public final class RunRefused extends RuntimeException {
  RunRefused(String message) {
    super(message);
  }
}
