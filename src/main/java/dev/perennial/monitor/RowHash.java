package dev.perennial.monitor;

/**
 * A 64-bit hash of a row's inputs, by which repeated rows are recognised: they come first in it.
 */
final class RowHash {
  private RowHash() {}

  /** Equal rows hash alike; two different ones do so by chance once in 2^64. */
  static long of(double[] row, int inputs) {
    long hash = inputs;
    for (int i = 0; i < inputs; i++) {
      hash = mix(hash * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(row[i] + 0.0));
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
