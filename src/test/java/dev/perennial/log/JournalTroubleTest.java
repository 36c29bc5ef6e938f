package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Torn tails, flipped bits, a full disk, failed writes: what was answered is never lost. */
class JournalTroubleTest extends JournalHouse {
  @Test
  void cutsATornTailAndGoesOn() throws Exception {
    append(1, 10);
    Path file = segments().get(0);
    try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
      torn.setLength(torn.length() - 5);
    }
    append(11, 12);
    try (Journal journal = open()) {
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 11L, 12L), drain(journal));
      assertEquals(0, journal.counters().damaged());
    }
  }

  @Test
  void everyLengthOfATornTailLosesOnlyTheTornEntry() throws Exception {
    append(1, 3);
    Path file = segments().get(0);
    byte[] whole = Files.readAllBytes(file);
    int entry = (whole.length - Frames.HEADER_BYTES) / 3;
    for (int length = whole.length - 1; length >= whole.length - entry; length--) {
      byte[] torn = java.util.Arrays.copyOf(whole, length);
      List<Long> ids = new ArrayList<>();
      Frames.Outcome outcome = Frames.read(torn, e -> ids.add(e.id()));
      assertEquals(List.of(1L, 2L), ids);
      assertEquals(whole.length - entry, outcome.wholeUntil());
      assertEquals(List.of(), outcome.damages());
    }
  }

  @Test
  void anyFlippedBitCostsAtMostItsEntryAndIsReported() throws Exception {
    append(1, 3);
    byte[] whole = Files.readAllBytes(segments().get(0));
    int entry = (whole.length - Frames.HEADER_BYTES) / 3;
    int from = Frames.HEADER_BYTES + entry;
    for (int bit = 8 * from; bit < 8 * (from + entry); bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      List<Long> ids = new ArrayList<>();
      Frames.Outcome outcome = Frames.read(flipped, e -> ids.add(e.id()));
      assertEquals(List.of(1L, 3L), ids, "bit " + bit);
      assertEquals(1, outcome.damages().size());
    }
  }

  @Test
  void keepsADamagedSegmentAside() throws Exception {
    append(1, 3);
    Path file = segments().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
    try (Journal journal = open()) {
      assertEquals(List.of(1L, 3L), drain(journal));
      assertEquals(1, journal.counters().damaged());
    }
    assertTrue(Files.exists(folder.resolve("damaged").resolve(file.getFileName())));
  }

  @Test
  void doesNotGuessAtAFormatOfTheFuture() throws Exception {
    append(1, 3);
    Path file = segments().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[Frames.HEADER_BYTES - 1] = 2;
    Files.write(file, bytes);
    try (Journal journal = open()) {
      assertEquals(List.of(), drain(journal));
      assertEquals(1, journal.counters().damaged());
    }
    assertTrue(Files.exists(folder.resolve("damaged").resolve(file.getFileName())));
  }

  /** Every file after the first is this device: writes or forces fail, cutting back fails too. */
  private Journal openWithDevice(Durability durability, String device, AtomicInteger failing) {
    return Journal.open(
        folder,
        options(durability),
        file ->
            new RandomAccessFile(failing.getAndDecrement() > 0 ? device : file.getPath(), "rw"));
  }

  @Test
  void aFullDiskRefusesAndLaterTakesAgain() throws Exception {
    AtomicInteger failing = new AtomicInteger(3);
    try (Journal journal = openWithDevice(Durability.WRITTEN, "/dev/full", failing)) {
      for (int i = 0; i < 3; i++) {
        assertThrows(JournalException.class, () -> journal.append(List.of(Sample.answered(1000))));
      }
      assertFalse(journal.accepts());
      journal.append(List.of(Sample.answered(1)));
      assertTrue(journal.accepts());
      assertEquals(List.of(1L), drain(journal));
      assertEquals(3, journal.counters().failures());
      assertEquals(0, journal.bytesUndrained());
    }
  }

  @Test
  void aFailedForceIsAFailureAndItsEntriesNeverReachTheDatabase() throws Exception {
    AtomicInteger failing = new AtomicInteger(1);
    try (Journal journal = openWithDevice(Durability.FORCED, "/dev/null", failing)) {
      assertThrows(JournalException.class, () -> journal.append(List.of(Sample.answered(1000))));
      journal.append(List.of(Sample.answered(1)));
      assertEquals(List.of(1L), drain(journal));
      assertEquals(0, journal.bytesUndrained());
    }
  }

  /** A file that fails like a disk: some bytes of the write arrive, and then none. */
  private static final class Failing extends RandomAccessFile {
    private final AtomicInteger goodWrites;
    private final boolean cutsBack;

    Failing(java.io.File file, AtomicInteger goodWrites, boolean cutsBack) throws IOException {
      super(file, "rw");
      this.goodWrites = goodWrites;
      this.cutsBack = cutsBack;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (goodWrites.getAndDecrement() == 0) {
        super.write(bytes, offset, length - 1);
        throw new IOException("No space left on device");
      }
      super.write(bytes, offset, length);
    }

    @Override
    public void setLength(long length) throws IOException {
      if (!cutsBack) {
        throw new IOException("Input/output error");
      }
      super.setLength(length);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(booleans = {true, false})
  void whatAFailedWriteLeftIsNeverReadNotEvenAfterARestart(boolean cutsBack) throws Exception {
    AtomicInteger good = new AtomicInteger(3);
    try (Journal journal =
        Journal.open(
            folder, options(Durability.WRITTEN), file -> new Failing(file, good, cutsBack))) {
      journal.append(List.of(Sample.answered(1)));
      journal.append(List.of(Sample.answered(2)));
      journal.append(List.of(Sample.answered(3)));
      List<Entry> several = LongStream.range(1000, 1010).<Entry>mapToObj(Sample::answered).toList();
      assertThrows(JournalException.class, () -> journal.append(several));
      journal.append(List.of(Sample.answered(4)));
    }
    try (Journal journal = open()) {
      assertEquals(upTo(4), drain(journal));
      assertEquals(0, journal.counters().damaged());
    }
    assertEquals("", segments().stream().map(Path::toString).collect(Collectors.joining()));
  }
}
