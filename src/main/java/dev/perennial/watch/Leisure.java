package dev.perennial.watch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work in the background take no more than its share of one processor core, and ends it
 * when asked. The work asks {@link #goesOn} every few milliseconds and rests there. For one working
 * thread; any other may stop it.
 */
public final class Leisure implements AutoCloseable {
  private static final long LEAST_NANOS = 20_000_000;

  private final double share;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private long resumed = System.nanoTime();

  /**
   * @param share of the time in which the thread may work, in (0, 1]
   */
  public Leisure(double share) {
    this.share = share;
  }

  /** Begins the next piece of work: what went before was none of it. */
  void begin() {
    resumed = System.nanoTime();
  }

  /** Rests if it is time to. False where the work is to end now, without a result. */
  boolean goesOn() {
    long worked = System.nanoTime() - resumed;
    if (worked < LEAST_NANOS) {
      return stopped.getCount() > 0;
    }
    try {
      boolean over = stopped.await((long) (worked * (1 / share - 1)), TimeUnit.NANOSECONDS);
      resumed = System.nanoTime();
      return !over;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the work in progress, and lets none begin. */
  @Override
  public void close() {
    stopped.countDown();
  }
}
