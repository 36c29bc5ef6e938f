package dev.perennial.log;

import dev.perennial.db.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The journal's folder: its lock, its complete segments in order, and the bytes in it that the
 * database does not have yet. Safe for use by many threads.
 */
final class SegmentFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;
  private final SegmentFile.Opener opener;
  private final ConcurrentSkipListMap<Long, Segment> complete = new ConcurrentSkipListMap<>();
  private final AtomicLong undrained = new AtomicLong();
  private final AtomicLong lastNumber = new AtomicLong();

  private SegmentFolder(Path folder, FileChannel lock, SegmentFile.Opener opener) {
    this.folder = folder;
    this.lock = lock;
    this.opener = opener;
  }

  /**
   * Makes the folder if it is missing, and locks it.
   *
   * @throws JournalException if another journal has it
   */
  static SegmentFolder open(Path folder, SegmentFile.Opener opener) throws IOException {
    PrivateFiles.makeFolder(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new SegmentFolder(folder, channel, opener);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new JournalException("the journal is open twice in this process", e);
    }
    channel.close();
    throw new JournalException("the journal is in use by another process; stop that first");
  }

  Path path() {
    return folder;
  }

  SegmentFile create() throws IOException {
    return SegmentFile.create(folder, lastNumber.incrementAndGet(), opener);
  }

  /** Takes a segment that an earlier run left. */
  void adopt(Segment segment) {
    lastNumber.accumulateAndGet(segment.number(), Math::max);
    undrained.addAndGet(segment.end());
    complete.put(segment.number(), segment);
  }

  /** Takes a segment whose bytes were {@linkplain #count counted} while they were written. */
  void complete(Segment segment) {
    complete.put(segment.number(), segment);
  }

  void count(long bytes) {
    undrained.addAndGet(bytes);
  }

  long undrained() {
    return undrained.get();
  }

  Optional<Segment> oldest() {
    return Optional.ofNullable(complete.firstEntry()).map(Map.Entry::getValue);
  }

  Optional<Segment> newest() {
    return Optional.ofNullable(complete.lastEntry()).map(Map.Entry::getValue);
  }

  /** Lets a segment go; one with damages is kept aside for a person to look at. */
  void release(Segment segment, boolean damaged) throws IOException {
    if (damaged) {
      Path aside = aside().resolve(segment.path().getFileName());
      Files.move(segment.path(), aside, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(segment.path());
    }
    complete.remove(segment.number());
    undrained.addAndGet(-segment.end());
  }

  /** Keeps a text beside the journal for a person to look at. */
  void setAside(String name, String text) throws IOException {
    Path file = aside().resolve(name);
    Files.deleteIfExists(file);
    PrivateFiles.makeFile(file);
    Files.writeString(file, text);
  }

  private Path aside() throws IOException {
    Path damaged = folder.resolve("damaged");
    PrivateFiles.makeFolder(damaged);
    return damaged;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
