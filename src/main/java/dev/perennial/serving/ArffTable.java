package dev.perennial.serving;

import dev.perennial.model.ArffColumn;
import dev.perennial.model.ModelException;
import dev.perennial.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header of an ARFF text and its rows, dense or sparse, one by one. For one thread. */
final class ArffTable {
  private static final int LONGEST_HEADER = 1 << 20;
  private final Lines lines;
  private final List<ArffColumn> attributes;

  private ArffTable(Lines lines, List<ArffColumn> attributes) {
    this.lines = lines;
    this.attributes = attributes;
  }

  /**
   * A row.
   *
   * @param text the line as it came
   * @param cells missing values are empty, dates in ISO 8601, a sparse row has all its cells
   * @param fault what is wrong with it, about {@link Said#SUBJECT}; nothing if nothing is
   */
  record Line(String text, List<String> cells, Optional<Said> fault) {}

  /**
   * Reads the header.
   *
   * @throws MalformedCsv if there is none
   */
  static ArffTable open(InputStream body) throws MalformedCsv {
    Lines lines = new Lines(Utf8.reader(body));
    StringBuilder header = new StringBuilder();
    boolean data = false;
    while (!data) {
      String line = line(lines).orElseThrow(() -> new MalformedCsv(Said.of("said.arff-no-data")));
      data = line.strip().toLowerCase(Locale.ROOT).startsWith("@data");
      header.append(data ? "@data" : line).append('\n');
      if (header.length() > LONGEST_HEADER) {
        throw new MalformedCsv(Said.of("said.arff-header-too-long", (long) LONGEST_HEADER));
      }
    }
    try {
      return new ArffTable(lines, ArffColumn.read(header.toString()));
    } catch (ModelException e) {
      throw new MalformedCsv(Said.of("said.arff-header"));
    }
  }

  private static Optional<String> line(Lines lines) throws MalformedCsv {
    try {
      return lines.next();
    } catch (CharacterCodingException e) {
      throw new MalformedCsv(Csv.NOT_UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ArffColumn> attributes() {
    return attributes;
  }

  /** The next row; nothing at the end. */
  Optional<Line> next() throws MalformedCsv {
    Optional<String> line = line(lines);
    while (line.isPresent() && isEmpty(line.get())) {
      line = line(lines);
    }
    return line.map(this::row);
  }

  private static boolean isEmpty(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("%");
  }

  private Line row(String line) {
    ArffRow row = ArffRow.of(line);
    if (row.fault().isPresent()) {
      return refused(line, row.fault().get());
    }
    List<String> cells = new ArrayList<>();
    if (row.sparse()) {
      attributes.forEach(attribute -> cells.add(attribute.unsaid()));
      for (int i = 0; i < row.cells().size(); i++) {
        int at = row.positions().get(i);
        if (at >= cells.size()) {
          return refused(
              line,
              Said.of("said.arff-no-attribute", Said.SUBJECT, (long) at, (long) cells.size() - 1));
        }
        cells.set(at, attributes.get(at).plain(row.cells().get(i)));
      }
    } else {
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        cells.add(i < attributes.size() ? attributes.get(i).plain(cell) : cell);
      }
    }
    return new Line(line, cells, Optional.empty());
  }

  private static Line refused(String line, Said fault) {
    return new Line(line, List.of(), Optional.of(fault));
  }
}
