package dev.perennial.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input and the answer that this very model gave to it when it was trained, to the last bit.
 *
 * @param inputs in the schema's order: a number (a date as epoch milliseconds), a text, or null
 *     where missing
 * @param probabilities in class order; empty for a regressor
 * @param number the answer of a regressor
 */
public record Golden(
    List<@Nullable Object> inputs, List<Double> probabilities, Optional<Double> number) {
  /**
   * How far an answer may lie from the golden one: processors and Java versions differ in the last
   * bits of exp and log. Relative to the answer where that is larger than 1.
   */
  public static final double TOLERANCE = 1e-9;

  public Golden {
    inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    probabilities = List.copyOf(probabilities);
  }

  public static Golden of(Schema schema, Row row, Prediction prediction) {
    List<@Nullable Object> inputs = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      inputs.add(row.isMissing(i) ? null : input(schema.features().get(i), row, i));
    }
    List<Double> probabilities = new ArrayList<>();
    for (double probability : prediction.probabilities()) {
      probabilities.add(probability);
    }
    return new Golden(
        inputs,
        probabilities,
        prediction.classes() == 0 ? Optional.of(prediction.value()) : Optional.empty());
  }

  private static Object input(Feature feature, Row row, int index) {
    double value = row.value(index);
    return switch (feature.kind()) {
      case NUMERIC, DATE -> value;
      case NOMINAL -> value == Row.OTHER ? row.text(index) : feature.values().get((int) value);
      case STRING -> row.text(index);
    };
  }

  /** The inputs as a row of this schema. */
  Row row(Schema schema) {
    return Row.of(schema, inputs);
  }

  /** True if the answer is the golden one within {@link #TOLERANCE}. */
  public boolean agrees(Prediction prediction) {
    if (prediction.classes() != probabilities.size()) {
      return false;
    }
    for (int k = 0; k < probabilities.size(); k++) {
      if (!near(prediction.probability(k), probabilities.get(k))) {
        return false;
      }
    }
    return number.isEmpty() || near(prediction.value(), number.get());
  }

  private static boolean near(double found, double expected) {
    return Math.abs(found - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
  }
}
