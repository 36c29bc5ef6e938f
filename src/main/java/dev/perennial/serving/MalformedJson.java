package dev.perennial.serving;

/** A body that is not JSON. The sentence is for the client: it says where. */
public final class MalformedJson extends Exception {
  private final String sentence;

  MalformedJson(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
