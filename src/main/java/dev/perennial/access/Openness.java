package dev.perennial.access;

/**
 * What strangers may do.
 *
 * @param predict ask for predictions, by form or API
 * @param label tell the true answer of a prediction whose id one holds
 * @param monitor read the monitor, as pages and as data
 * @param metrics read {@code /metrics}
 */
public record Openness(boolean predict, boolean label, boolean monitor, boolean metrics) {
  /** The default: all four are open. */
  public static Openness everything() {
    return new Openness(true, true, true, true);
  }
}
