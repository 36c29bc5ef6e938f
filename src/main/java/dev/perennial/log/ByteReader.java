package dev.perennial.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. Bytes that cannot be so are an IllegalArgumentException. */
final class ByteReader {
  private final ByteBuffer bytes;

  ByteReader(byte[] bytes, int from, int length) {
    this.bytes = ByteBuffer.wrap(bytes, from, length);
  }

  int takeByte() {
    need(1);
    return bytes.get() & 0xff;
  }

  int takeInt() {
    need(4);
    return bytes.getInt();
  }

  long takeLong() {
    need(8);
    return bytes.getLong();
  }

  double takeDouble() {
    return Double.longBitsToDouble(takeLong());
  }

  /** A count of things that take at least one byte each, so that no wrong count asks for memory. */
  int takeCount() {
    int count = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int b = takeByte();
      count |= (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        need(count);
        return count;
      }
    }
    throw new IllegalArgumentException("a count of more than five bytes");
  }

  String takeText() {
    int length = takeCount();
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  private void need(int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new IllegalArgumentException(
          "%d bytes were promised and %d are left".formatted(count, bytes.remaining()));
    }
  }
}
