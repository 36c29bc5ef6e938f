package dev.perennial.watch;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.monitor.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * How a row and its answer become the values that are watched: a number or a date as it is, a
 * label's index, the length of a text in characters; then the answer, and for classes its
 * probability. NaN where missing, -1 for a label that the schema does not list.
 */
final class WatchedRow {
  private WatchedRow() {}

  /** The columns of inputs. */
  static List<Column> inputs(Schema schema, double[] importance) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.features().size(); i++) {
      Feature feature = schema.features().get(i);
      columns.add(new Column(feature.name(), Column.Role.FEATURE, feature.values(), importance[i]));
    }
    return columns;
  }

  /** The columns of answers. */
  static List<Column> answers(Schema schema) {
    String name = schema.target().name();
    Column answer = new Column(name, Column.Role.PREDICTION, schema.classes(), 0);
    return schema.classes().isEmpty()
        ? List.of(answer)
        : List.of(answer, new Column("confidence", Column.Role.CONFIDENCE, List.of(), 0));
  }

  static double[] inputs(Schema schema, Row row) {
    double[] values = new double[row.size()];
    for (int i = 0; i < values.length; i++) {
      boolean text = schema.features().get(i).kind() == Kind.STRING && !row.isMissing(i);
      values[i] = text ? row.text(i).length() : row.value(i);
    }
    return values;
  }

  static double[] answers(Prediction prediction) {
    return prediction.classes() == 0
        ? new double[] {prediction.value()}
        : new double[] {prediction.classIndex(), prediction.probability(prediction.classIndex())};
  }

  /** Inputs, then answers. */
  static double[] of(Schema schema, Row row, Prediction prediction) {
    double[] inputs = inputs(schema, row);
    double[] answers = answers(prediction);
    double[] values = new double[inputs.length + answers.length];
    System.arraycopy(inputs, 0, values, 0, inputs.length);
    System.arraycopy(answers, 0, values, inputs.length, answers.length);
    return values;
  }
}
