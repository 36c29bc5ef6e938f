package dev.perennial.serving;

import dev.perennial.model.Kind;
import dev.perennial.words.Said;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A table of columns that nobody knows yet, in CSV or ARFF, read row by row. Unlike a {@link Sheet}
 * it is refused as a whole for one row that is wrong. For one thread.
 */
public final class Table {
  private static final int HEAD = 64;

  /** Gives the rows of either form. */
  private interface Rows {
    Optional<List<String>> next() throws MalformedCsv;
  }

  private final List<Column> columns;
  private final List<Set<String>> labels;
  private final Rows rows;
  private long row;

  private Table(List<Column> columns, Rows rows) {
    this.columns = columns;
    this.labels = columns.stream().map(column -> Set.copyOf(column.labels())).toList();
    this.rows = rows;
  }

  /**
   * A column as the file declares it.
   *
   * @param kind nothing in CSV
   * @param labels of a nominal attribute
   */
  public record Column(String name, Optional<Kind> kind, List<String> labels) {}

  /**
   * Reads the header; ARFF is known by its beginning.
   *
   * @throws MalformedCsv with a sentence if there is none, or a column has no name or another's
   */
  public static Table open(InputStream bytes) throws MalformedCsv {
    try {
      BufferedInputStream body = new BufferedInputStream(bytes, 1 << 16);
      body.mark(HEAD);
      byte[] head = body.readNBytes(HEAD);
      body.reset();
      return isArff(head) ? arff(body) : csv(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isArff(byte[] head) throws MalformedCsv {
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      throw new MalformedCsv(Said.of("said.table-is-a-zip"));
    }
    for (byte each : head) {
      if (each == 0) {
        throw new MalformedCsv(Said.of("said.table-not-utf-8"));
      }
    }
    String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
    String start = text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    return start.startsWith("%") || start.toLowerCase(Locale.ROOT).startsWith("@relation");
  }

  private static Table arff(InputStream body) throws MalformedCsv {
    ArffTable table = ArffTable.open(body);
    List<Column> columns =
        table.attributes().stream()
            .map(each -> new Column(each.name(), Optional.of(each.kind()), each.labels()))
            .toList();
    check(columns);
    long[] row = new long[1];
    return new Table(
        columns,
        () -> {
          row[0]++;
          Optional<ArffTable.Line> line = table.next();
          Optional<Said> fault = line.flatMap(ArffTable.Line::fault);
          if (fault.isPresent()) {
            throw new MalformedCsv(
                Said.of("said.full-stop", fault.get().about(Said.of("said.row-number", row[0]))));
          }
          return line.map(ArffTable.Line::cells);
        });
  }

  private static Table csv(InputStream body) throws MalformedCsv {
    Csv csv = new Csv(Utf8.reader(body));
    List<String> names = csv.next();
    if (names.isEmpty()) {
      throw new MalformedCsv(Said.of("said.file-empty"));
    }
    List<Column> columns =
        names.stream()
            .map(name -> new Column(TextRow.blanksOff(name), Optional.empty(), List.of()))
            .toList();
    check(columns);
    return new Table(columns, () -> Optional.of(csv.next()).filter(cells -> !cells.isEmpty()));
  }

  private static void check(List<Column> columns) throws MalformedCsv {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (name.isEmpty()) {
        throw new MalformedCsv(Said.of("said.column-without-a-name", i + 1L));
      }
      if (!Shown.isStorable(name) || name.chars().anyMatch(Character::isISOControl)) {
        throw new MalformedCsv(Said.of("said.column-of-an-odd-name", i + 1L));
      }
      if (!names.add(name)) {
        throw new MalformedCsv(Said.of("said.columns-of-one-name", Shown.text(name)));
      }
    }
  }

  public List<Column> columns() {
    return columns;
  }

  /**
   * The cells of the next row, one for each column; a missing value is empty. Nothing at the end.
   *
   * @throws MalformedCsv with a sentence if the text cannot be read on, or the row has other cells
   *     than there are columns, or a value that the header does not declare
   * @throws UncheckedIOException if the text breaks off
   */
  public Optional<List<String>> next() throws MalformedCsv {
    Optional<List<String>> next = rows.next();
    if (next.isEmpty()) {
      return next;
    }
    row++;
    List<String> cells = next.get();
    if (cells.size() != columns.size()) {
      throw new MalformedCsv(
          Said.of("said.row-of-other-width", row, (long) cells.size(), (long) columns.size()));
    }
    for (int i = 0; i < cells.size(); i++) {
      check(i, cells.get(i));
    }
    return Optional.of(cells.stream().map(Table::value).toList());
  }

  private void check(int at, String cell) throws MalformedCsv {
    if (!Shown.isStorable(cell)) {
      throw new MalformedCsv(
          Said.of("said.full-stop", Said.of("said.not-unicode", Said.of("said.row-number", row))));
    }
    Column column = columns.get(at);
    if (!cell.isEmpty() && column.kind().isPresent() && !fits(at, column.kind().get(), cell)) {
      throw new MalformedCsv(
          Said.of("said.row-not-declared", row, Shown.text(cell), Shown.text(column.name())));
    }
  }

  private boolean fits(int at, Kind kind, String cell) {
    return switch (kind) {
      case NUMERIC -> isNumber(cell);
      case NOMINAL -> labels.get(at).contains(cell);
      case DATE -> millis(cell).isPresent();
      case STRING -> true;
    };
  }

  private static String value(String cell) {
    String text = TextRow.blanksOff(cell);
    return text.equals("?") ? "" : text;
  }

  /** True for a finite number as every door takes it. */
  public static boolean isNumber(String text) {
    return Numbers.isNumber(text) && Double.isFinite(Double.parseDouble(text));
  }

  /** The milliseconds since 1970 of a date as every door takes it; nothing if it is none. */
  public static OptionalLong millis(String text) {
    // A parser that fails throws, which is dear: most texts are seen to be none.
    return text.length() >= 10 && text.indexOf('-', 1) > 0
        ? TextRow.millis(text)
        : OptionalLong.empty();
  }
}
