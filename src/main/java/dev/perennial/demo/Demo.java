package dev.perennial.demo;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.perennial.db.DatabaseException;
import dev.perennial.log.JournalException;
import dev.perennial.log.Threads;
import dev.perennial.model.ModelException;
import dev.perennial.training.RunRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the guided demo: about three minutes of iris traffic on a copy of the model, through the
 * same doors as everybody's. Safe for use by many threads; it plays on one of its own, of low
 * priority, that nothing interrupts.
 *
 * <p>A restart ends the play. The copy and its rows stay until somebody removes them.
 */
public final class Demo implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Demo.class);
  private static final int AT_ONCE = 8;
  private static final int MOST_TRUTHS = 2 * Scene.TRUTH.rows();

  /** Of those drawn so far the one whose steady part raises no suspicion: most raise one. */
  private static final long SEED = 90;

  /** How many flowers of after the change the retraining is given at least. */
  private static final int TO_LEARN = 260;

  private static final Duration POLL = Duration.ofMillis(200);

  /** What the demo is at. */
  public enum State {
    /** Nothing is there. */
    NONE,
    PLAYING,
    REMOVING,
    /** Told to the end. */
    TOLD,
    /** Ended before its end, by hand or by a fault: the sentence says which. */
    ENDED,
    /** Ended by a restart. */
    LEFT
  }

  private static final Progress START = Progress.of(State.PLAYING, "");

  private final Copy copy;
  private final boolean possible;
  private final Doors doors;
  private final Renewing renewing;
  private final Clock clock;
  private final Duration pause;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("perennial-demo", Thread.MIN_PRIORITY));
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stop = lock.newCondition();

  @GuardedBy("lock")
  private boolean stopping;

  @GuardedBy("lock")
  private boolean busy;

  private volatile Progress progress;

  /**
   * @param rowsPerSecond how many flowers are sent in, about
   */
  public Demo(Copy copy, Doors doors, Renewing renewing, Clock clock, int rowsPerSecond) {
    this.copy = copy;
    this.doors = doors;
    this.renewing = renewing;
    this.clock = clock;
    pause = Duration.ofMillis(1_000L * AT_ONCE / rowsPerSecond);
    possible = copy.isPossible();
    progress = copy.stands() ? Progress.of(State.LEFT, "") : Progress.NONE;
  }

  /** Someone wants it to stop. */
  private static final class Stopped extends Exception {}

  /** Where the story is. */
  public Progress progress() {
    return progress;
  }

  /** Whether it can be played here at all. */
  public boolean isPossible() {
    return possible;
  }

  /** How many rows of the demo are in the log. */
  public long rows() {
    return copy.rows();
  }

  /** Begins, after removing what an earlier play left; false if something goes on already. */
  public boolean play() {
    return possible && begin(START, this::tell);
  }

  /** Ends the play; what it did stays. Nothing happens if none goes on, and the answer is false. */
  public boolean stop() {
    lock.lock();
    try {
      stopping = busy;
      stop.signalAll();
      return busy;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the play and removes all of it, on the demo's thread; false if it is being removed. */
  public boolean remove() {
    if (progress.state() == State.REMOVING) {
      return false;
    }
    boolean played = stop();
    lock.lock();
    try {
      thread.execute(this::clear);
      logger.info("the demo is removed{}", played ? " while it plays" : "");
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean begin(Progress first, Runnable task) {
    lock.lock();
    try {
      if (busy || progress.state() == State.REMOVING) {
        return false;
      }
      busy = true;
      stopping = false;
      progress = first;
      thread.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void clear() {
    progress = Progress.of(State.REMOVING, "");
    try {
      renewing.cancel();
      copy.remove();
      progress = Progress.NONE;
    } catch (ModelException | DatabaseException e) {
      logger.warn("the demo is not removed: {}", e.getMessage());
      progress = Progress.of(State.ENDED, "It could not be removed: " + e.getMessage() + ".");
    }
  }

  private void tell() {
    progress = START;
    try {
      renewing.cancel();
      copy.remove();
      Flowers flowers = copy.make(SEED);
      play(Scene.STEADY, flowers);
      play(Scene.MOVED, flowers);
      play(Scene.TRUTH, flowers);
      awaitDrift(flowers);
      retrain(flowers);
      play(Scene.RECOVERY, flowers);
      progress = progress.ended(State.TOLD, "");
    } catch (Stopped e) {
      progress = progress.ended(State.ENDED, "It was stopped.");
    } catch (ModelException | RunRefused | DatabaseException | JournalException e) {
      logger.warn("the demo ends early: {}", e.getMessage());
      progress = progress.ended(State.ENDED, "It ended early: " + e.getMessage() + ".");
    } catch (RuntimeException e) {
      logger.error("the demo ends early", e);
      progress = progress.ended(State.ENDED, "It ended early; the server's log has the reason.");
    } finally {
      rest();
    }
  }

  private void rest() {
    lock.lock();
    try {
      busy = false;
    } finally {
      lock.unlock();
    }
  }

  private void play(Scene scene, Flowers flowers) throws Stopped {
    progress = progress.at(scene);
    while (progress.sent() < scene.rows()) {
      send(scene, flowers);
    }
  }

  private void send(Scene scene, Flowers flowers) throws Stopped {
    List<Flowers.Flower> some = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      some.add(flowers.next(scene.longer()));
    }
    doors.send(Copy.MODEL, some, scene.labelled());
    progress = progress.sent(AT_ONCE);
    await(pause);
  }

  /** Goes on until the monitor is sure, and enough has been labelled since to learn from. */
  private void awaitDrift(Flowers flowers) throws Stopped {
    while (!canLearn() && progress.sent() < MOST_TRUTHS) {
      send(Scene.TRUTH, flowers);
    }
  }

  private boolean canLearn() {
    Instant enough = clock.instant().minus(pause.multipliedBy(TO_LEARN / AT_ONCE));
    return renewing.driftSince().filter(since -> since.isBefore(enough)).isPresent();
  }

  /**
   * Flowers go on coming after the run has ended, so that there is time to read how it was judged.
   */
  private void retrain(Flowers flowers) throws Stopped {
    progress = progress.at(Scene.RETRAINING);
    long run = renewing.request();
    progress = progress.withRun(run);
    while (!renewing.hasEnded(run)) {
      await(POLL);
    }
    while (progress.sent() < Scene.RETRAINING.rows()) {
      send(Scene.RETRAINING, flowers);
    }
    renewing.promote(run);
  }

  private void await(Duration time) throws Stopped {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!stopping && left > 0) {
        left = stop.awaitNanos(left);
      }
      if (stopping) {
        throw new Stopped();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing interrupts the demo", e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the play and waits for that. */
  @Override
  public void close() {
    thread.shutdown();
    boolean unused = stop();
    if (!Threads.end(thread, Duration.ofSeconds(30))) {
      logger.warn("the demo has not ended");
    }
  }
}
