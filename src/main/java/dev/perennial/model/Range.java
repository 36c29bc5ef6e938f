package dev.perennial.model;

/**
 * The values that training saw: from {@code min} to {@code max}, both included, in the feature's
 * unit.
 */
public record Range(double min, double max) {
  public Range {
    if (!(min <= max)) {
      throw new IllegalArgumentException("a range needs min <= max, got " + min + " and " + max);
    }
  }

  public boolean contains(double value) {
    return value >= min && value <= max;
  }
}
