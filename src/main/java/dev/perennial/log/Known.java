package dev.perennial.log;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds the entries that the database already has: after a kill between a commit and the end of a
 * segment the same rows come once more.
 */
final class Known {
  /** Ids further apart than this (one second) are looked for in ranges of their own. */
  private static final long GAP = 1000L << 22;

  private Known() {}

  /** The entries that are not in their tables yet, in the same order. */
  static List<Entry> fresh(Handle handle, List<Entry> entries) {
    Set<Entry> there = new HashSet<>();
    for (Class<? extends Entry> type : RowWriter.types()) {
      List<? extends Entry> some = RowWriter.of(type, entries);
      Set<Long> ids = idsThere(handle, RowWriter.table(type), some);
      some.stream().filter(entry -> ids.contains(entry.id())).forEach(there::add);
    }
    return there.isEmpty()
        ? entries
        : entries.stream().filter(entry -> !there.contains(entry)).toList();
  }

  private static Set<Long> idsThere(Handle handle, String table, List<? extends Entry> entries) {
    long[] ids = entries.stream().mapToLong(Entry::id).sorted().toArray();
    Set<Long> there = new HashSet<>();
    int from = 0;
    for (int i = 1; i <= ids.length; i++) {
      if (i == ids.length || ids[i] - ids[i - 1] > GAP) {
        there.addAll(idsBetween(handle, table, ids[from], ids[i - 1]));
        from = i;
      }
    }
    return there;
  }

  private static List<Long> idsBetween(Handle handle, String table, long first, long last) {
    return handle
        .createQuery("SELECT id FROM <table> WHERE id BETWEEN :first AND :last")
        .define("table", table)
        .bind("first", first)
        .bind("last", last)
        .mapTo(Long.class)
        .list();
  }
}
