package dev.perennial.log;

import dev.perennial.db.Database;
import dev.perennial.log.Entry.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reads the labels that the drain has stored. Safe for use by many threads. The labels of a range
 * of predictions come with the rows of {@link PredictionLog}.
 */
public final class LabelLog {
  private static final String SELECT =
      """
      SELECT prediction, id, label, observed_at, source, actor
      FROM label
      """;

  /** A stretch of the table that holds more than this is not read for a few predictions. */
  private static final int LONGEST_STRETCH = 5_000;

  /** A code that no source has. */
  private static final int NOBODY = 0;

  private final Database database;

  public LabelLog(Database database) {
    this.database = database;
  }

  /** The label that holds, for those of these predictions that have one. */
  public Map<Long, Label> current(Collection<Long> predictions) {
    Map<Long, Label> current = new HashMap<>();
    database
        .read(handle -> histories(handle, predictions))
        .values()
        .forEach(history -> put(history, current));
    return current;
  }

  /**
   * As {@link #current}, cheaper where the predictions stand close together.
   *
   * @param predictions in order
   */
  Map<Long, Label> currentOf(List<Long> predictions) {
    if (predictions.isEmpty()) {
      return Map.of();
    }
    List<Label> stretch =
        between(predictions.get(0), predictions.get(predictions.size() - 1), LONGEST_STRETCH + 1);
    if (stretch.size() > LONGEST_STRETCH) {
      return current(predictions);
    }
    Map<Long, Label> current = new HashMap<>();
    put(stretch, current);
    return current;
  }

  /**
   * One label each of the newest predictions with an id below {@code before} that have one, the
   * newest prediction first: the label that holds or, without strangers, the last one that was not
   * told by a stranger, if there is such a one.
   */
  public List<Label> newest(long before, int most, boolean strangers) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE prediction < :before
                          AND id = COALESCE(
                            (SELECT MAX(other.id) FROM label other
                              WHERE other.prediction = label.prediction AND other.source <> :stranger),
                            (SELECT MAX(other.id) FROM label other
                              WHERE other.prediction = label.prediction))
                        ORDER BY prediction DESC
                        FETCH FIRST :most ROWS ONLY
                        """)
                .bind("before", before)
                .bind("stranger", strangers ? NOBODY : LabelSource.ANONYMOUS.code())
                .bind("most", most)
                .map((row, context) -> label(row))
                .list());
  }

  /**
   * A label as it came.
   *
   * @param version key of the version whose answer it is about
   */
  public record Arrived(long id, long prediction, int version, String text, LabelSource source) {}

  /** The labels with an id above {@code after} in order of arrival, corrections among them. */
  public List<Arrived> arrived(long after, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT label.id, label.prediction, prediction.model_version, label.label,
                      label.source
                    FROM label JOIN prediction ON prediction.id = label.prediction
                    WHERE label.id > :after
                    ORDER BY label.id
                    FETCH FIRST :most ROWS ONLY
                    """)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Arrived(
                            row.getLong("id"),
                            row.getLong("prediction"),
                            row.getInt("model_version"),
                            row.getString("label"),
                            LabelSource.of(row.getInt("source"))))
                .list());
  }

  /** The last of each prediction is the one that holds. */
  private static void put(List<Label> inOrder, Map<Long, Label> current) {
    inOrder.forEach(label -> current.put(label.prediction(), label));
  }

  private List<Label> between(long first, long last, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE prediction BETWEEN :first AND :last
                        ORDER BY prediction, id
                        FETCH FIRST :most ROWS ONLY
                        """)
                .bind("first", first)
                .bind("last", last)
                .bind("most", most)
                .map((row, context) -> label(row))
                .list());
  }

  /** All labels of one prediction, oldest first: the last one holds. */
  public List<Label> history(long prediction) {
    return database
        .read(handle -> histories(handle, List.of(prediction)))
        .getOrDefault(prediction, List.of());
  }

  /** All labels of these predictions, each oldest first, within a transaction. */
  public static Map<Long, List<Label>> histories(Handle handle, Collection<Long> predictions) {
    Map<Long, List<Label>> histories = new HashMap<>();
    PredictionLog.inParts(
        predictions,
        part ->
            handle
                .createQuery(SELECT + "WHERE prediction IN (<predictions>) ORDER BY prediction, id")
                .bindList("predictions", part)
                .map((row, context) -> label(row))
                .forEach(
                    label ->
                        histories
                            .computeIfAbsent(label.prediction(), key -> new ArrayList<>())
                            .add(label)));
    return histories;
  }

  private static Label label(ResultSet row) throws SQLException {
    OffsetDateTime observed = row.getObject("observed_at", OffsetDateTime.class);
    return new Label(
        row.getLong("id"),
        row.getLong("prediction"),
        row.getString("label"),
        observed == null ? 0 : observed.toInstant().toEpochMilli(),
        LabelSource.of(row.getInt("source")),
        row.getString("actor"));
  }
}
