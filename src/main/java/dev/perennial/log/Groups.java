package dev.perennial.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Group commit without a writer thread: a thread that finds nobody writing writes what all have
 * brought; the others join the next group and wait. Safe for use by many threads; an interrupt
 * neither ends a wait nor is lost.
 */
final class Groups {
  /** Writes one group; called by one thread at a time. */
  interface Sink {
    /**
     * Keeps these bytes.
     *
     * @throws JournalException if nothing of them was kept
     */
    void write(byte[] frames, int length);
  }

  private static final class Group {
    final ByteWriter frames = new ByteWriter();
    final CountDownLatch done = new CountDownLatch(1);
    int queuedBytes;
    int queuedEntries;

    /** Who leads this group unless somebody who comes along is quicker. */
    @Nullable Thread first;

    /** Set before {@link #done}. */
    @Nullable JournalException fault;

    boolean isEmpty() {
      return frames.length() == 0;
    }

    boolean isDone() {
      return done.getCount() == 0;
    }
  }

  private final Sink sink;
  private final int queueBytes;
  private final JournalCounters counters;
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private Group open = new Group();

  @GuardedBy("lock")
  private boolean writing;

  @GuardedBy("lock")
  private boolean closed;

  Groups(Sink sink, int queueBytes, JournalCounters counters) {
    this.sink = sink;
    this.queueBytes = queueBytes;
    this.counters = counters;
  }

  /** Returns when the sink has taken the frames. */
  void append(ByteWriter frames) {
    Group group;
    boolean leads;
    lock.lock();
    try {
      if (closed) {
        throw new JournalException("the journal is closed: the service is stopping");
      }
      group = open;
      group.frames.put(frames.bytes(), frames.length());
      leads = joinOrTake(group);
    } finally {
      lock.unlock();
    }
    finish(group, leads);
    if (group.fault != null) {
      throw new JournalException(String.valueOf(group.fault.getMessage()), group.fault);
    }
  }

  /** Adds the frame of one entry to the next group, or counts it as dropped. */
  void enqueue(ByteWriter frame) {
    lock.lock();
    try {
      if (closed || open.queuedBytes + frame.length() > queueBytes) {
        counters.entriesDropped.increment();
        return;
      }
      open.frames.put(frame.bytes(), frame.length());
      open.queuedBytes += frame.length();
      open.queuedEntries++;
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is queued, if anything; a failure is only counted. */
  void flush() {
    Group group;
    boolean leads;
    lock.lock();
    try {
      if (open.isEmpty()) {
        return;
      }
      group = open;
      leads = joinOrTake(group);
    } finally {
      lock.unlock();
    }
    finish(group, leads);
  }

  /** Refuses what comes from now on and writes what is queued. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    flush();
  }

  /** True if the caller has to write the group now. */
  @GuardedBy("lock")
  private boolean joinOrTake(Group group) {
    if (writing) {
      if (group.first == null) {
        group.first = Thread.currentThread();
      }
      return false;
    }
    writing = true;
    open = new Group();
    return true;
  }

  private void finish(Group group, boolean leads) {
    if (leads) {
      write(group);
      return;
    }
    boolean interrupted = false;
    while (!group.isDone()) {
      if (takes(group)) {
        write(group);
      } else {
        interrupted |= waitFor(group);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean takes(Group group) {
    if (group.first != Thread.currentThread()) {
      return false;
    }
    lock.lock();
    try {
      return open == group && joinOrTake(group);
    } finally {
      lock.unlock();
    }
  }

  /** True if the thread was interrupted meanwhile. */
  private boolean waitFor(Group group) {
    if (group.first == Thread.currentThread()) {
      if (!group.isDone()) { // waiting for the lock may have used up the wake-up call
        LockSupport.park(this);
      }
      return Thread.interrupted();
    }
    try {
      group.done.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void write(Group group) {
    try {
      sink.write(group.frames.bytes(), group.frames.length());
    } catch (JournalException e) {
      group.fault = e;
    } catch (RuntimeException | Error e) {
      group.fault = new JournalException("the journal could not be written: " + e, e);
    } finally {
      if (group.fault != null) {
        counters.entriesDropped.add(group.queuedEntries);
      }
      leave(group);
    }
  }

  private void leave(Group group) {
    Thread next;
    lock.lock();
    try {
      writing = false;
      next = open.first;
    } finally {
      lock.unlock();
    }
    LockSupport.unpark(next);
    group.done.countDown();
    LockSupport.unpark(group.first);
  }
}
