package dev.perennial.training;

import dev.perennial.model.Kind;
import dev.perennial.serving.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Looks at the values of one column, row by row, and says what it seems to be. For one thread. */
final class ColumnTally {
  private static final int FIRST = 5;

  /** So many different values are a choice however few the rows. */
  private static final int FEW = 20;

  /** Beyond that, each value must come so often on average, and there be at most so many. */
  private static final int TIMES = 5;

  private static final int MANY = 500;
  private final Table.Column column;
  private final LinkedHashSet<String> labels;
  private final List<String> first = new ArrayList<>();
  private long missing;
  private long values;
  private long numbers;
  private long dates;
  private String oddOne = "";

  ColumnTally(Table.Column column) {
    this.column = column;
    labels = new LinkedHashSet<>(column.labels());
  }

  void add(String cell) {
    if (first.size() < FIRST) {
      first.add(cell);
    }
    if (cell.isEmpty()) {
      missing++;
      return;
    }
    values++;
    if (labels.size() <= GivenColumn.MOST_LABELS) {
      labels.add(cell);
    }
    if (Table.isNumber(cell)) {
      numbers++;
    } else if (oddOne.isEmpty()) {
      oddOne = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }
    dates += Table.millis(cell).isPresent() ? 1 : 0;
  }

  GivenColumn found() {
    return new GivenColumn(
        column.name(),
        column.kind(),
        guess(),
        missing,
        values,
        numbers,
        dates,
        List.copyOf(labels),
        first,
        oddOne);
  }

  private Optional<Kind> guess() {
    if (values == 0) {
      return Optional.empty();
    }
    Optional<Kind> declared = column.kind().filter(kind -> kind != Kind.STRING);
    if (declared.isPresent()) {
      return declared;
    }
    if (numbers == values) {
      return Optional.of(Kind.NUMERIC);
    }
    if (dates == values) {
      return Optional.of(Kind.DATE);
    }
    long different = labels.size();
    boolean few = different <= FEW || (different <= MANY && different * TIMES <= values);
    boolean choice = few && DataCheck.longValue(column.name(), List.copyOf(labels)).isEmpty();
    return Optional.of(choice && column.kind().isEmpty() ? Kind.NOMINAL : Kind.STRING);
  }
}
