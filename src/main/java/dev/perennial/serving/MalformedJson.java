package dev.perennial.serving;

/** A body that is not JSON. The message is for the client: it says where. */
public final class MalformedJson extends Exception {
  MalformedJson(String message) {
    super(message);
  }
}
