package dev.perennial.log;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes time-ordered, positive 64-bit ids: 41 bits of milliseconds since 2020-01-01T00:00Z (until
 * 2089), 6 bits of instance, 16 bits of sequence. Safe for use by many threads, without a lock.
 *
 * <p>The ids of one instance grow strictly. When the clock steps back, or a millisecond needs more
 * than 65,536 ids, they run ahead of the clock until it has caught up.
 */
public final class Ids {
  /** The largest instance number; the smallest is 0. */
  public static final int MAX_INSTANCE = 63;

  private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final int SEQUENCE_BITS = 16;
  private static final int TIME_SHIFT = 22;
  private static final long LAST_SEQUENCE = (1L << SEQUENCE_BITS) - 1;
  private static final long LAST_MILLI = (1L << 41) - 1;

  private final Clock clock;
  private final long instance;
  private final AtomicLong last;

  /**
   * @param instance which of the servers on one database this is, from 0 to {@link #MAX_INSTANCE}
   */
  public Ids(Clock clock, int instance) {
    if (instance < 0 || instance > MAX_INSTANCE) {
      throw new IllegalArgumentException(
          "an instance number is from 0 to " + MAX_INSTANCE + ", got " + instance);
    }
    this.clock = clock;
    this.instance = (long) instance << SEQUENCE_BITS;
    this.last = new AtomicLong();
  }

  /** A new id, larger than every id that this object gave before. */
  public long next() {
    while (true) {
      long before = last.get();
      long id = Math.max(first(clock.millis()), successor(before));
      if (last.compareAndSet(before, id)) {
        return id;
      }
    }
  }

  /**
   * Makes every later id larger than this one, which an earlier run gave: the clock may have been
   * set back since.
   */
  public void startAfter(long id) {
    long wholeMilli = ((id >>> TIME_SHIFT) << TIME_SHIFT) | instance | LAST_SEQUENCE;
    last.accumulateAndGet(wholeMilli, Math::max);
  }

  /** Milliseconds since 1970-01-01T00:00Z at which the id was made. */
  public static long millis(long id) {
    return (id >>> TIME_SHIFT) + EPOCH;
  }

  /** The smallest id that can be made at this time. */
  public static long firstAt(Instant time) {
    return sinceEpoch(time.toEpochMilli()) << TIME_SHIFT;
  }

  private long first(long millis) {
    return (sinceEpoch(millis) << TIME_SHIFT) | instance;
  }

  private static long sinceEpoch(long millis) {
    return Math.min(Math.max(millis - EPOCH, 0), LAST_MILLI);
  }

  private long successor(long id) {
    if ((id & LAST_SEQUENCE) == LAST_SEQUENCE) {
      return (((id >>> TIME_SHIFT) + 1) << TIME_SHIFT) | instance;
    }
    return id + 1;
  }
}
