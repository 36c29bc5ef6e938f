package dev.perennial.watch;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.JsonText;
import dev.perennial.model.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * The part of a prediction that its label is held against.
 *
 * @param version key of the version that answered
 * @param predicted index of the class given; -1 for a number
 * @param probabilities in class order
 * @param number that was given; 0 for a class
 */
record Labelled(int version, int predicted, double[] probabilities, double number) {
  private static final int AT_ONCE = 500;

  static Labelled of(Answered answered) {
    return new Labelled(
        answered.version(),
        answered.prediction().classes() == 0 ? -1 : answered.prediction().classIndex(),
        answered.prediction().probabilities(),
        answered.prediction().classes() == 0 ? answered.prediction().value() : 0);
  }

  boolean isNumber() {
    return probabilities.length == 0;
  }

  /** Those of these predictions that the database has, by id. */
  static Map<Long, Labelled> find(
      Handle handle, Collection<Long> predictions, IntFunction<Schema> schemas) {
    Map<Long, Labelled> found = new HashMap<>();
    List<Long> ids = new ArrayList<>(predictions);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      handle
          .createQuery(
              """
              SELECT id, model_version, answer, probabilities FROM prediction WHERE id IN (<ids>)
              """)
          .bindList("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
          .map(
              (row, context) -> {
                int version = row.getInt("model_version");
                List<String> classes = schemas.apply(version).classes();
                String answer = row.getString("answer");
                return Map.entry(
                    row.getLong("id"),
                    new Labelled(
                        version,
                        classes.indexOf(answer),
                        JsonText.numbers(row.getString("probabilities")),
                        classes.isEmpty() ? Double.parseDouble(answer) : 0));
              })
          .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }
    return found;
  }
}
