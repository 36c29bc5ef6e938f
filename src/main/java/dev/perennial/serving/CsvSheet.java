package dev.perennial.serving;

import dev.perennial.words.Said;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table in CSV whose first line names the columns. For one thread. */
public final class CsvSheet implements Sheet {
  private final Csv csv;
  private final Columns columns;

  private CsvSheet(Csv csv, Columns columns) {
    this.csv = csv;
    this.columns = columns;
  }

  /**
   * Reads the first line.
   *
   * @throws MalformedCsv if there is none
   * @throws WrongColumns if it names others than the model's
   */
  public static CsvSheet open(Inputs inputs, InputStream body) throws MalformedCsv, WrongColumns {
    Csv csv = new Csv(Utf8.reader(body));
    List<String> header = csv.next();
    if (header.isEmpty()) {
      throw new MalformedCsv(Said.of("said.csv-empty"));
    }
    return new CsvSheet(csv, Columns.of(inputs, header));
  }

  /**
   * Reads a whole table of at most as many rows as the policy lets one request hold.
   *
   * @throws MalformedCsv if it cannot be read to its end
   * @throws WrongColumns as {@link #open}
   */
  public static Batch all(Inputs inputs, InputStream body) throws MalformedCsv, WrongColumns {
    CsvSheet sheet = open(inputs, body);
    int most = inputs.policy().mostRows();
    List<Checked> rows = new ArrayList<>();
    for (Optional<Line> next = sheet.next(); next.isPresent(); next = sheet.next()) {
      rows.add(next.get().row());
      if (rows.size() > most) {
        return JsonRows.tooMany(most);
      }
    }
    return new Batch(false, rows);
  }

  @Override
  public Optional<String> idColumn() {
    return columns.idColumn();
  }

  @Override
  public char delimiter() {
    return csv.delimiter();
  }

  @Override
  public Optional<Line> next() throws MalformedCsv {
    List<String> cells = csv.next();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Line(columns.idOf(cells), cells, columns.check(cells)));
  }
}
