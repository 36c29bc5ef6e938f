package dev.perennial.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what {@link PackedWriter} wrote. Fails with a plain message on damaged bytes. */
final class PackedReader {
  /** No state of the monitor has longer arrays; more is damage, not data. */
  private static final int LONGEST = 1 << 24;

  private final byte[] bytes;
  private int at;

  PackedReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long count() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = next();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged();
  }

  int size() {
    long size = count();
    if (size < 0 || size > LONGEST) {
      throw damaged();
    }
    return (int) size;
  }

  double number() {
    return Double.longBitsToDouble(bits());
  }

  long bits() {
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = bits << 8 | next();
    }
    return bits;
  }

  long[] counts() {
    long[] values = new long[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = count();
      if (values[i] == 0) {
        i += size();
      }
    }
    return values;
  }

  /** Takes one count that is not 0, with its place. */
  interface Place {
    void take(int at, long count);
  }

  /** What {@link #counts} reads, without an array for it: so many of them, and no more. */
  void eachCount(int size, Place to) {
    if (size() != size) {
      throw damaged();
    }
    for (int i = 0; i < size; i++) {
      long count = count();
      if (count == 0) {
        i += size();
      } else {
        to.take(i, count);
      }
    }
  }

  double[] numbers() {
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number();
    }
    return values;
  }

  byte[] bytes() {
    byte[] block = new byte[size()];
    for (int i = 0; i < block.length; i++) {
      block[i] = (byte) next();
    }
    return block;
  }

  String text() {
    return new String(bytes(), UTF_8);
  }

  void expectFormat(int format) {
    int unused = expectFormat(format, format);
  }

  /** As the other; of an earlier format, too. Which of them it is. */
  int expectFormat(int earlier, int format) {
    long found = count();
    if (found != format && found != earlier) {
      throw new IllegalArgumentException(
          "the stored monitor state has format " + found + ", this program reads " + format);
    }
    return (int) found;
  }

  private int next() {
    if (at >= bytes.length) {
      throw damaged();
    }
    return bytes[at++] & 0xFF;
  }

  private IllegalArgumentException damaged() {
    return new IllegalArgumentException(
        "the stored monitor state ends or breaks at byte " + at + " of " + bytes.length);
  }
}
