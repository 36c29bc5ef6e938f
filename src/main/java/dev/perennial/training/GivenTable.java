package dev.perennial.training;

import dev.perennial.model.Kind;
import dev.perennial.model.ModelException;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.serving.Table;
import dev.perennial.words.Said;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import weka.core.Utils;

/**
 * A table that somebody brought to make a model from.
 *
 * @param columns in the file's order
 * @param rows how many
 */
public record GivenTable(List<GivenColumn> columns, long rows) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long MOST_CELLS = 1L << 24;

  public GivenTable {
    columns = List.copyOf(columns);
  }

  /** How large a table may be. */
  public record Bounds(int columns, int rows) {}

  /**
   * Reads the whole table once and keeps nothing but what it found.
   *
   * @throws MalformedCsv with a sentence if it cannot be read, is too large or has too few rows
   * @throws UncheckedIOException if it breaks off
   */
  static GivenTable look(InputStream bytes, Bounds bounds) throws MalformedCsv {
    Table table = Table.open(bytes);
    int width = table.columns().size();
    if (width < 2 || width > bounds.columns()) {
      throw new MalformedCsv(
          width < 2
              ? Said.of("said.one-column-only")
              : Said.of("said.too-many-columns", (long) width, (long) bounds.columns()));
    }
    List<ColumnTally> tallies = table.columns().stream().map(ColumnTally::new).toList();
    long rows = 0;
    for (Optional<List<String>> next = table.next(); next.isPresent(); next = table.next()) {
      rows++;
      if (rows > bounds.rows() || rows * width > MOST_CELLS) {
        throw new MalformedCsv(Said.of("said.too-many-rows", rows - 1));
      }
      for (int i = 0; i < width; i++) {
        tallies.get(i).add(next.get().get(i));
      }
    }
    if (rows < DataCheck.LEAST_ROWS) {
      throw new MalformedCsv(Said.of("said.table-of-few-rows", rows, (long) DataCheck.LEAST_ROWS));
    }
    return new GivenTable(tallies.stream().map(ColumnTally::found).toList(), rows);
  }

  /**
   * The table as ARFF, of the columns that are kept and as the kinds that were chosen. A value that
   * is not of its column's kind is missing.
   *
   * @param bytes the same that were looked at
   * @param kinds by position
   */
  String arff(InputStream bytes, String relation, Map<Integer, Kind> kinds) {
    StringBuilder text = new StringBuilder("@relation " + Utils.quote(relation) + "\n\n");
    List<Integer> kept = kinds.keySet().stream().sorted().toList();
    for (int at : kept) {
      GivenColumn column = columns.get(at);
      text.append("@attribute ").append(quoted(column.name())).append(' ');
      text.append(type(kinds.getOrDefault(at, Kind.STRING), column)).append('\n');
    }
    text.append("\n@data\n");
    try {
      Table table = Table.open(bytes);
      for (Optional<List<String>> next = table.next(); next.isPresent(); next = table.next()) {
        List<String> cells = next.get();
        text.append(
            kept.stream()
                .map(at -> cell(cells.get(at), kinds.getOrDefault(at, Kind.STRING)))
                .collect(Collectors.joining(",")));
        text.append('\n');
      }
    } catch (MalformedCsv e) {
      throw new ModelException(e.sentence().english(), e);
    }
    return text.toString();
  }

  private static String type(Kind kind, GivenColumn column) {
    return switch (kind) {
      case NUMERIC -> "numeric";
      case STRING -> "string";
      case DATE -> "date \"yyyy-MM-dd'T'HH:mm:ss.SSSX\"";
      case NOMINAL ->
          column.labels().stream()
              .map(GivenTable::quoted)
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String cell(String text, Kind kind) {
    if (text.isEmpty()) {
      return "?";
    }
    return switch (kind) {
      case NUMERIC -> Table.isNumber(text) ? text : "?";
      case NOMINAL, STRING -> quoted(text);
      case DATE -> {
        OptionalLong millis = Table.millis(text);
        yield millis.isPresent()
            ? '"' + DATE.format(Instant.ofEpochMilli(millis.getAsLong())) + '"'
            : "?";
      }
    };
  }

  /** Quotes always: a bare word may be a keyword. */
  private static String quoted(String text) {
    String escaped = Utils.quote(text);
    return escaped.startsWith("'") ? escaped : "'" + escaped + "'";
  }
}
