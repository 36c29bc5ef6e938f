package dev.perennial.log;

import dev.perennial.db.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.generic.GenericType;

/** Reads the prediction table by key. Safe for use by many threads. */
public final class PredictionLog {
  private static final int PAGE = 1_000;
  private static final int SMALLEST_PAGE = 100;
  private static final int IDS_AT_ONCE = 500;

  private static final String SELECT =
      """
      SELECT id, request, model_version, source, inputs, answer, probabilities, parse_us, score_us,
        warnings
      FROM prediction
      """;

  private final Database database;
  private final LabelLog labels;

  public PredictionLog(Database database) {
    this.database = database;
    this.labels = new LabelLog(database);
  }

  /**
   * One row of the table. Inputs and probabilities are JSON arrays as stored; warnings is "[]"
   * where there are none.
   *
   * @param label what holds as the true answer at the time of reading
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
      String warnings,
      Optional<Entry.Label> label) {
    private Logged with(Optional<Entry.Label> holding) {
      return new Logged(
          id,
          request,
          version,
          source,
          inputs,
          answer,
          probabilities,
          parseMicros,
          scoreMicros,
          warnings,
          holding);
    }
  }

  /**
   * Hands over, in order of id, at most {@code limit} rows of these versions with {@code after < id
   * < before}, reading page by page so that memory stays flat. No connection is held while a row is
   * handed over, so a slow reader keeps nobody waiting.
   */
  public void read(
      Set<Integer> versions, long after, long before, long limit, Consumer<Logged> to) {
    read(versions, after, before, limit, row -> true, to);
  }

  /** As the other, and only rows that are wanted; the others are read, and do not count. */
  public void read(
      Set<Integer> versions,
      long after,
      long before,
      long limit,
      Predicate<Logged> wanted,
      Consumer<Logged> to) {
    long last = after;
    long left = versions.isEmpty() ? 0 : limit;
    while (left > 0) {
      int size = (int) Math.min(PAGE, Math.max(left, SMALLEST_PAGE));
      List<Logged> page = page(versions, last, before, size);
      List<Logged> some = page.stream().filter(wanted).limit(left).toList();
      some.forEach(to);
      if (page.size() < size) {
        return;
      }
      last = page.get(size - 1).id();
      left -= some.size();
    }
  }

  /** The row of this id, if the database has it. */
  public Optional<Logged> find(long id) {
    Optional<Logged> row =
        database.read(
            handle ->
                handle
                    .createQuery(SELECT + "WHERE id = :id")
                    .bind("id", id)
                    .map((found, context) -> logged(found))
                    .findOne());
    return row.map(one -> labelled(List.of(one)).get(0));
  }

  /** The rows of these ids that the database has, without their labels. */
  public Map<Long, Logged> find(Collection<Long> ids) {
    Map<Long, Logged> rows = new HashMap<>();
    inParts(ids, part -> rowsOf(part).forEach(row -> rows.put(row.id(), row)));
    return rows;
  }

  private List<Logged> rowsOf(List<Long> ids) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> logged(row))
                .list());
  }

  /** The newest rows of these versions, the newest first, without their labels. */
  public List<Logged> newest(Set<Integer> versions, int most) {
    return versions.isEmpty()
        ? List.of()
        : database.read(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            WHERE model_version IN (<versions>)
                            ORDER BY id DESC
                            FETCH FIRST :most ROWS ONLY
                            """)
                    .bindList("versions", List.copyOf(versions))
                    .bind("most", most)
                    .map((row, context) -> logged(row))
                    .list());
  }

  /** The version that answered, for those of these predictions that the database has. */
  public Map<Long, Integer> versions(Collection<Long> ids) {
    Map<Long, Integer> versions = new HashMap<>();
    inParts(ids, part -> versions.putAll(versionsOf(part)));
    return versions;
  }

  private Map<Long, Integer> versionsOf(List<Long> ids) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT id, model_version FROM prediction WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .setMapKeyColumn("id")
                .setMapValueColumn("model_version")
                .collectInto(new GenericType<Map<Long, Integer>>() {}));
  }

  /** Lists of a size that a statement's parameters can take. */
  static void inParts(Collection<Long> ids, Consumer<List<Long>> to) {
    List<Long> sorted = ids.stream().sorted().distinct().toList();
    for (int from = 0; from < sorted.size(); from += IDS_AT_ONCE) {
      to.accept(sorted.subList(from, Math.min(from + IDS_AT_ONCE, sorted.size())));
    }
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
                    UNION ALL
                    SELECT id FROM label WHERE id = (SELECT MAX(id) FROM label)
                    """)
                .mapTo(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
  }

  private List<Logged> page(Set<Integer> versions, long after, long before, int size) {
    return labelled(
        database.read(
            handle ->
                handle
                    .createQuery(
                        SELECT
                            + """
                            WHERE id > :after AND id < :before AND model_version IN (<versions>)
                            ORDER BY id
                            FETCH FIRST :size ROWS ONLY
                            """)
                    .bindList("versions", List.copyOf(versions))
                    .bind("after", after)
                    .bind("before", before)
                    .bind("size", size)
                    .map((row, context) -> logged(row))
                    .list()));
  }

  /** A join would look every row up on its own, at ten times the cost. */
  private List<Logged> labelled(List<Logged> rows) {
    Map<Long, Entry.Label> current = labels.currentOf(rows.stream().map(Logged::id).toList());
    return rows.stream().map(row -> row.with(Optional.ofNullable(current.get(row.id())))).toList();
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
        warnings == null ? "[]" : warnings,
        Optional.empty());
  }
}
