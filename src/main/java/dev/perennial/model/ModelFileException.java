package dev.perennial.model;

import dev.perennial.words.Said;

/** A file of a model is missing, damaged, altered, or holds what a classifier does not need. */
public final class ModelFileException extends ModelException {
  public ModelFileException(String message) {
    super(message);
  }

  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }

  ModelFileException(Said says) {
    super(says);
  }
}
