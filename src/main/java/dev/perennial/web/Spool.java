package dev.perennial.web;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.perennial.db.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the answers of a batch that its client does not take yet: many clients read nothing before
 * they have sent all. The first {@value #MEMORY} bytes stay in memory, the rest goes to a file of
 * its own, which is gone with the spool. First in, first out; safe for use by many threads.
 */
final class Spool implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Spool.class);
  private static final int MEMORY = 1 << 20;
  private static final int PIECE = 1 << 16;
  private final Path folder;
  private final long most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private final ArrayDeque<byte[]> queue = new ArrayDeque<>();

  @GuardedBy("lock")
  private int queued;

  /** Not a channel, which an interrupt would close. Younger than everything in the queue. */
  @GuardedBy("lock")
  private @Nullable RandomAccessFile file;

  @GuardedBy("lock")
  private @Nullable Path path;

  @GuardedBy("lock")
  private long readAt;

  @GuardedBy("lock")
  private long writtenTo;

  @GuardedBy("lock")
  private boolean ended;

  /**
   * @param most how many bytes the file may hold
   */
  Spool(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * Takes a chunk.
   *
   * @return false if there was no room for so long
   */
  boolean put(byte[] chunk, long millis) throws IOException, InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (writtenTo > 0 && writtenTo + chunk.length > most) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      if (writtenTo == 0 && queued + chunk.length <= MEMORY) {
        queue.add(chunk);
        queued += chunk.length;
      } else {
        append(chunk);
      }
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void append(byte[] chunk) throws IOException {
    if (file == null) {
      path = folder.resolve("batch-" + UUID.randomUUID());
      PrivateFiles.makeFile(path);
      file = new RandomAccessFile(path.toFile(), "rw");
      unlink();
    }
    file.seek(writtenTo);
    file.write(chunk);
    writtenTo += chunk.length;
  }

  /** Where the system allows it, the name goes at once, so that a kill leaves nothing behind. */
  @GuardedBy("lock")
  private void unlink() {
    try {
      if (path != null) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      logger.debug("{} is removed when its batch ends", path);
    }
  }

  /** The next chunk; empty if none came for so long; nothing at the end. */
  Optional<byte[]> take(long millis) throws IOException, InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (queue.isEmpty() && writtenTo == 0 && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      changed.signalAll();
      byte @Nullable [] first = queue.poll();
      if (first != null) {
        queued -= first.length;
        return Optional.of(first);
      }
      if (file != null && writtenTo > 0) {
        return Optional.of(piece(file));
      }
      return ended ? Optional.empty() : Optional.of(new byte[0]);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private byte[] piece(RandomAccessFile from) throws IOException {
    byte[] piece = new byte[(int) Math.min(PIECE, writtenTo - readAt)];
    from.seek(readAt);
    from.readFully(piece);
    readAt += piece.length;
    if (readAt == writtenTo) {
      readAt = 0;
      writtenTo = 0;
      from.setLength(0);
    }
    return piece;
  }

  /** True if everything that came has been taken. */
  boolean isEmpty() {
    lock.lock();
    try {
      return queue.isEmpty() && writtenTo == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more will come. */
  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      if (file != null) {
        file.close();
        unlink();
      }
    } finally {
      lock.unlock();
    }
  }
}
