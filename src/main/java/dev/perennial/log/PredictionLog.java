package dev.perennial.log;

import dev.perennial.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the prediction table by key. Safe for use by many threads. */
public final class PredictionLog {
  private static final int PAGE = 1_000;

  private final Database database;

  public PredictionLog(Database database) {
    this.database = database;
  }

  /**
   * One row of the table. Inputs and probabilities are JSON arrays as stored; warnings is "[]"
   * where there are none.
   */
  public record Logged(
      long id,
      long request,
      int version,
      Source source,
      String inputs,
      String answer,
      String probabilities,
      int parseMicros,
      int scoreMicros,
      String warnings) {}

  /**
   * Hands over, in order of id, at most {@code limit} rows of these versions with {@code after < id
   * < before}, reading page by page so that memory stays flat. No connection is held while a row is
   * handed over, so a slow reader keeps nobody waiting.
   */
  public void read(
      Set<Integer> versions, long after, long before, long limit, Consumer<Logged> to) {
    long last = after;
    long left = versions.isEmpty() ? 0 : limit;
    while (left > 0) {
      int size = (int) Math.min(PAGE, left);
      List<Logged> page = page(versions, last, before, size);
      page.forEach(to);
      if (page.size() < size) {
        return;
      }
      last = page.get(size - 1).id();
      left -= size;
    }
  }

  /** The row of this id, if the database has it. */
  public Optional<Logged> find(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, request, model_version, source, inputs, answer, probabilities,
                      parse_us, score_us, warnings
                    FROM prediction
                    WHERE id = :id
                    """)
                .bind("id", id)
                .map((row, context) -> logged(row))
                .findOne());
  }

  /** The largest id in the tables, or 0: see {@link Ids#startAfter}. */
  public long lastId() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM prediction WHERE id = (SELECT MAX(id) FROM prediction)
                    UNION ALL
                    SELECT id FROM request WHERE id = (SELECT MAX(id) FROM request)
                    UNION ALL
                    SELECT id FROM failed_attempt WHERE id = (SELECT MAX(id) FROM failed_attempt)
                    """)
                .mapTo(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
  }

  private List<Logged> page(Set<Integer> versions, long after, long before, int size) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, request, model_version, source, inputs, answer, probabilities,
                      parse_us, score_us, warnings
                    FROM prediction
                    WHERE id > :after AND id < :before AND model_version IN (<versions>)
                    ORDER BY id
                    FETCH FIRST :size ROWS ONLY
                    """)
                .bindList("versions", List.copyOf(versions))
                .bind("after", after)
                .bind("before", before)
                .bind("size", size)
                .map((row, context) -> logged(row))
                .list());
  }

  private static Logged logged(ResultSet row) throws SQLException {
    String warnings = row.getString("warnings");
    return new Logged(
        row.getLong("id"),
        row.getLong("request"),
        row.getInt("model_version"),
        Source.of(row.getInt("source")),
        row.getString("inputs"),
        row.getString("answer"),
        row.getString("probabilities"),
        row.getInt("parse_us"),
        row.getInt("score_us"),
        warnings == null ? "[]" : warnings);
  }
}
