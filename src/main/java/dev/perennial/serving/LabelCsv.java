package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads labels from CSV with a header that names the columns prediction_id, label and, if wanted,
 * observed_at, in any order. Other columns are passed over, so that a file of predictions comes
 * back with a column more. Blanks around a cell do not count.
 */
final class LabelCsv {
  /** What our own export puts an apostrophe in front of. */
  private static final String FORMULA = "=+-@";

  private LabelCsv() {}

  /** The labels of a body, at most one more than {@code most}. */
  static List<SentLabel> read(byte[] body, int most) throws MalformedCsv {
    Csv csv = Csv.of(body);
    List<String> header = csv.next().stream().map(TextRow::blanksOff).toList();
    List<Integer> columns = SentLabel.FIELDS.stream().map(header::indexOf).toList();
    check(header, columns);
    List<SentLabel> labels = new ArrayList<>();
    List<String> cells = csv.next();
    while (!cells.isEmpty()) {
      if (labels.size() <= most) {
        labels.add(label(cells, header.size(), columns));
      }
      cells = csv.next();
    }
    return labels;
  }

  private static void check(List<String> header, List<Integer> columns) throws MalformedCsv {
    if (columns.get(0) < 0 || columns.get(1) < 0) {
      throw new MalformedCsv(
          Said.verbatim(
              "The first line must name the columns prediction_id and label, and may name observed_at."));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (header.lastIndexOf(SentLabel.FIELDS.get(i)) != columns.get(i)) {
        throw new MalformedCsv(
            Said.verbatim(
                "The first line names the column " + SentLabel.FIELDS.get(i) + " twice."));
      }
    }
  }

  private static SentLabel label(List<String> cells, int width, List<Integer> columns) {
    List<Said> faults =
        cells.size() == width
            ? List.of()
            : List.of(
                Said.verbatim("has %d cells, the first line %d".formatted(cells.size(), width)));
    List<Optional<String>> values =
        columns.stream()
            .map(column -> column < 0 || column >= cells.size() ? "" : cells.get(column))
            .map(TextRow::blanksOff)
            .map(LabelCsv::unmarked)
            .map(cell -> Optional.of(cell).filter(text -> !text.isEmpty()))
            .toList();
    return SentLabel.of(values, faults);
  }

  private static String unmarked(String cell) {
    boolean marked =
        cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
    return marked ? cell.substring(1) : cell;
  }
}
