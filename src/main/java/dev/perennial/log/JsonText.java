package dev.perennial.log;

import dev.perennial.model.Feature;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The texts of an answered row as the prediction table keeps them, written and read. */
public final class JsonText {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<List<@Nullable Object>> VALUES = new TypeReference<>() {};

  private JsonText() {}

  /** The inputs in the schema's order; a label or a text as a string, a missing value as null. */
  static String inputs(Row row, Schema schema) {
    List<Feature> features = schema.features();
    if (row.size() != features.size()) {
      throw new IllegalArgumentException(
          "a row of %d values for %d features".formatted(row.size(), features.size()));
    }
    StringBuilder json = new StringBuilder(16 * row.size()).append('[');
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      appendInput(row, i, features.get(i), json);
    }
    return json.append(']').toString();
  }

  private static void appendInput(Row row, int i, Feature feature, StringBuilder json) {
    double value = row.value(i);
    if (Double.isNaN(value)) {
      json.append("null");
      return;
    }
    switch (feature.kind()) {
      case NOMINAL ->
          appendText(value == Row.OTHER ? row.text(i) : feature.values().get((int) value), json);
      case STRING -> appendText(row.text(i), json);
      case NUMERIC, DATE -> json.append(number(value));
    }
  }

  /** The predicted label, or the number. */
  public static String answer(Prediction prediction, Schema schema) {
    return prediction.classes() == 0
        ? number(prediction.value())
        : schema.classes().get(prediction.classIndex());
  }

  public static String probabilities(Prediction prediction) {
    StringBuilder json = new StringBuilder(24 * prediction.classes() + 2).append('[');
    for (int k = 0; k < prediction.classes(); k++) {
      json.append(k == 0 ? "" : ",").append(number(prediction.probability(k)));
    }
    return json.append(']').toString();
  }

  /** Inputs as they were stored: numbers, texts, or null where missing, in the schema's order. */
  public static List<@Nullable Object> values(String inputs) {
    return MAPPER.readValue(inputs, VALUES);
  }

  /** Stored probabilities in class order; empty for a regressor. */
  public static double[] numbers(String probabilities) {
    return MAPPER.readValue(probabilities, double[].class);
  }

  static String texts(List<String> texts) {
    StringBuilder json = new StringBuilder().append('[');
    for (int i = 0; i < texts.size(); i++) {
      json.append(i == 0 ? "" : ",");
      appendText(texts.get(i), json);
    }
    return json.append(']').toString();
  }

  /** Reads back as exactly this double; without the ".0" of a whole number. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static void appendText(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
