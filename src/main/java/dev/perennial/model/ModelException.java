package dev.perennial.model;

import dev.perennial.words.Said;

/**
 * A model cannot be used, or gives no answer. The message is one sentence for people: it names what
 * is wrong and never a class or a path of the server.
 */
public class ModelException extends RuntimeException {
  private final transient Said says;

  public ModelException(String message) {
    super(message);
    says = Said.verbatim(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
    says = Said.verbatim(message);
  }

  public ModelException(Said says) {
    super(says.english());
    this.says = says;
  }

  public ModelException(Said says, Throwable cause) {
    super(says.english(), cause);
    this.says = says;
  }

  /** The message, for people. */
  public Said says() {
    return says;
  }
}
