package dev.perennial.serving;

/** A body that is not CSV, or not of the columns asked for. The sentence is for the client. */
public final class MalformedCsv extends Exception {
  private final String sentence;

  public MalformedCsv(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
