package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What columns are called for people. */
final class Names {
  private final Map<String, Feature> features = new HashMap<>();

  Names(Optional<Schema> schema) {
    schema.ifPresent(s -> s.features().forEach(f -> features.put(f.name(), f)));
  }

  String label(String column) {
    return Optional.ofNullable(features.get(column)).map(Feature::label).orElse(column);
  }

  /** "" where there is none. */
  String unit(String column) {
    return Optional.ofNullable(features.get(column)).flatMap(Feature::unit).orElse("");
  }
}
