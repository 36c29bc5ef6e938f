package dev.perennial.explain;

import dev.perennial.model.Row;

/** Rows made of two others. */
public final class Rows {
  private Rows() {}

  /** The first row's value where the flag is set, else the second's. */
  public static Row mixed(Row first, Row second, boolean[] ofFirst) {
    double[] values = new double[ofFirst.length];
    boolean hasTexts = first.hasTexts() || second.hasTexts();
    String[] texts = new String[hasTexts ? values.length : 0];
    for (int i = 0; i < values.length; i++) {
      Row from = ofFirst[i] ? first : second;
      values[i] = from.value(i);
      if (hasTexts) {
        texts[i] = from.text(i);
      }
    }
    return hasTexts ? Row.of(values, texts) : Row.of(values);
  }
}
