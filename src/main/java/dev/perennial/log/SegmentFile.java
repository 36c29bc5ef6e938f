package dev.perennial.log;

import dev.perennial.db.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A segment that is being written. Not safe for use by many threads, except {@link #force}.
 *
 * <p>A RandomAccessFile, because a FileChannel closes when a thread that uses it is interrupted,
 * and containers interrupt request threads.
 */
final class SegmentFile {
  private static final Logger logger = LoggerFactory.getLogger(SegmentFile.class);

  /** Opens a file for writing. */
  interface Opener {
    RandomAccessFile open(File file) throws IOException;
  }

  final long number;
  private Path path;
  private final RandomAccessFile file;
  private int length;
  private long firstId = -1;
  private boolean broken;

  private SegmentFile(long number, Path path, RandomAccessFile file) {
    this.number = number;
    this.path = path;
    this.file = file;
  }

  static SegmentFile create(Path folder, long number, Opener opener) throws IOException {
    Path path = folder.resolve("%016x.journal".formatted(number));
    PrivateFiles.makeFile(path);
    try {
      SegmentFile made = new SegmentFile(number, path, opener.open(path.toFile()));
      made.begin(folder);
      return made;
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private void begin(Path folder) throws IOException {
    try {
      file.write(Frames.header());
      PrivateFiles.forceFolder(folder);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    length = Frames.HEADER_BYTES;
  }

  int length() {
    return length;
  }

  long firstId() {
    return firstId;
  }

  boolean isEmpty() {
    return firstId < 0;
  }

  /** Writes behind what was {@linkplain #keep kept}, without keeping it yet. */
  void write(byte[] bytes, int count) throws IOException {
    file.seek(length);
    file.write(bytes, 0, count);
  }

  /** Keeps what was written last. */
  void keep(byte[] bytes, int count) {
    if (firstId < 0) {
      firstId = Frames.firstId(bytes);
    }
    length += count;
  }

  /**
   * Cuts off what was written and not kept. Where even that fails, the name of the file says how
   * many of its bytes count, and {@link #isBroken} is true.
   */
  void undo() {
    try {
      file.setLength(length);
    } catch (IOException e) {
      abandon(e);
    }
  }

  private void abandon(IOException fault) {
    broken = true;
    logger.error("the journal's segment {} is given up: {}", number, fault.getMessage());
    Path named = path.resolveSibling("%016x-%d.journal".formatted(number, length));
    try {
      path = Files.move(path, named, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      logger.error("the journal's segment {} cannot be renamed: {}", number, e.getMessage());
    }
  }

  boolean isBroken() {
    return broken;
  }

  /** Asks the disk to keep everything written. A failure is never followed by another try. */
  void force() throws IOException {
    file.getFD().sync();
  }

  Segment close() throws IOException {
    file.close();
    return asSegment();
  }

  Segment asSegment() {
    return new Segment(number, path, length, firstId);
  }
}
