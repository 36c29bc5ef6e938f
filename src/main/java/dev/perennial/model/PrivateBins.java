package dev.perennial.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The bins of a private feature, which are all that is ever recorded or watched of its values. They
 * follow from the feature alone: for a number or a date ten of the same width over what training
 * saw, and one on either side; for a text by its length; for a choice its labels. Stateless.
 */
final class PrivateBins {
  private static final int INNER = 10;
  private static final String OTHER = "another value";
  private static final List<String> LENGTHS =
      List.of(
          "no character", "1 to 10 characters", "11 to 100 characters", "more than 100 characters");

  private PrivateBins() {}

  /** The feature as the log has it: a choice of its bins. */
  static Feature logged(Feature feature) {
    return new Feature(
        feature.name(),
        feature.label(),
        Kind.NOMINAL,
        labels(feature),
        java.util.Optional.empty(),
        feature.unit(),
        feature.marked());
  }

  private static List<String> labels(Feature feature) {
    return switch (feature.kind()) {
      case NOMINAL -> feature.values();
      case STRING -> LENGTHS;
      case NUMERIC, DATE ->
          feature.observed().map(range -> labels(feature, range)).orElse(List.of("any value"));
    };
  }

  private static List<String> labels(Feature feature, Range range) {
    List<String> labels = new ArrayList<>();
    labels.add("0: below " + text(feature, range.min()));
    for (int k = 1; k <= INNER; k++) {
      labels.add(
          "%d: %s to %s"
              .formatted(k, text(feature, edge(range, k - 1)), text(feature, edge(range, k))));
    }
    labels.add((INNER + 1) + ": above " + text(feature, range.max()));
    return labels;
  }

  private static double edge(Range range, int k) {
    double share = (double) k / INNER;
    return range.min() * (1 - share) + range.max() * share;
  }

  private static String text(Feature feature, double edge) {
    if (feature.kind() == Kind.DATE) {
      try {
        return Instant.ofEpochMilli((long) edge).toString();
      } catch (DateTimeException e) {
        return Double.toString(edge);
      }
    }
    BigDecimal rounded = new BigDecimal(edge, new MathContext(5)).stripTrailingZeros();
    return Math.abs(rounded.scale()) > 12 ? rounded.toString() : rounded.toPlainString();
  }

  /** The bin's position; {@link Row#OTHER} for a label that is none. */
  static double of(Feature feature, Row row, int index) {
    double value = row.value(index);
    return switch (feature.kind()) {
      case NOMINAL -> value;
      case STRING -> length(row.text(index).length());
      case NUMERIC, DATE -> feature.observed().map(range -> of(range, value)).orElse(0.0);
    };
  }

  private static double length(int characters) {
    if (characters == 0) {
      return 0;
    }
    return characters <= 10 ? 1 : characters <= 100 ? 2 : 3;
  }

  private static double of(Range range, double value) {
    if (value < range.min()) {
      return 0;
    }
    if (value > range.max()) {
      return INNER + 1;
    }
    int k = 1;
    while (k < INNER && value > edge(range, k)) {
      k++;
    }
    return k;
  }

  /** The row with nothing but bins of its private values. */
  static Row row(List<Feature> features, Row row) {
    double[] values = new double[row.size()];
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      boolean hidden = features.get(i).isPrivate() && !row.isMissing(i);
      values[i] = hidden ? of(features.get(i), row, i) : row.value(i);
      texts[i] = hidden ? values[i] == Row.OTHER ? OTHER : "" : row.text(i);
    }
    return row.hasTexts() ? Row.of(values, texts) : Row.of(values);
  }
}
