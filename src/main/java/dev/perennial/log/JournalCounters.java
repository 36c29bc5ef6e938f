package dev.perennial.log;

import java.util.concurrent.atomic.LongAdder;

/** What a journal has counted since it was opened. Safe for use by many threads. */
public final class JournalCounters {
  final LongAdder groupsWritten = new LongAdder();
  final LongAdder entriesDropped = new LongAdder();
  final LongAdder timesForced = new LongAdder();
  final LongAdder writesFailed = new LongAdder();
  final LongAdder placesDamaged = new LongAdder();

  JournalCounters() {}

  /** Writes to the file, each with the entries of all threads that were waiting. */
  public long groups() {
    return groupsWritten.sum();
  }

  /** Entries that nobody waited for and that were not kept. */
  public long dropped() {
    return entriesDropped.sum();
  }

  /** Times that the disk was asked to keep what was written. */
  public long forced() {
    return timesForced.sum();
  }

  /** Writes and forces that failed. */
  public long failures() {
    return writesFailed.sum();
  }

  /** Places in old segments where no entry could be read. */
  public long damaged() {
    return placesDamaged.sum();
  }
}
