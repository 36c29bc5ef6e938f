package dev.perennial.model;

import java.util.List;
import java.util.Optional;

/**
 * One named input (or the target) of a model.
 *
 * @param name as in the ARFF header; JSON keys and form fields match it exactly
 * @param label the name for people, such as "Sepal Length"
 * @param kind what its values are
 * @param values the legal labels of a nominal feature in header order; empty for other kinds
 * @param observed the range seen in training; absent for kinds without an order, or without rows
 * @param unit of measurement, such as "cm"; absent where there is none
 */
public record Feature(
    String name,
    String label,
    Kind kind,
    List<String> values,
    Optional<Range> observed,
    Optional<String> unit) {
  public Feature {
    values = List.copyOf(values);
  }

  public boolean isNominal() {
    return kind == Kind.NOMINAL;
  }
}
