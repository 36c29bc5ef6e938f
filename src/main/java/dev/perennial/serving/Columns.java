package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * Which column of a table holds which feature. The column "id", in upper or lower case, is carried
 * through to the answer, and the column of the target is passed over; every other column must be a
 * feature. Immutable.
 */
final class Columns {
  private final Inputs inputs;
  private final int[] features;
  private final int id;
  private final List<String> names;

  private Columns(Inputs inputs, List<String> names) {
    this.inputs = inputs;
    this.names = names;
    features = new int[names.size()];
    int ids = Inputs.NONE;
    for (int i = 0; i < features.length; i++) {
      features[i] = inputs.indexOf(names.get(i));
      ids = ids == Inputs.NONE && names.get(i).equalsIgnoreCase("id") ? i : ids;
    }
    id = ids;
  }

  /**
   * Takes the names of the columns in order; blanks around them do not count.
   *
   * @throws WrongColumns if one is unknown or there twice, or a feature has none and may not be
   *     missing
   */
  static Columns of(Inputs inputs, List<String> sent) throws WrongColumns {
    Columns columns = new Columns(inputs, sent.stream().map(TextRow::blanksOff).toList());
    RowCheck check = new RowCheck(inputs, new Budget());
    for (int i = 0; i < columns.features.length; i++) {
      String name = columns.names.get(i);
      if (columns.features[i] != Inputs.NONE || !columns.isPassedOver(i)) {
        check.named(name);
      }
    }
    if (check.finish() instanceof Checked.Refused refused) {
      throw new WrongColumns(refused.errors());
    }
    return columns;
  }

  private boolean isPassedOver(int column) {
    return column == id || names.get(column).equals(inputs.schema().target().name());
  }

  Optional<String> idColumn() {
    return id == Inputs.NONE ? Optional.empty() : Optional.of(names.get(id));
  }

  String idOf(List<String> cells) {
    return id == Inputs.NONE || id >= cells.size() ? "" : cells.get(id);
  }

  /** The row of these cells, one a column. */
  Checked check(List<String> cells) {
    if (cells.size() != features.length) {
      Said fault =
          Said.of("said.has-cells", Said.SUBJECT, (long) cells.size(), (long) features.length);
      return new Checked.Refused(List.of(FieldError.ofRow(fault)));
    }
    RowCheck check = new RowCheck(inputs, new Budget());
    for (int i = 0; i < features.length; i++) {
      if (features[i] != Inputs.NONE) {
        check.given(features[i]);
        TextRow.value(inputs, check, features[i], cells.get(i));
      }
    }
    return check.finish();
  }
}
