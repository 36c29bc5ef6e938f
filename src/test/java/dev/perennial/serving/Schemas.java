package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Range;
import dev.perennial.model.Schema;
import java.util.List;
import java.util.Optional;

/** Two schemas to check against: iris, and one with a feature of every kind. */
final class Schemas {
  private Schemas() {}

  static Schema iris() {
    return new Schema(
        "iris",
        List.of(
            number("sepal_length", "Sepal Length", 4.3, 7.9),
            number("sepal_width", "Sepal Width", 2.0, 4.4),
            number("petal_length", "Petal Length", 1.0, 6.9),
            number("petal_width", "Petal Width", 0.1, 2.5)),
        nominal("species", "setosa", "versicolor", "virginica"));
  }

  static Schema everyKind() {
    return new Schema(
        "loans",
        List.of(
            number("amount", "Amount", 0, 100),
            nominal("purpose", "car", "new tv", "<b>\"other\"</b>"),
            of("since", Kind.DATE),
            of("note", Kind.STRING)),
        nominal("class", "good", "bad"));
  }

  private static Feature number(String name, String label, double min, double max) {
    Optional<Range> range = Optional.of(new Range(min, max));
    return new Feature(name, label, Kind.NUMERIC, List.of(), range, Optional.of("cm"));
  }

  private static Feature nominal(String name, String... values) {
    List<String> labels = List.of(values);
    return new Feature(name, name, Kind.NOMINAL, labels, Optional.empty(), Optional.empty());
  }

  private static Feature of(String name, Kind kind) {
    return new Feature(name, name, kind, List.of(), Optional.empty(), Optional.empty());
  }
}
