package dev.perennial.serving;

import dev.perennial.model.ArffColumn;
import dev.perennial.model.ModelException;
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
   * @param fault what is wrong with it, reading on from "the row"; "" if nothing is
   */
  record Line(String text, List<String> cells, String fault) {}

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
      String line =
          line(lines).orElseThrow(() -> new MalformedCsv("The ARFF text has no line \"@data\"."));
      data = line.strip().toLowerCase(Locale.ROOT).startsWith("@data");
      header.append(data ? "@data" : line).append('\n');
      if (header.length() > LONGEST_HEADER) {
        throw new MalformedCsv(
            "The ARFF header is longer than %,d characters.".formatted(LONGEST_HEADER));
      }
    }
    try {
      return new ArffTable(lines, ArffColumn.read(header.toString()));
    } catch (ModelException e) {
      throw new MalformedCsv("The ARFF header cannot be read: see that every line of it is whole.");
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
    if (!row.fault().isEmpty()) {
      return refused(line, row.fault());
    }
    List<String> cells = new ArrayList<>();
    if (row.sparse()) {
      attributes.forEach(attribute -> cells.add(attribute.unsaid()));
      for (int i = 0; i < row.cells().size(); i++) {
        int at = row.positions().get(i);
        if (at >= cells.size()) {
          return refused(
              line, "names the attribute " + at + ", and the last is " + (cells.size() - 1));
        }
        cells.set(at, attributes.get(at).plain(row.cells().get(i)));
      }
    } else {
      for (int i = 0; i < row.cells().size(); i++) {
        String cell = row.cells().get(i);
        cells.add(i < attributes.size() ? attributes.get(i).plain(cell) : cell);
      }
    }
    return new Line(line, cells, "");
  }

  private static Line refused(String line, String fault) {
    return new Line(line, List.of(), fault);
  }
}
