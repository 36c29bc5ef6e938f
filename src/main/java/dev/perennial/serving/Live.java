package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Golden;
import dev.perennial.model.Kind;
import dev.perennial.model.LoadedModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A loaded version with its inputs prepared for checking. Safe for use by many threads. */
public record Live(LoadedModel model, Inputs inputs) {

  /** The first golden input of the version as text by feature name, or else plausible values. */
  public Map<String, String> sample() {
    List<Golden> golden = model.manifest().golden();
    Map<String, String> sample = new LinkedHashMap<>();
    List<Feature> features = inputs.schema().features();
    for (int i = 0; i < features.size(); i++) {
      Object value = golden.isEmpty() ? null : golden.get(0).inputs().get(i);
      sample.put(
          features.get(i).name(),
          value == null ? plausible(features.get(i)) : shown(features.get(i), value));
    }
    return sample;
  }

  private static String shown(Feature feature, Object value) {
    return value instanceof Number number
        ? Accepts.value(feature, number.doubleValue())
        : value.toString();
  }

  private static String plausible(Feature feature) {
    return switch (feature.kind()) {
      case NOMINAL -> feature.values().isEmpty() ? "" : feature.values().get(0);
      case STRING -> "text";
      case DATE -> Instant.ofEpochMilli(middle(feature)).toString();
      case NUMERIC -> Long.toString(middle(feature));
    };
  }

  private static long middle(Feature feature) {
    return feature.observed().map(r -> Math.round(r.min() / 2 + r.max() / 2)).orElse(0L);
  }

  /** The rows to warm up with: the golden inputs that pass the check, or the sample. */
  List<Checked.Accepted> warmUpRows() {
    List<Checked.Accepted> rows = new ArrayList<>();
    for (Golden golden : model.manifest().golden()) {
      Map<String, List<String>> fields = new LinkedHashMap<>();
      for (int i = 0; i < golden.inputs().size(); i++) {
        Feature feature = inputs.schema().features().get(i);
        Object value = golden.inputs().get(i);
        if (value != null) {
          fields.put(feature.name(), List.of(shown(feature, value)));
        }
      }
      if (TextRow.read(inputs, fields) instanceof Checked.Accepted row) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** True if the feature takes its JSON value without quotes. */
  public static boolean isJsonNumber(Feature feature) {
    return feature.kind() == Kind.NUMERIC;
  }
}
