package dev.perennial.web;

import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** So many ones, and how many of them were read. */
public final class Ones extends InputStream {
  private final AtomicLong read;
  private long left;

  public Ones(long length, AtomicLong read) {
    left = length;
    this.read = read;
  }

  @Override
  public int read() {
    return left-- > 0 ? '1' : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (left <= 0) {
      return -1;
    }
    int n = (int) Math.min(left, length);
    Arrays.fill(to, offset, offset + n, (byte) '1');
    left -= n;
    read.addAndGet(n);
    return n;
  }
}
