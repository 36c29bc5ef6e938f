package dev.perennial.serving;

import dev.perennial.model.ArffColumn;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A table in ARFF, dense or sparse, read line by line: a row that is wrong sinks no other. A weight
 * at the end of a row is passed over. For one thread.
 */
public final class ArffSheet implements Sheet {
  private final ArffTable table;
  private final Columns columns;

  private ArffSheet(ArffTable table, Columns columns) {
    this.table = table;
    this.columns = columns;
  }

  /**
   * Reads the header.
   *
   * @throws MalformedCsv if there is none
   * @throws WrongColumns if it declares other attributes than the model's
   */
  public static ArffSheet open(Inputs inputs, InputStream body) throws MalformedCsv, WrongColumns {
    ArffTable table = ArffTable.open(body);
    List<String> names = table.attributes().stream().map(ArffColumn::name).toList();
    return new ArffSheet(table, Columns.of(inputs, names));
  }

  @Override
  public Optional<String> idColumn() {
    return columns.idColumn();
  }

  @Override
  public char delimiter() {
    return ',';
  }

  @Override
  public Optional<Line> next() throws MalformedCsv {
    return table.next().map(this::row);
  }

  private Line row(ArffTable.Line line) {
    if (line.fault().isPresent()) {
      Checked refused = new Checked.Refused(List.of(FieldError.ofRow(line.fault().get())));
      return new Line("", List.of(line.text()), refused);
    }
    List<String> cells = line.cells();
    return new Line(columns.idOf(cells), cells, columns.check(cells));
  }
}
