package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A schema prepared for checking: features and labels are found by name without a scan. Immutable;
 * every door (form, JSON and those to come) checks through {@link RowCheck} rows of it.
 */
public final class Inputs {
  static final int NONE = -1;
  private final Schema schema;
  private final Policy policy;
  private final Map<String, Integer> names = new HashMap<>();
  private final List<Map<String, Integer>> labels;

  public Inputs(Schema schema, Policy policy) {
    this.schema = schema;
    this.policy = policy;
    for (Feature feature : schema.features()) {
      names.put(feature.name(), names.size());
    }
    labels = schema.features().stream().map(f -> positions(f.values())).toList();
  }

  private static Map<String, Integer> positions(List<String> values) {
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      map.put(values.get(i), i);
    }
    return map;
  }

  public Schema schema() {
    return schema;
  }

  /** Whether a row may leave a value out. */
  public boolean takesMissing() {
    return policy.acceptMissing();
  }

  /** Whether a label that training never saw is answered. */
  public boolean takesUnlisted() {
    return policy.acceptUnlisted();
  }

  /** How many rows one request may hold. */
  public int mostRows() {
    return policy.mostRows();
  }

  Policy policy() {
    return policy;
  }

  int size() {
    return names.size();
  }

  Feature feature(int index) {
    return schema.features().get(index);
  }

  /** The position of the feature of exactly this name, or {@link #NONE}. */
  int indexOf(String name) {
    return names.getOrDefault(name, NONE);
  }

  /** The position of a nominal feature's label, or {@link #NONE}. */
  int labelOf(int feature, String label) {
    return labels.get(feature).getOrDefault(label, NONE);
  }
}
