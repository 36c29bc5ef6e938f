package dev.perennial.serving;

import dev.perennial.words.Said;

/** A body that is not CSV, or not of the columns asked for. The sentence is for the client. */
public final class MalformedCsv extends Exception {
  private final transient Said sentence;

  public MalformedCsv(Said sentence) {
    super(null, null, false, false);
    this.sentence = sentence;
  }

  public Said sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence.english();
  }
}
