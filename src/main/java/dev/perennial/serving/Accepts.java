package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Range;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a feature accepts. */
public final class Accepts {
  private static final int LABELS_SHOWN = 12;

  private Accepts() {}

  /** Such as "a number in cm; training saw 4.3 to 7.9". */
  public static Said words(Feature feature) {
    return switch (feature.kind()) {
      case NUMERIC ->
          seen(
              feature,
              feature
                  .unit()
                  .map(unit -> Said.of("said.a-number-in", unit))
                  .orElseGet(() -> Said.of("said.a-number")));
      case DATE -> seen(feature, Said.of("said.a-date"));
      case NOMINAL -> Said.of("said.one-of", labels(feature.values()));
      case STRING -> Said.of("said.a-text");
    };
  }

  private static Said seen(Feature feature, Said accepted) {
    return feature
        .observed()
        .map(range -> Said.of("said.and-training-saw", accepted, range(feature, range)))
        .orElse(accepted);
  }

  /** Such as "4.3 to 7.9". */
  public static Said range(Feature feature, Range range) {
    return Said.of("said.range", value(feature, range.min()), value(feature, range.max()));
  }

  /** A number, or a date in ISO 8601, as text. */
  public static String value(Feature feature, double value) {
    return feature.kind() == Kind.DATE
        ? Instant.ofEpochMilli((long) value).toString()
        : Numbers.text(value);
  }

  private static Object labels(List<String> values) {
    String shown =
        values.stream()
            .limit(LABELS_SHOWN)
            .map(v -> '"' + v + '"')
            .collect(Collectors.joining(", "));
    long more = (long) values.size() - LABELS_SHOWN;
    return more > 0 ? Said.of("said.and-more", shown, more) : shown;
  }
}
