package dev.perennial.watch;

import dev.perennial.log.JsonText;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The newest rows and labels of a version, read from the log at a cost that has a bound. */
final class LiveRows {
  /** No version's rows are looked for beyond so many of all versions together. */
  private static final int FARTHEST = 20_000;

  private LiveRows() {}

  /** Rows with their answers as values that are watched, oldest first. */
  static double[][] newest(Handle handle, int version, Schema schema, int most) {
    List<double[]> rows =
        handle
            .createQuery(
                """
                SELECT inputs, answer, probabilities FROM prediction
                WHERE model_version = :version
                  AND id >= (SELECT COALESCE(MIN(id), 0) FROM
                    (SELECT id FROM prediction ORDER BY id DESC
                      FETCH FIRST :farthest ROWS ONLY) newest)
                ORDER BY id DESC
                FETCH FIRST :most ROWS ONLY
                """)
            .bind("version", version)
            .bind("farthest", FARTHEST)
            .bind("most", most)
            .map(
                (row, context) ->
                    watched(
                        schema,
                        row.getString("inputs"),
                        row.getString("answer"),
                        row.getString("probabilities")))
            .list();
    Collections.reverse(rows);
    return rows.toArray(double[][]::new);
  }

  private static double[] watched(
      Schema schema, String inputs, String answer, String probabilities) {
    Row row = Row.of(schema, JsonText.values(inputs));
    Prediction prediction =
        schema.classes().isEmpty()
            ? Prediction.ofNumber(Double.parseDouble(answer))
            : Prediction.ofClass(JsonText.numbers(probabilities));
    return WatchedRow.of(schema, row, prediction);
  }

  /**
   * Labels in the order of their arrival: true class times the number of classes, and the given.
   */
  static double[][] cells(Handle handle, int version, IntFunction<Schema> schemas, int most) {
    record Told(long prediction, String label) {}
    List<Told> told =
        handle
            .createQuery(
                """
                SELECT prediction, label FROM label
                ORDER BY id DESC
                FETCH FIRST :most ROWS ONLY
                """)
            .bind("most", most)
            .map((row, context) -> new Told(row.getLong("prediction"), row.getString("label")))
            .list();
    Collections.reverse(told);
    Map<Long, Labelled> answers =
        Labelled.find(handle, told.stream().map(Told::prediction).distinct().toList(), schemas);
    List<String> classes = schemas.apply(version).classes();
    List<double[]> cells = new ArrayList<>();
    for (Told each : told) {
      int actual = classes.indexOf(each.label());
      @Nullable Labelled answer = answers.get(each.prediction());
      if (actual >= 0 && answer != null && answer.version() == version && answer.predicted() >= 0) {
        cells.add(new double[] {actual * classes.size() + answer.predicted()});
      }
    }
    return cells.toArray(double[][]::new);
  }
}
