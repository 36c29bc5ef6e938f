package dev.perennial.training;

import dev.perennial.db.Database;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code shadow}, and the champion's rows beside it. Safe for use by many threads. */
final class ShadowTable {
  private static final int SLICE = 1_000;

  private final Database database;

  ShadowTable(Database database) {
    this.database = database;
  }

  /** A row that the champion answered. */
  record Asked(long id, String inputs, String answer, String probabilities) {}

  /** A challenger's answer to such a row. */
  record Answered(long prediction, String answer, String probabilities, boolean agrees) {}

  /** Both answers to one row, as probabilities in JSON, and as text. */
  record Both(
      long prediction,
      String champion,
      String championProbabilities,
      String challenger,
      String challengerProbabilities) {}

  /** How many rows there are, and in how many both agree. */
  record Counts(long rows, long agreed) {}

  /** Rows that this version answered with {@code after < id <= upTo}, in order. */
  List<Asked> asked(int champion, long after, long upTo, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, inputs, answer, probabilities FROM prediction
                    WHERE id > :after AND id <= :upTo AND model_version = :champion
                    ORDER BY id
                    FETCH FIRST :most ROWS ONLY
                    """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("champion", champion)
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Asked(
                            row.getLong("id"),
                            row.getString("inputs"),
                            row.getString("answer"),
                            row.getString("probabilities")))
                .list());
  }

  /** How many rows {@link #asked} would give without a bound. */
  long waiting(int champion, long after, long upTo) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM prediction
                    WHERE id > :after AND id <= :upTo AND model_version = :champion
                    """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("champion", champion)
                .mapTo(Long.class)
                .one());
  }

  void add(int version, List<Answered> answers) {
    if (answers.isEmpty()) {
      return;
    }
    database.run(
        handle -> {
          try (PreparedBatch batch =
              handle.prepareBatch(
                  """
                  INSERT INTO shadow (version, prediction, answer, probabilities, agrees)
                  VALUES (:version, :prediction, :answer, :probabilities, :agrees)
                  """)) {
            for (Answered each : answers) {
              batch
                  .bind("version", version)
                  .bind("prediction", each.prediction())
                  .bind("answer", each.answer())
                  .bind("probabilities", each.probabilities())
                  .bind("agrees", each.agrees())
                  .add();
            }
            int[] unused = batch.execute();
          }
        });
  }

  /** Both answers to those of these predictions that both have answered. */
  List<Both> both(int version, List<Long> predictions) {
    if (predictions.isEmpty()) {
      return List.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT prediction.id, prediction.answer, prediction.probabilities,
                      shadow.answer AS other, shadow.probabilities AS others
                    FROM shadow JOIN prediction ON prediction.id = shadow.prediction
                    WHERE shadow.version = :version AND shadow.prediction IN (<predictions>)
                    """)
                .bind("version", version)
                .bindList("predictions", predictions)
                .map(
                    (row, context) ->
                        new Both(
                            row.getLong("id"),
                            row.getString("answer"),
                            row.getString("probabilities"),
                            row.getString("other"),
                            row.getString("others")))
                .list());
  }

  Counts counts(int version) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN agrees THEN 1 ELSE 0 END), 0) AS agreed
                    FROM shadow WHERE version = :version
                    """)
                .bind("version", version)
                .map((row, context) -> new Counts(row.getLong("n"), row.getLong("agreed")))
                .one());
  }

  /** The newest row that this version has answered. */
  OptionalLong last(int version) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT prediction FROM shadow WHERE version = :version ORDER BY prediction DESC FETCH FIRST 1 ROWS ONLY")
                .bind("version", version)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
  }

  /** Deletes the oldest rows of a version, in small transactions, and gives what went. */
  Counts deleteOldest(int version, long rows) {
    long went = 0;
    long agreed = 0;
    while (went < rows) {
      int most = (int) Math.min(SLICE, rows - went);
      Counts slice = database.write(handle -> deleteSlice(handle, version, most));
      went += slice.rows();
      agreed += slice.agreed();
      if (slice.rows() < most) {
        break;
      }
    }
    return new Counts(went, agreed);
  }

  private static Counts deleteSlice(Handle handle, int version, int most) {
    record Slice(long last, Counts counts) {}
    Slice slice =
        handle
            .createQuery(
                """
                SELECT COALESCE(MAX(prediction), 0) AS newest, COUNT(*) AS n,
                  COALESCE(SUM(CASE WHEN agrees THEN 1 ELSE 0 END), 0) AS agreed
                FROM (SELECT prediction, agrees FROM shadow WHERE version = :version
                      ORDER BY prediction FETCH FIRST :most ROWS ONLY) AS oldest
                """)
            .bind("version", version)
            .bind("most", most)
            .map(
                (row, context) ->
                    new Slice(
                        row.getLong("newest"), new Counts(row.getLong("n"), row.getLong("agreed"))))
            .one();
    int unused =
        handle
            .createUpdate("DELETE FROM shadow WHERE version = :version AND prediction <= :last")
            .bind("version", version)
            .bind("last", slice.last())
            .execute();
    return slice.counts();
  }
}
