package dev.perennial.serving;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object, or a list of up to {@link Policy#mostRows()}, straight into checked rows.
 * Strict: UTF-8 only, RFC 8259 only, at most {@link #DEEPEST} levels. Safe for use by many threads.
 */
public final class JsonRows {
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

  /**
   * Checks the rows of a body.
   *
   * @throws MalformedJson if it is not one whole JSON text, wherever the fault stands
   */
  public Batch read(Inputs inputs, byte[] body) throws MalformedJson {
    CharBuffer text = decode(body);
    int skip = text.hasRemaining() && text.charAt(0) == '\uFEFF' ? 1 : 0;
    try (JsonParser parser =
        factory.createParser(
            ObjectReadContext.empty(), text.array(), skip, text.remaining() - skip)) {
      try {
        return read(inputs, parser);
      } catch (StreamConstraintsException e) {
        throw new MalformedJson(tooMuch(e));
      } catch (JacksonException e) {
        throw new MalformedJson(where(e, text));
      }
    }
  }

  private static Batch read(Inputs inputs, JsonParser parser) throws MalformedJson {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedJson("The body is empty: send a JSON object with one value per field.");
    }
    Budget budget = new Budget();
    Batch batch =
        first == JsonToken.START_ARRAY
            ? new Batch(false, list(inputs, parser, budget))
            : Batch.of(JsonRow.read(inputs, parser, budget));
    if (parser.nextToken() != null) {
      throw new MalformedJson("There is more text after the end of the JSON value: remove it.");
    }
    int most = inputs.policy().mostRows();
    return batch.rows().size() > most ? tooMany(most) : batch;
  }

  /** Reads one row more than allowed at most, and goes on to the end to see that it is JSON. */
  private static List<Checked> list(Inputs inputs, JsonParser parser, Budget budget) {
    List<Checked> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (rows.size() <= inputs.policy().mostRows()) {
        rows.add(JsonRow.read(inputs, parser, budget));
      } else {
        parser.skipChildren();
      }
    }
    return rows;
  }

  private static Batch tooMany(int most) {
    String message = "the list holds more than " + most + " rows; send them in several requests";
    return Batch.of(new Checked.Refused(List.of(FieldError.ofRow(message))));
  }

  private static CharBuffer decode(byte[] body) throws MalformedJson {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body));
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
