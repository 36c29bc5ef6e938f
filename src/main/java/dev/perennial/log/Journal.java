package dev.perennial.log;

import java.util.List;

/** Append-only, checksummed files in front of the database. Safe for use by many threads. */
public final class Journal implements AutoCloseable {
  private Journal() {}

  /**
   * Returns when all entries are as durable as the setting promises.
   *
   * @throws JournalException if they are not; then none of them will reach the database
   */
  public void append(List<? extends Entry> entries) {
    throw new UnsupportedOperationException("not built yet: " + entries);
  }

  /** Takes an entry that nobody waits for; it is written with the next group. Never throws. */
  public void enqueue(Entry entry) {
    throw new UnsupportedOperationException("not built yet: " + entry);
  }

  /** True if an append now would be taken. */
  public boolean accepts() {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void close() {}
}
