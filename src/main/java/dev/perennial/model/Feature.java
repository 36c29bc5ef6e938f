package dev.perennial.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param marked {@code "private"} in a manifest: whether its values are used to answer and only
 *     their bins are recorded; absent is false
 */
public record Feature(
    String name,
    String label,
    Kind kind,
    List<String> values,
    Optional<Range> observed,
    Optional<String> unit,
    @JsonProperty("private") Optional<Boolean> marked) {
  @JsonCreator
  public Feature {
    values = List.copyOf(values);
  }

  /** One that is not private. */
  public Feature(
      String name,
      String label,
      Kind kind,
      List<String> values,
      Optional<Range> observed,
      Optional<String> unit) {
    this(name, label, kind, values, observed, unit, Optional.empty());
  }

  /** Whether only the bins of its values are recorded. */
  public boolean isPrivate() {
    return marked.orElse(false);
  }

  public boolean isNominal() {
    return kind == Kind.NOMINAL;
  }
}
