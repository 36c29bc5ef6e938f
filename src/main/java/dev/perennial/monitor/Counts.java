package dev.perennial.monitor;

import java.util.Arrays;

/** Small sums over arrays of counts. */
final class Counts {
  private Counts() {}

  static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  static void add(long[] into, long[] from) {
    if (into.length != from.length) {
      throw new IllegalArgumentException(
          "counts of " + into.length + " and " + from.length + " bins cannot be added");
    }
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  /** The share of a part, 0 where there is no whole. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
