package dev.perennial.monitor;

/** An interval, both ends included. */
public record Interval(double low, double high) {
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
