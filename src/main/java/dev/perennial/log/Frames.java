package dev.perennial.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The format of a segment, version 1. All numbers are big-endian.
 *
 * <pre>
 * header  8 bytes "perennia", 4 bytes format version
 * frame   4 bytes marker, 4 bytes length of the payload, 4 bytes CRC-32C over length and payload
 *         payload: one entry (see {@link EntryCodec})
 * </pre>
 *
 * The marker only helps to find the next whole frame behind a damaged one; the checksum decides.
 */
final class Frames {
  static final int VERSION = 1;
  static final int HEADER_BYTES = 12;

  private static final long MAGIC = 0x706572656e6e6961L;
  private static final int MARKER = 0xC6F10E57;
  private static final int FRAME_BYTES = 12;
  private static final int ID_AT = FRAME_BYTES + 1;

  private Frames() {}

  /**
   * What reading a segment found.
   *
   * @param entries how many entries were whole
   * @param wholeUntil where the last whole frame ends
   * @param damages a sentence for every stretch, not at the end, that is no whole entry
   */
  record Outcome(int entries, int wholeUntil, List<String> damages) {}

  static byte[] header() {
    return ByteBuffer.allocate(HEADER_BYTES).putLong(MAGIC).putInt(VERSION).array();
  }

  static void append(Entry entry, ByteWriter to) {
    int start = to.length();
    to.putInt(MARKER);
    to.putInt(0);
    to.putInt(0);
    EntryCodec.write(entry, to);
    to.setInt(start + 4, to.length() - start - FRAME_BYTES);
    to.setInt(start + 8, checksum(to.bytes(), start, to.length() - start - FRAME_BYTES));
  }

  /** The id of the entry in the frame that begins the array. */
  static long firstId(byte[] frames) {
    return ByteBuffer.wrap(frames).getLong(ID_AT);
  }

  private static boolean isForeign(byte[] segment) {
    ByteBuffer header = ByteBuffer.wrap(segment);
    return segment.length >= HEADER_BYTES
        && header.getLong(0) == MAGIC
        && header.getInt(8) != VERSION;
  }

  /** Hands over every whole entry, going on behind damaged stretches. */
  static Outcome read(byte[] segment, Consumer<Entry> to) {
    if (isForeign(segment)) {
      return new Outcome(
          0, segment.length, List.of("it has a format that this version does not know"));
    }
    List<String> damages = new ArrayList<>();
    int at = Math.min(HEADER_BYTES, segment.length);
    if (ByteBuffer.wrap(header()).compareTo(ByteBuffer.wrap(segment, 0, at)) != 0) {
      damages.add("the header is damaged");
      at = 0;
    }
    int entries = 0;
    int whole = at;
    while (at < segment.length) {
      int payload = payloadAt(segment, at);
      if (payload < 0) {
        at = nextFrame(segment, at + 1);
        continue;
      }
      if (at > whole) {
        damages.add("bytes %d to %d are damaged".formatted(whole, at));
      }
      entries += decode(segment, at, payload, to, damages);
      at += FRAME_BYTES + payload;
      whole = at;
    }
    return new Outcome(entries, whole, damages);
  }

  private static int decode(
      byte[] segment, int at, int payload, Consumer<Entry> to, List<String> damages) {
    Entry entry;
    try {
      entry = EntryCodec.read(new ByteReader(segment, at + FRAME_BYTES, payload));
    } catch (IllegalArgumentException e) {
      damages.add("at byte %d: %s".formatted(at, e.getMessage()));
      return 0;
    }
    to.accept(entry);
    return 1;
  }

  /** The length of the payload of the whole frame that begins here, or -1. */
  private static int payloadAt(byte[] segment, int at) {
    if (at + FRAME_BYTES > segment.length) {
      return -1;
    }
    ByteBuffer frame = ByteBuffer.wrap(segment);
    int payload = frame.getInt(at + 4);
    boolean whole =
        frame.getInt(at) == MARKER
            && payload >= 0
            && payload <= segment.length - at - FRAME_BYTES
            && frame.getInt(at + 8) == checksum(segment, at, payload);
    return whole ? payload : -1;
  }

  private static int nextFrame(byte[] segment, int from) {
    for (int at = from; at + FRAME_BYTES <= segment.length; at++) {
      if (segment[at] == (byte) (MARKER >>> 24) && payloadAt(segment, at) >= 0) {
        return at;
      }
    }
    return segment.length;
  }

  private static int checksum(byte[] bytes, int frame, int payload) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, frame + 4, 4);
    crc.update(bytes, frame + FRAME_BYTES, payload);
    return (int) crc.getValue();
  }
}
