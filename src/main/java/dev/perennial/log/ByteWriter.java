package dev.perennial.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes. Numbers are big-endian; a count takes 7 bits a byte. One thread. */
final class ByteWriter {
  private byte[] bytes = new byte[512];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void putByte(int value) {
    grow(1);
    bytes[length++] = (byte) value;
  }

  void putInt(int value) {
    grow(4);
    setInt(length, value);
    length += 4;
  }

  /** Overwrites four bytes written before. */
  void setInt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  void putDouble(double value) {
    putLong(Double.doubleToRawLongBits(value));
  }

  void putCount(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      putByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    putByte(rest);
  }

  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putCount(utf8.length);
    put(utf8, utf8.length);
  }

  void put(byte[] from, int count) {
    grow(count);
    System.arraycopy(from, 0, bytes, length, count);
    length += count;
  }

  private void grow(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
