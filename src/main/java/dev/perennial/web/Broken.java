package dev.perennial.web;

import java.io.IOException;

/** A stream ended before its end. The sentence is for the client. */
final class Broken extends IOException {
  private final String sentence;

  Broken(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  Broken(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
