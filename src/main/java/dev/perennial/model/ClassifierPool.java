package dev.perennial.model;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends independent copies of one classifier, each to one thread at a time: Weka's classifiers keep
 * scratch state that two threads would mix up.
 *
 * <p>Safe for use by many threads. The permits bound how many copies there are; the queue is
 * lock-free. A copy that failed is not lent again: it may have been left half-way, and a new one
 * takes its place at the next call.
 */
final class ClassifierPool<C> {
  private final Supplier<C> make;
  private final Semaphore permits;
  private final Queue<C> idle = new ConcurrentLinkedQueue<>();

  /** Makes all copies now, so that no request waits for one. */
  ClassifierPool(int copies, Supplier<C> make) {
    this.make = make;
    permits = new Semaphore(copies);
    for (int i = 0; i < copies; i++) {
      idle.add(make.get());
    }
  }

  /**
   * Runs the work on a copy that no other thread has. An interrupt does not end the wait: it is as
   * short as an answer.
   */
  <T> T with(Function<C, T> work) {
    permits.acquireUninterruptibly();
    try {
      C free = idle.poll();
      C copy = free == null ? make.get() : free;
      T result = work.apply(copy);
      idle.add(copy);
      return result;
    } finally {
      permits.release();
    }
  }
}
