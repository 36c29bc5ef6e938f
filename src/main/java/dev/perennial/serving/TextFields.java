package dev.perennial.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One JSON object whose members are texts: what an administrator's program sends. A member that is
 * null counts as left out.
 *
 * @param values by name; without those left out
 * @param errors every member that is unknown, given twice, missing or no text
 */
public record TextFields(Map<String, String> values, List<FieldError> errors) {
  private static final StrictJson JSON = new StrictJson();
  private static final int MOST_ERRORS = 50;

  /**
   * Reads a body.
   *
   * @throws MalformedJson if it is not one JSON object in UTF-8
   */
  public static TextFields read(byte[] body, List<String> required, List<String> optional)
      throws MalformedJson {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    TextFields read =
        JSON.read(body, "a JSON object with " + String.join(", ", required), p -> read(p, known));
    for (String name : required) {
      boolean blamed = read.errors.stream().anyMatch(error -> error.field().equals(name));
      if (!read.values.containsKey(name) && !blamed) {
        read.errors.add(
            FieldError.forPrograms(name, Optional.empty(), "is missing: give it as a text"));
      }
    }
    return read;
  }

  /** The text of this member; "" if it was left out. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  private static TextFields read(JsonParser parser, List<String> known) {
    TextFields read = new TextFields(new LinkedHashMap<>(), new ArrayList<>());
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      String message = "must be an object with " + String.join(", ", known);
      read.errors.add(FieldError.forPrograms("", Optional.empty(), message));
      return read;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (!known.contains(name)) {
        String there = "is not a field here; there are " + String.join(", ", known);
        read.blame(name, Optional.empty(), there);
      } else if (read.values.containsKey(name)) {
        read.blame(name, Optional.empty(), "is given more than once; give it once");
      } else if (text) {
        read.values.put(name, parser.getString());
      } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
        read.blame(name, Optional.of(StrictJson.shown(parser)), "must be a text in quotes");
      }
      parser.skipChildren();
    }
    return read;
  }

  private void blame(String name, Optional<String> value, String message) {
    if (errors.size() < MOST_ERRORS) {
      errors.add(FieldError.forPrograms(name, value, message));
    }
  }
}
