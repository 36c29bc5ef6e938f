package dev.perennial.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups to the open segment, and completes segments. Safe for use by many threads: writers
 * never wait for the background's forcing, which has a lock of its own.
 */
final class SegmentWriter implements Groups.Sink {
  private static final Logger logger = LoggerFactory.getLogger(SegmentWriter.class);
  private static final int TRIAL_BYTES = 64 * 1024;

  private final SegmentFolder folder;
  private final JournalOptions options;
  private final JournalCounters counters;

  /** Fair, so that completing a segment gets its turn among busy writers. */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Taken before {@link #writing}; whoever has it may force and close files. */
  private final ReentrantLock forcing = new ReentrantLock();

  @GuardedBy("writing")
  private @Nullable SegmentFile open;

  @GuardedBy("writing")
  private boolean dirty;

  /** Written to the end, not yet forced and closed. */
  @GuardedBy("writing")
  private final Deque<SegmentFile> retired = new ArrayDeque<>();

  private volatile boolean failing;

  SegmentWriter(SegmentFolder folder, JournalOptions options, JournalCounters counters) {
    this.folder = folder;
    this.options = options;
    this.counters = counters;
  }

  /** True from a failed write to the next good one. */
  boolean isFailing() {
    return failing;
  }

  @Override
  public void write(byte[] frames, int length) {
    writing.lock();
    try {
      SegmentFile file = openFile();
      put(file, frames, length);
      folder.count(file.isEmpty() ? length + Frames.HEADER_BYTES : length);
      file.keep(frames, length);
      dirty = true;
      failing = false;
      counters.groupsWritten.increment();
      if (file.length() >= options.segmentBytes()) {
        retire();
      }
    } catch (IOException e) {
      throw failed(e);
    } finally {
      writing.unlock();
    }
  }

  @GuardedBy("writing")
  private SegmentFile openFile() throws IOException {
    if (open == null) {
      open = folder.create();
    }
    return open;
  }

  /** After a failed force nobody knows what the disk has: that file is not written again. */
  @GuardedBy("writing")
  private void put(SegmentFile file, byte[] frames, int length) throws IOException {
    boolean written = false;
    try {
      file.write(frames, length);
      written = true;
      if (options.durability() == Durability.FORCED) {
        file.force();
        counters.timesForced.increment();
      }
    } catch (IOException e) {
      file.undo();
      if (written || file.isBroken()) {
        retire();
      }
      throw e;
    }
  }

  private JournalException failed(IOException fault) {
    failing = true;
    counters.writesFailed.increment();
    return new JournalException("the journal cannot be written: " + fault.getMessage(), fault);
  }

  @GuardedBy("writing")
  private void retire() {
    if (open != null) {
      retired.add(open);
      open = null;
    }
    dirty = false;
  }

  /** Completes the open segment if it holds anything, so that it can be drained. */
  void seal() {
    writing.lock();
    try {
      if (open != null && !open.isEmpty()) {
        retire();
      }
    } finally {
      writing.unlock();
    }
    forcing.lock();
    try {
      completeRetired();
    } finally {
      forcing.unlock();
    }
  }

  /** Asks the disk to keep what was written since the last time. */
  void forceIfDirty() {
    forcing.lock();
    try {
      completeRetired();
      SegmentFile file = takeDirty();
      if (file != null && !force(file)) {
        retireFailed(file);
      }
    } finally {
      forcing.unlock();
    }
  }

  private @Nullable SegmentFile takeDirty() {
    writing.lock();
    try {
      boolean needed = dirty && options.durability() == Durability.WRITTEN;
      dirty = false;
      return needed ? open : null;
    } finally {
      writing.unlock();
    }
  }

  private void retireFailed(SegmentFile file) {
    writing.lock();
    try {
      if (open == file) {
        retire();
      }
    } finally {
      writing.unlock();
    }
  }

  private boolean force(SegmentFile file) {
    try {
      file.force();
      counters.timesForced.increment();
      return true;
    } catch (IOException e) {
      counters.writesFailed.increment();
      logger.error(
          "the disk did not confirm the journal's segment {}: {}", file.number, e.getMessage());
      return false;
    }
  }

  @GuardedBy("forcing")
  private void completeRetired() {
    for (SegmentFile file = nextRetired(); file != null; file = nextRetired()) {
      if (file.isEmpty()) {
        remove(file);
      } else {
        force(file);
        folder.complete(close(file));
      }
      forget(file);
    }
  }

  private @Nullable SegmentFile nextRetired() {
    writing.lock();
    try {
      return retired.peek();
    } finally {
      writing.unlock();
    }
  }

  /** Only after the segment is in the folder's list, so that it is always in one of the two. */
  private void forget(SegmentFile file) {
    writing.lock();
    try {
      retired.remove(file);
    } finally {
      writing.unlock();
    }
  }

  private static void remove(SegmentFile file) {
    try {
      Files.deleteIfExists(close(file).path());
    } catch (IOException e) {
      logger.warn("the journal's empty segment was not removed: {}", e.getMessage());
    }
  }

  private static Segment close(SegmentFile file) {
    try {
      return file.close();
    } catch (IOException e) {
      logger.error("the journal's segment {} was not closed: {}", file.number, e.getMessage());
      return file.asSegment();
    }
  }

  /** Finds out, after a failure, whether writing works again. */
  void tryAgain() {
    writing.lock();
    try {
      SegmentFile file = openFile();
      file.write(new byte[TRIAL_BYTES], TRIAL_BYTES);
      file.undo();
      if (file.isBroken()) {
        retire();
      } else {
        failing = false;
      }
    } catch (IOException e) {
      if (open != null) {
        open.undo();
      }
    } finally {
      writing.unlock();
    }
  }

  /** Completes what holds anything and removes an open segment that does not. */
  void close() {
    seal();
    writing.lock();
    try {
      if (open != null) {
        remove(open);
        open = null;
      }
    } finally {
      writing.unlock();
    }
  }

  /** The oldest segment that is not complete and holds anything. */
  Optional<Segment> oldest() {
    writing.lock();
    try {
      SegmentFile file = retired.isEmpty() ? open : retired.getFirst();
      return Optional.ofNullable(file).filter(f -> !f.isEmpty()).map(SegmentFile::asSegment);
    } finally {
      writing.unlock();
    }
  }

  /** The newest segment that is not complete and holds anything. */
  Optional<Segment> newest() {
    writing.lock();
    try {
      SegmentFile file = open != null && !open.isEmpty() ? open : retired.peekLast();
      return Optional.ofNullable(file).filter(f -> !f.isEmpty()).map(SegmentFile::asSegment);
    } finally {
      writing.unlock();
    }
  }
}
