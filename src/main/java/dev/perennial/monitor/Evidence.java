package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why something was said, at the time at which it was said: a copy that later figures leave alone.
 *
 * @param sentence in plain words
 * @param figures by name
 */
public record Evidence(Said sentence, Map<String, Double> figures) {
  /** Where nothing has been looked at. */
  public static final Evidence NONE = of(Said.verbatim(""));

  public Evidence {
    figures = Map.copyOf(new TreeMap<>(figures));
  }

  /** Ends the name of a figure that every column has which is named. */
  private static final String COLUMN_FIGURE = ".q";

  /** The columns that it names, by name. */
  public List<String> columns() {
    return figures.keySet().stream()
        .filter(name -> name.endsWith(COLUMN_FIGURE))
        .map(name -> name.substring(0, name.length() - COLUMN_FIGURE.length()))
        .sorted()
        .toList();
  }

  /** Evidence of words alone. */
  public static Evidence of(Said sentence) {
    return new Evidence(sentence, Map.of());
  }
}
