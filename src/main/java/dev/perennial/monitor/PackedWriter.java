package dev.perennial.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes counts and numbers as few bytes: a count takes 7 bits a byte, a run of zeros two bytes, a
 * number eight. {@link PackedReader} reads them back in the same order. Not thread-safe.
 */
final class PackedWriter {
  /** Grown here: a ByteArrayOutputStream takes a lock for every byte. */
  private byte[] out = new byte[1_024];

  private int size;

  private void put(int oneByte) {
    reserve(1);
    out[size++] = (byte) oneByte;
  }

  private void put(byte[] some) {
    reserve(some.length);
    System.arraycopy(some, 0, out, size, some.length);
    size += some.length;
  }

  private void reserve(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
    }
  }

  /** Any long; small non-negative ones are short. */
  void count(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  void number(double value) {
    bits(Double.doubleToLongBits(value));
  }

  /** All eight bytes of a long. */
  void bits(long bits) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((int) (bits >>> shift));
    }
  }

  /** The length, then the values; a zero is followed by how many more zeros come with it. */
  void counts(long[] values) {
    count(values.length);
    for (int i = 0; i < values.length; i++) {
      count(values[i]);
      if (values[i] == 0) {
        int end = i + 1;
        while (end < values.length && values[end] == 0) {
          end++;
        }
        count(end - i - 1);
        i = end - 1;
      }
    }
  }

  void text(String text) {
    byte[] encoded = text.getBytes(UTF_8);
    count(encoded.length);
    put(encoded);
  }

  void numbers(double[] values) {
    count(values.length);
    Arrays.stream(values).forEach(this::number);
  }

  /** The length, then the bytes. */
  void bytes(byte[] block) {
    count(block.length);
    put(block);
  }

  /** What another writer has packed, as if it had been written here. */
  void packed(byte[] packed) {
    put(packed);
  }

  byte[] bytes() {
    return Arrays.copyOf(out, size);
  }
}
