package dev.perennial.monitor;

import java.util.Map;
import java.util.TreeMap;

/**
 * Why something was said, at the time at which it was said: a copy that later figures leave alone.
 *
 * @param sentence in plain words
 * @param figures by name
 */
public record Evidence(String sentence, Map<String, Double> figures) {
  public Evidence {
    figures = Map.copyOf(new TreeMap<>(figures));
  }

  /** Evidence of words alone. */
  public static Evidence of(String sentence) {
    return new Evidence(sentence, Map.of());
  }
}
