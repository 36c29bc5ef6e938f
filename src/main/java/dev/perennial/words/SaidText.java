package dev.perennial.words;

import dev.perennial.words.Said.Change;
import dev.perennial.words.Said.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A sentence as one line of JSON: {@code ["a.key", value, …]}, where a word is a string, a count an
 * integer, a number one with a point, a sentence such an array again, and an object says what else
 * a number is: a share, a change, or not finite.
 */
final class SaidText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BEGINS = "[\"";
  private static final String SHARE = "share";
  private static final String CHANGE = "change";
  private static final String PLACES = "places";
  private static final String ODD = "number";

  private SaidText() {}

  static String write(Said said) {
    return JSON.writeValueAsString(array(said));
  }

  private static ArrayNode array(Said said) {
    ArrayNode array = JSON.createArrayNode().add(said.key());
    said.values().forEach(value -> array.add(node(value)));
    return array;
  }

  private static JsonNode node(Object value) {
    if (value instanceof Said sentence) {
      return array(sentence);
    }
    if (value instanceof Share share) {
      return JSON.createObjectNode().put(SHARE, share.of());
    }
    if (value instanceof Change change) {
      return JSON.createObjectNode().put(CHANGE, change.of()).put(PLACES, change.places());
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return JSON.createObjectNode().put(ODD, number.toString());
    }
    return JSON.valueToTree(value);
  }

  /** Nothing of what is not in this form, or has no text any more. */
  static Optional<Said> read(String stored) {
    try {
      return stored.startsWith(BEGINS)
          ? Optional.of(said(JSON.readTree(stored))).filter(SaidText::isKnown)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(Said said) {
    return (said.key().equals(Said.VERBATIM) || English.TONGUE.knows(said.key()))
        && said.values().stream().allMatch(v -> !(v instanceof Said part) || isKnown(part));
  }

  private static Said said(JsonNode array) {
    List<Object> values = new ArrayList<>();
    for (int i = 1; i < array.size(); i++) {
      values.add(value(array.get(i)));
    }
    return new Said(array.get(0).stringValue(), values);
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return said(node);
    }
    if (node.has(SHARE)) {
      return new Share(number(node.get(SHARE)));
    }
    if (node.has(CHANGE)) {
      return new Change(number(node.get(CHANGE)), node.get(PLACES).intValue());
    }
    if (node.has(ODD)) {
      return number(node.get(ODD));
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.stringValue();
  }

  /** A number that is not finite stands as its name. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.parseDouble(node.asString());
  }
}
