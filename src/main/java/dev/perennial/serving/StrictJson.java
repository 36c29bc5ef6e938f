package dev.perennial.serving;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one whole JSON text, strictly: UTF-8 only, RFC 8259 only, at most {@link #DEEPEST} levels,
 * nothing after its end. Safe for use by many threads.
 */
final class StrictJson {
  static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 1_000;
  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(1 << 20)
                  .build())
          .build();

  /** Takes the value that the parser stands on, and leaves the parser at its end. */
  interface Reader<T> {
    T read(JsonParser parser);
  }

  /**
   * Gives what the reader makes of the body's value.
   *
   * @param wanted what to send instead of an empty body, such as "a JSON object"
   * @throws MalformedJson if it is not one whole JSON text, wherever the fault stands
   */
  <T> T read(byte[] body, String wanted, Reader<T> reader) throws MalformedJson {
    CharBuffer text = decode(body);
    int skip = text.hasRemaining() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    try (JsonParser parser =
        factory.createParser(
            ObjectReadContext.empty(), text.array(), skip, text.remaining() - skip)) {
      try {
        return whole(parser, wanted, reader);
      } catch (StreamConstraintsException e) {
        throw new MalformedJson(tooMuch(e));
      } catch (JacksonException e) {
        throw new MalformedJson(where(e, text));
      }
    }
  }

  private static <T> T whole(JsonParser parser, String wanted, Reader<T> reader)
      throws MalformedJson {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedJson("The body is empty: send " + wanted + ".");
    }
    T value = reader.read(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJson("There is more text after the end of the JSON value: remove it.");
    }
    return value;
  }

  /** What to show of the value that the parser stands on, which is skipped. */
  static String shown(JsonParser parser) {
    JsonToken token = parser.currentToken();
    String text =
        token == JsonToken.START_OBJECT
            ? "{…}"
            : token == JsonToken.START_ARRAY ? "[…]" : parser.getString();
    parser.skipChildren();
    return text;
  }

  private static CharBuffer decode(byte[] body) throws MalformedJson {
    try {
      return Utf8.decode(body);
    } catch (CharacterCodingException e) {
      throw new MalformedJson("The body is not valid UTF-8: send the JSON text in UTF-8.");
    }
  }

  private static String tooMuch(StreamConstraintsException e) {
    String message = e.getOriginalMessage();
    if (message.contains("depth")) {
      return "The JSON is nested deeper than " + DEEPEST + " levels.";
    }
    return message.contains("Number")
        ? "The JSON holds a number of more than " + LONGEST_NUMBER + " digits."
        : "The JSON holds a name or a text that is too long.";
  }

  private static String where(JacksonException e, CharBuffer text) {
    var place = e.getLocation();
    if (place == null || place.getLineNr() < 1) {
      return "The body is not valid JSON.";
    }
    boolean end = place.getCharOffset() >= text.remaining();
    return "The body is not valid JSON: line %d, column %d%s."
        .formatted(
            place.getLineNr(),
            place.getColumnNr(),
            end ? ", where the text ends too early or is not finished" : "");
  }
}
