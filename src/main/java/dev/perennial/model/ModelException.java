package dev.perennial.model;

/**
 * A model cannot be used, or gives no answer. The message is one sentence for people: it names what
 * is wrong and never a class or a path of the server.
 */
public class ModelException extends RuntimeException {
  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
