package dev.perennial.model;

/**
 * A classifier that somebody brings, before it is a version: it answers, and an answer depends on
 * the row alone. For one thread at a time.
 */
public final class Trial {
  private final ClassifierCopy copy;
  private final Header header;

  Trial(ClassifierCopy copy, Header header) {
    this.copy = copy;
    this.header = header;
  }

  /**
   * Answers one row.
   *
   * @throws ModelException if it has no answer to it, or one of another number of classes than the
   *     header's
   */
  public Prediction predict(Row row) {
    int classes = header.schema().classes().size();
    Prediction answer = Answers.of(classes > 0, copy.raw(row));
    if (answer.classes() != classes) {
      throw new ModelException(
          "it tells %d classes apart, not the %d of the header"
              .formatted(answer.classes(), classes));
    }
    return answer;
  }
}
