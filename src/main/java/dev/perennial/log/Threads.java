package dev.perennial.log;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads of our own, and waiting for their ends that an interrupt does not cut short. */
public final class Threads {
  private Threads() {}

  /** Makes threads that keep no process alive. */
  public static ThreadFactory named(String name) {
    return named(name, Thread.NORM_PRIORITY);
  }

  /**
   * Makes threads that keep no process alive.
   *
   * @param priority {@link Thread#NORM_PRIORITY}, or less as a hint for work that must not slow
   *     answers: some systems heed it, and nothing relies on it
   */
  @SuppressWarnings("ThreadPriorityCheck")
  public static ThreadFactory named(String name, int priority) {
    return task -> {
      Thread made = new Thread(task, name);
      made.setDaemon(true);
      made.setPriority(priority);
      return made;
    };
  }

  /** Returns when the thread has ended; an interrupt is kept for the caller. */
  public static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Lets what was begun end and begins nothing more; an interrupt is kept for the caller.
   *
   * @return false if it had not ended in time
   */
  public static boolean end(ExecutorService executor, Duration atMost) {
    executor.shutdown();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return executor.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
