package dev.perennial.log;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The statements by which rows are found that are to be erased, and deleted. */
final class ErasableRows {
  /** Small enough for the list of one statement and for a short transaction. */
  private static final int AT_ONCE = 500;

  private ErasableRows() {}

  /** The next ids of predictions, in order. */
  static List<Long> predictions(Handle handle, Erasure erasure, Set<Integer> keys, long after) {
    return handle
        .createQuery(
            """
            SELECT id FROM prediction
            WHERE id > :after AND id < :before AND model_version IN (<versions>)
            ORDER BY id
            FETCH FIRST :most ROWS ONLY
            """)
        .bindList("versions", List.copyOf(keys))
        .bind("after", after)
        .bind("before", erasure.before())
        .bind("most", AT_ONCE)
        .mapTo(Long.class)
        .list();
  }

  /** The next ids of attempts that were refused, in order. */
  static List<Long> attempts(Handle handle, Erasure erasure, long after) {
    return handle
        .createQuery(
            """
            SELECT id FROM failed_attempt
            WHERE id > :after AND id < :before AND model = :model
            ORDER BY id
            FETCH FIRST :most ROWS ONLY
            """)
        .bind("model", erasure.model())
        .bind("after", after)
        .bind("before", erasure.before())
        .bind("most", AT_ONCE)
        .mapTo(Long.class)
        .list();
  }

  static int delete(Handle handle, String table, String key, List<Long> ids) {
    return handle
        .createUpdate("DELETE FROM <table> WHERE <key> IN (<ids>)")
        .define("table", table)
        .define("key", key)
        .bindList("ids", ids)
        .execute();
  }

  /** Labels that were told while their prediction went. */
  static int deleteOrphans(Handle handle, Erasure erasure) {
    return handle
        .createUpdate(
            """
            DELETE FROM label
            WHERE prediction > :after AND prediction < :before
              AND NOT EXISTS (SELECT 1 FROM prediction WHERE prediction.id = label.prediction)
            """)
        .bind("after", erasure.after())
        .bind("before", erasure.before())
        .execute();
  }
}
