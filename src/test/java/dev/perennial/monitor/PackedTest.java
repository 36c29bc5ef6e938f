package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PackedTest {
  @Test
  void whatWasWrittenIsReadBack() {
    PackedWriter out = new PackedWriter();
    out.count(0);
    out.count(Long.MAX_VALUE);
    out.count(-1);
    out.number(Math.PI);
    out.counts(new long[] {0, 0, 0, 7, 300, 0});
    out.counts(new long[0]);
    out.numbers(new double[] {-0.0, 1e300});
    out.text("Größe");
    PackedReader in = new PackedReader(out.bytes());
    assertEquals(0, in.count());
    assertEquals(Long.MAX_VALUE, in.count());
    assertEquals(-1, in.count());
    assertEquals(Math.PI, in.number());
    assertArrayEquals(new long[] {0, 0, 0, 7, 300, 0}, in.counts());
    assertArrayEquals(new long[0], in.counts());
    assertArrayEquals(new double[] {-0.0, 1e300}, in.numbers());
    assertEquals("Größe", in.text());
  }

  @Test
  void aThousandEmptyBinsTakeAHandfulOfBytes() {
    PackedWriter out = new PackedWriter();
    out.counts(new long[1000]);
    assertTrue(out.bytes().length <= 6);
  }

  @Test
  void damagedBytesAreRefusedWithAPlainReason() {
    Exception refused =
        assertThrows(
            IllegalArgumentException.class, () -> new PackedReader(new byte[] {1}).number());
    assertEquals("the stored monitor state ends or breaks at byte 1 of 1", refused.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new PackedReader(new byte[] {-1, -1, -1, -1, -1, 7}).counts());
  }
}
