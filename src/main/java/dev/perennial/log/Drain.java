package dev.perennial.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.perennial.db.Database;
import dev.perennial.db.DatabaseException;
import dev.perennial.model.Schema;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the journal into the database in the background, every row exactly once. Safe for use by
 * many threads.
 *
 * <p>While the database is away the rows stay in the journal, and the drain tries again.
 */
public final class Drain implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Drain.class);

  private static final int BATCH = 8_192;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final Journal journal;
  private final Mover mover;
  private final Duration interval;
  private final LongAdder moved = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder unfolded = new LongAdder();
  private final Thread thread = new Thread(this::drain, "perennial-drain");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wake = lock.newCondition();
  private final Condition progress = lock.newCondition();
  private final Condition stop = lock.newCondition();
  private volatile String trouble = "";

  @GuardedBy("lock")
  private boolean asked;

  @GuardedBy("lock")
  private boolean closing;

  @GuardedBy("lock")
  private long deadline;

  private Drain(Journal journal, Mover mover, Duration interval) {
    this.journal = journal;
    this.mover = mover;
    this.interval = interval;
  }

  /**
   * Starts draining, beginning with what an earlier run left.
   *
   * @param schemas the schema of the version with this key; asked once a version
   * @param fold is given the new rows of each batch within the transaction that inserts them
   * @param interval how often the journal is looked at, such as 200 ms
   */
  public static Drain start(
      Journal journal,
      Database database,
      IntFunction<Schema> schemas,
      BiConsumer<Handle, List<Entry>> fold,
      Duration interval) {
    Drain drain = new Drain(journal, new Mover(database, schemas, fold), interval);
    drain.thread.setDaemon(true);
    drain.thread.start();
    return drain;
  }

  /**
   * Waits until everything appended before this call is in the database; false if it took longer.
   */
  public boolean await(Duration atMost) {
    OptionalLong mark = journal.mark();
    if (mark.isEmpty()) {
      return true;
    }
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!journal.isDrained(mark.getAsLong())) {
        if (left <= 0) {
          return false;
        }
        asked = true;
        wake.signal();
        left = progress.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Why the database does not take rows at present, in one sentence; "" if it does. */
  public String trouble() {
    return trouble;
  }

  /** Rows taken from the journal since the start. */
  public long moved() {
    return moved.sum();
  }

  /** Rows that the database refused and that were put aside since the start. */
  public long refused() {
    return refused.sum();
  }

  /** Rows that were stored and that the fold failed on since the start. */
  public long unfolded() {
    return unfolded.sum();
  }

  private void drain() {
    boolean last = false;
    while (!last) {
      last = waitForWork();
      try {
        drainAll();
      } catch (GivenUp e) {
        logger.warn("{}; the rest stays in the journal for the next start", e.getMessage());
        return;
      } catch (RuntimeException | Error e) {
        report("the journal cannot be drained: " + e, e);
      }
    }
  }

  /** True if the round that follows is the last. */
  private boolean waitForWork() {
    idle(interval.toNanos());
    lock.lock();
    try {
      asked = false;
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Ends early when somebody waits for the drain, or it closes. */
  private void idle(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (!asked && !closing && left > 0) {
        left = wake.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      logger.debug("only close() ends this thread");
    } finally {
      lock.unlock();
    }
  }

  private void drainAll() throws GivenUp {
    for (Optional<Segment> next = journal.nextToDrain();
        next.isPresent();
        next = journal.nextToDrain()) {
      drain(next.get());
      signalProgress();
    }
  }

  private void drain(Segment segment) throws GivenUp {
    List<Entry> entries = new ArrayList<>();
    List<String> damages = new ArrayList<>();
    untilDone(() -> damages.addAll(Frames.read(segment.read(), entries::add).damages()));
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
      long waiting = journal.bytesUndrained();
      long start = System.nanoTime();
      untilDone(() -> move(batch));
      if (journal.bytesUndrained() > waiting && journal.isNearlyEmpty()) {
        idle(System.nanoTime() - start); // more rows come: the processors are for their answers
      }
    }
    untilDone(() -> journal.release(segment, damages));
  }

  private void move(List<Entry> batch) throws IOException {
    Mover.Outcome outcome = mover.move(batch);
    for (Mover.Odd odd : outcome.refused()) {
      journal.setAside(odd.entry().id() + ".txt", odd.reason() + "\n" + odd.entry() + "\n");
      logger.error("row {} is refused and kept in 'damaged': {}", odd.entry().id(), odd.reason());
    }
    for (Mover.Odd odd : outcome.unfolded()) {
      logger.error("row {} is stored, not monitored: {}", odd.entry().id(), odd.reason());
    }
    refused.add(outcome.refused().size());
    unfolded.add(outcome.unfolded().size());
    moved.add(batch.size() - outcome.refused().size());
    if (!trouble.isEmpty()) {
      trouble = "";
      logger.info("the database takes rows again");
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  /** The drain closes before the task is done. */
  private static final class GivenUp extends Exception {
    GivenUp(String message) {
      super(message);
    }
  }

  private void untilDone(Task task) throws GivenUp {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        task.run();
        return;
      } catch (DatabaseException e) {
        report(String.valueOf(e.getMessage()), e);
      } catch (IOException | RuntimeException e) {
        report("the journal cannot be drained: " + e.getMessage(), e);
      }
      pauseFor(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private void report(String sentence, Throwable fault) {
    if (!sentence.equals(trouble)) {
      trouble = sentence;
      logger.error("rows wait in the journal: {}", sentence, fault);
    }
  }

  private void pauseFor(long millis) throws GivenUp {
    lock.lock();
    try {
      if (closing && System.nanoTime() - deadline > 0) {
        throw new GivenUp(trouble);
      }
      boolean hurries = closing;
      long left = TimeUnit.MILLISECONDS.toNanos(hurries ? FIRST_PAUSE_MILLIS : millis);
      while (left > 0 && closing == hurries) {
        left = stop.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      logger.debug("only close() ends this thread");
    } finally {
      lock.unlock();
    }
  }

  private void signalProgress() {
    lock.lock();
    try {
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Drains what is left, for at most 20 s, and stops. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (!closing) {
        closing = true;
        deadline = System.nanoTime() + CLOSING.toNanos();
      }
      wake.signalAll();
      stop.signalAll();
    } finally {
      lock.unlock();
    }
    Threads.join(thread);
  }
}
