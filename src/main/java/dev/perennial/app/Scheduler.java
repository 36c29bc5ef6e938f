package dev.perennial.app;

import dev.perennial.log.Threads;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the background work one after another on a thread of its own that nothing interrupts: a task
 * may write to the database. A task that fails is logged and comes again at its next turn.
 */
final class Scheduler implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Scheduler.class);

  private final ScheduledExecutorService executor;

  /**
   * A thread for background work.
   *
   * @param name of the thread
   * @param priority {@link Thread#NORM_PRIORITY}, or less as a hint for work that must not slow
   *     answers: nothing relies on it
   */
  Scheduler(String name, int priority) {
    executor = Executors.newSingleThreadScheduledExecutor(Threads.named(name, priority));
  }

  /** Runs the task first after one interval, then each time one interval after its last end. */
  void every(Duration interval, String name, Runnable task) {
    long nanos = interval.toNanos();
    var unused =
        executor.scheduleWithFixedDelay(
            () -> runLogged(name, task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static void runLogged(String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      logger.warn("{} did not succeed and will be tried again: {}", name, e.getMessage());
      logger.debug("{} failed", name, e);
    }
  }

  /** Lets a running task finish (at most 30 s); starts no other. */
  @Override
  public void close() {
    if (!Threads.end(executor, Duration.ofSeconds(30))) {
      logger.warn("a background task was still running 30 s after the stop began");
    }
  }
}
