package dev.perennial.log;

import java.util.List;

/**
 * Appends what comes in bulk: it waits where a single answer would be refused, and leaves half of
 * the journal to those, so that a batch does not shut others out. Safe for use by many threads.
 */
public final class Bulk {
  private static final long PAUSE_MILLIS = 10;
  private final Journal journal;

  public Bulk(Journal journal) {
    this.journal = journal;
  }

  /**
   * Returns when all entries are as durable as the setting promises; waits while less than half of
   * the journal is free or it cannot be written.
   *
   * @throws JournalException if it gave up or the thread was interrupted; then none of the entries
   *     will reach the database
   */
  public void append(List<? extends Entry> entries, Patience patience) {
    long start = System.nanoTime();
    while (true) {
      String why = "more than half of the journal waits for the database";
      try {
        if (journal.hasRoomForBulk()) {
          journal.append(entries);
          return;
        }
      } catch (JournalException e) {
        why = String.valueOf(e.getMessage());
      }
      if (patience.isOver(start)) {
        throw new JournalException(why);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalException("the wait for the journal was interrupted", e);
    }
  }
}
