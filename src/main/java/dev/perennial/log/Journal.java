package dev.perennial.log;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Append-only, checksummed files in front of the database. Safe for use by many threads; one
 * journal at a time has a folder.
 *
 * <p>An append returns when its entries are as durable as {@link Durability} says. A {@link Drain}
 * takes complete segments away.
 */
public final class Journal implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Journal.class);

  /** How long an entry that nobody waits for stays in memory, and a written one unforced. */
  private static final long BEAT_MILLIS = 40;

  private static final int BEATS_BETWEEN_TRIALS = 25;

  private final SegmentFolder folder;
  private final JournalOptions options;
  private final long lastIdOfEarlierRuns;
  private final JournalCounters counters = new JournalCounters();
  private final Recent recent = new Recent();
  private final SegmentWriter writer;
  private final Groups groups;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread beat = new Thread(this::beat, "perennial-journal");
  private volatile boolean closed;

  private Journal(SegmentFolder folder, JournalOptions options, long lastId) {
    this.folder = folder;
    this.options = options;
    this.lastIdOfEarlierRuns = lastId;
    this.writer = new SegmentWriter(folder, options, counters);
    this.groups = new Groups(writer, options.queueBytes(), counters);
  }

  /**
   * Opens the journal in this folder, which is made if it is missing, and takes over what an
   * earlier run left there.
   *
   * @throws JournalException if another journal has the folder, or it cannot be read
   */
  public static Journal open(Path folder, JournalOptions options) {
    return open(folder, options, Journal::openFile);
  }

  static Journal open(Path folder, JournalOptions options, SegmentFile.Opener opener) {
    try {
      SegmentFolder segments = SegmentFolder.open(folder, opener);
      try {
        Journal journal = new Journal(segments, options, Recovery.run(segments));
        journal.beat.setDaemon(true);
        journal.beat.start();
        return journal;
      } catch (IOException | RuntimeException | Error e) {
        segments.close();
        throw e;
      }
    } catch (IOException e) {
      throw new JournalException("the journal cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Not a method reference to the constructor, which would tell a caller to close at once. */
  private static RandomAccessFile openFile(File file) throws IOException {
    return new RandomAccessFile(file, "rw");
  }

  /**
   * Returns when all entries are as durable as the setting promises.
   *
   * @throws JournalException if they are not; then none of them will reach the database
   */
  public void append(List<? extends Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    if (isFull()) {
      throw new JournalException(
          "the journal is full: %d bytes wait for the database, and its bound is %d"
              .formatted(folder.undrained(), options.maxBytes()));
    }
    ByteWriter frames = new ByteWriter();
    for (Entry entry : entries) {
      Frames.append(entry, frames);
    }
    groups.append(frames);
    recent.appended(entries);
  }

  /** Takes an entry that nobody waits for; it is written with the next group. Never throws. */
  public void enqueue(Entry entry) {
    if (isFull()) {
      counters.entriesDropped.increment();
      return;
    }
    ByteWriter frame = new ByteWriter();
    Frames.append(entry, frame);
    groups.enqueue(frame);
  }

  /** True if an append now would be taken. */
  public boolean accepts() {
    return !closed && !writer.isFailing() && !isFull();
  }

  /** True while what comes in bulk leaves half of the bound to single answers. */
  boolean hasRoomForBulk() {
    return folder.undrained() <= options.maxBytes() / 2;
  }

  /** True while what waits takes less than a quarter of the bound. */
  boolean isNearlyEmpty() {
    return folder.undrained() < options.maxBytes() / 4;
  }

  private boolean isFull() {
    return folder.undrained() > options.maxBytes();
  }

  /** The largest id that earlier runs left in the journal, or 0: see {@link Ids#startAfter}. */
  public long lastId() {
    return lastIdOfEarlierRuns;
  }

  public JournalCounters counters() {
    return counters;
  }

  /** What was appended last, for whoever cannot wait for the drain. */
  public Recent recent() {
    return recent;
  }

  /** Bytes in the journal that the database does not have yet. */
  public long bytesUndrained() {
    return folder.undrained();
  }

  /** When the oldest entry that the database does not have yet was made. */
  public Optional<Instant> oldestUndrained() {
    return folder
        .oldest()
        .or(writer::oldest)
        .map(segment -> Instant.ofEpochMilli(Ids.millis(segment.firstId())));
  }

  /** The number of the segment with the newest entry that was appended before this call. */
  OptionalLong mark() {
    groups.flush();
    Optional<Segment> newest = writer.newest().or(folder::newest);
    return newest.isPresent() ? OptionalLong.of(newest.get().number()) : OptionalLong.empty();
  }

  /** True if the database has everything up to this segment. */
  boolean isDrained(long number) {
    Optional<Segment> oldest = writer.oldest();
    boolean written = oldest.isEmpty() || oldest.get().number() > number;
    return written && folder.oldest().map(segment -> segment.number() > number).orElse(true);
  }

  /** Completes what is open and gives the oldest segment to drain. */
  Optional<Segment> nextToDrain() {
    Optional<Segment> ready = folder.oldest();
    if (ready.isPresent()) {
      return ready;
    }
    groups.flush();
    writer.seal();
    return folder.oldest();
  }

  /** Lets a drained segment go, and reports what could not be read in it. */
  void release(Segment segment, List<String> damages) throws IOException {
    for (String damage : damages) {
      counters.placesDamaged.increment();
      logger.error(
          "the journal's segment {} is damaged: {}; it is kept in 'damaged'",
          segment.number(),
          damage);
    }
    folder.release(segment, !damages.isEmpty());
  }

  void setAside(String name, String text) throws IOException {
    folder.setAside(name, text);
  }

  private void beat() {
    int beats = 0;
    while (!stopped()) {
      try {
        groups.flush();
        writer.forceIfDirty();
        if (writer.isFailing() && ++beats % BEATS_BETWEEN_TRIALS == 0) {
          writer.tryAgain();
        }
      } catch (RuntimeException e) {
        logger.error("the journal's background work failed", e);
      }
    }
  }

  private boolean stopped() {
    try {
      return stop.await(BEAT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false; // only close() ends this thread
    }
  }

  /** Writes what is queued, completes the open segment and lets the folder go. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    groups.close();
    stop.countDown();
    Threads.join(beat);
    writer.close();
    try {
      folder.close();
    } catch (IOException e) {
      logger.warn("the journal's lock was not released: {}", e.getMessage());
    }
  }
}
