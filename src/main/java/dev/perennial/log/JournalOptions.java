package dev.perennial.log;

/**
 * How a journal is kept.
 *
 * @param durability what an append waits for
 * @param maxBytes how many bytes may wait for the database before appends are refused
 * @param segmentBytes the length at which a segment is closed; from 4 KiB to 256 MiB
 * @param queueBytes how many bytes of entries that nobody waits for may stand in memory
 */
public record JournalOptions(
    Durability durability, long maxBytes, int segmentBytes, int queueBytes) {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  public JournalOptions {
    if (segmentBytes < 4 * KIB || segmentBytes > 256 * MIB) {
      throw new IllegalArgumentException(
          "a segment has 4 KiB to 256 MiB, got " + segmentBytes + " bytes");
    }
    if (maxBytes < segmentBytes || queueBytes < 0) {
      throw new IllegalArgumentException(
          "the journal's bound of %d bytes must hold one segment of %d bytes, and its queue of %d bytes must not be negative"
              .formatted(maxBytes, segmentBytes, queueBytes));
    }
  }

  /** 1 GiB in segments of 16 MiB, a queue of 4 MiB. */
  public static JournalOptions of(Durability durability) {
    return new JournalOptions(durability, 1024L * MIB, 16 * MIB, 4 * MIB);
  }
}
