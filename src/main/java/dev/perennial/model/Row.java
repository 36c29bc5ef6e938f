package dev.perennial.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of validated inputs in the order of {@link Schema#features()}. Immutable.
 *
 * <p>A number stands for itself, a date as epoch milliseconds, a nominal value as its index in
 * {@link Feature#values()}. Two values are special: {@link #MISSING}, and {@link #OTHER} for text:
 * the words of a string feature, or a nominal label that the header does not list.
 */
public final class Row {
  /** No value was given. Compare with {@link Double#isNaN(double)}. */
  public static final double MISSING = Double.NaN;

  /** The value is in {@link #text(int)}: free text, or a nominal label unknown to the schema. */
  public static final double OTHER = -1;

  private static final String[] NO_TEXTS = {};

  private final double[] values;
  private final String[] texts;

  private Row(double[] values, String[] texts) {
    this.values = values;
    this.texts = texts;
  }

  /** A row without text. The array is copied. */
  public static Row of(double... values) {
    return new Row(values.clone(), NO_TEXTS);
  }

  /** A row in which {@code texts[i]} (never null, "" where unused) goes with {@code values[i]}. */
  public static Row of(double[] values, String[] texts) {
    if (texts.length != values.length) {
      throw new IllegalArgumentException(
          "a row needs one text per value, got " + texts.length + " for " + values.length);
    }
    return new Row(values.clone(), texts.clone());
  }

  /**
   * A row from plain values in the schema's order, as logs and manifests keep them: a number (a
   * date as epoch milliseconds), a text, or null where missing.
   */
  public static Row of(Schema schema, List<@Nullable Object> inputs) {
    double[] values = new double[inputs.size()];
    String[] texts = new String[values.length];
    boolean hasTexts = false;
    for (int i = 0; i < values.length; i++) {
      Object input = inputs.get(i);
      texts[i] = "";
      if (input == null) {
        values[i] = MISSING;
      } else if (input instanceof Number number) {
        values[i] = number.doubleValue();
      } else {
        values[i] = schema.features().get(i).values().indexOf(input.toString());
        texts[i] = values[i] < 0 ? input.toString() : "";
        hasTexts |= values[i] < 0;
      }
    }
    return hasTexts ? of(values, texts) : of(values);
  }

  public int size() {
    return values.length;
  }

  public double value(int feature) {
    return values[feature];
  }

  public boolean isMissing(int feature) {
    return Double.isNaN(values[feature]);
  }

  /** The text at a position, "" where there is none. */
  public String text(int feature) {
    return texts.length == 0 ? "" : texts[feature];
  }

  /** True if any position holds text; {@link #text(int)} is "" everywhere otherwise. */
  public boolean hasTexts() {
    return texts.length > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && Arrays.equals(values, row.values)
        && Arrays.equals(texts, row.texts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(texts);
  }

  @Override
  public String toString() {
    return Arrays.toString(values) + (texts.length == 0 ? "" : Arrays.toString(texts));
  }
}
