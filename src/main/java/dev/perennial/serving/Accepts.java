package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Range;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a feature accepts. */
public final class Accepts {
  private static final int LABELS_SHOWN = 12;

  private Accepts() {}

  /** Such as "a number in cm; training saw 4.3 to 7.9". */
  public static String words(Feature feature) {
    String unit = feature.unit().map(u -> " in " + u).orElse("");
    String seen = feature.observed().map(r -> "; training saw " + range(feature, r)).orElse("");
    return switch (feature.kind()) {
      case NUMERIC -> "a number" + unit + seen;
      case DATE -> "a date such as 2026-11-23 or 2026-11-23T09:30:00Z" + seen;
      case NOMINAL -> "one of " + labels(feature.values());
      case STRING -> "a text";
    };
  }

  /** Such as "4.3 to 7.9". */
  public static String range(Feature feature, Range range) {
    return value(feature, range.min()) + " to " + value(feature, range.max());
  }

  /** A number, or a date in ISO 8601, as text. */
  public static String value(Feature feature, double value) {
    return feature.kind() == Kind.DATE
        ? Instant.ofEpochMilli((long) value).toString()
        : Numbers.text(value);
  }

  private static String labels(List<String> values) {
    String shown =
        values.stream()
            .limit(LABELS_SHOWN)
            .map(v -> '"' + v + '"')
            .collect(Collectors.joining(", "));
    int more = values.size() - LABELS_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
