package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Comparisons with a relative tolerance. */
final class Check {
  private Check() {}

  /** Agreement to 1e-9 of the expected value, or to 1e-12 where that is 0. */
  static void same(double expected, double actual) {
    near(expected, actual, 1e-9);
  }

  static void near(double expected, double actual, double relative) {
    assertEquals(expected, actual, Math.max(1e-12, Math.abs(expected) * relative));
  }
}
