package dev.perennial.model;

/** A file of a model is missing, damaged, altered, or holds what a classifier does not need. */
public final class ModelFileException extends ModelException {
  public ModelFileException(String message) {
    super(message);
  }

  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
