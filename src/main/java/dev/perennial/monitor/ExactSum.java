package dev.perennial.monitor;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The sum of numbers, of their squares or of their fourth powers, without any rounding: what is
 * taken back leaves no trace, however large it was, and the order of adding does not matter. Takes
 * at most some 500 bytes. Not thread-safe.
 */
final class ExactSum {
  private static final int MANTISSA = 52;
  private static final int LEAST_EXPONENT = -1_074;
  private static final int BIAS = 1_075;

  /** The sum is {@code whole} times two to the power of {@code exponent}. */
  private BigInteger whole = BigInteger.ZERO;

  private int exponent;

  /**
   * Adds a power of a finite number.
   *
   * @param power 1, 2 or 4
   * @param sign 1 to add, -1 to take back
   */
  void add(double value, int power, int sign) {
    if (value != 0) {
      add(mantissa(value).pow(power).multiply(BigInteger.valueOf(sign)), power * exponent(value));
    }
  }

  void merge(ExactSum other) {
    add(other.whole, other.exponent);
  }

  private void add(BigInteger more, int its) {
    if (whole.signum() == 0) {
      whole = more;
      exponent = its;
    } else {
      int lower = Math.min(exponent, its);
      whole = whole.shiftLeft(exponent - lower).add(more.shiftLeft(its - lower));
      exponent = lower;
    }
    int idle = Math.max(0, whole.getLowestSetBit());
    whole = whole.shiftRight(idle);
    exponent = whole.signum() == 0 ? 0 : exponent + idle;
  }

  private static BigInteger mantissa(double value) {
    long bits = Double.doubleToLongBits(Math.abs(value));
    long low = bits & ((1L << MANTISSA) - 1);
    long all = bits >>> MANTISSA == 0 ? low : low | 1L << MANTISSA;
    return BigInteger.valueOf(value < 0 ? -all : all);
  }

  private static int exponent(double value) {
    int exponent = (int) (Double.doubleToLongBits(Math.abs(value)) >>> MANTISSA);
    return exponent == 0 ? LEAST_EXPONENT : exponent - BIAS;
  }

  /** The sum as a number, rounded once; infinite where it is too large for one. */
  double value() {
    return exact().doubleValue();
  }

  private BigDecimal exact() {
    return exponent >= 0
        ? new BigDecimal(whole.shiftLeft(exponent))
        : new BigDecimal(whole).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-exponent)));
  }

  /**
   * The sum of squared deviations from the mean, rounded once.
   *
   * @param n how many numbers there were
   */
  static double deviations(long n, ExactSum numbers, ExactSum squares) {
    if (n == 0) {
      return 0;
    }
    BigDecimal sum = numbers.exact();
    return squares.exact().multiply(BigDecimal.valueOf(n)).subtract(sum.multiply(sum)).doubleValue()
        / n;
  }

  void write(PackedWriter out) {
    out.bytes(whole.signum() == 0 ? new byte[0] : whole.toByteArray());
    out.count(exponent);
  }

  static ExactSum read(PackedReader in) {
    ExactSum read = new ExactSum();
    byte[] whole = in.bytes();
    read.whole = whole.length == 0 ? BigInteger.ZERO : new BigInteger(whole);
    read.exponent = (int) in.count();
    return read;
  }
}
