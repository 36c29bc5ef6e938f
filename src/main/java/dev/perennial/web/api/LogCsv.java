package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import dev.perennial.serving.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of the log as CSV (RFC 4180) that a spreadsheet can open without running anything: a
 * text that would begin a formula gets an apostrophe in front.
 */
final class LogCsv implements LogWriter {
  private static final String FORMULA = "=+-@\t\r";
  private final Writer out;
  private final Schema newest;

  /**
   * @param schema of the newest version: rows of earlier ones are written into its columns by name
   */
  LogCsv(OutputStream stream, Schema schema) {
    newest = schema;
    out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    List<String> header = new ArrayList<>(List.of("prediction_id", "time", "version"));
    schema.features().stream().map(Feature::name).forEach(header::add);
    header.add("prediction");
    schema.classes().forEach(label -> header.add("probability_" + label));
    header.addAll(LabelJson.COLUMNS);
    line(header.stream().map(LogCsv::text).toList());
  }

  @Override
  public void write(LogRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(text(row.id()));
    cells.add(row.time().toString());
    cells.add(Integer.toString(row.version()));
    for (Feature feature : newest.features()) {
      OptionalInt at = row.schema().indexOf(feature.name());
      cells.add(at.isPresent() ? cell(row.inputs().get(at.getAsInt())) : "");
    }
    boolean number = row.schema().classes().isEmpty();
    cells.add(number ? row.answer() : text(row.answer()));
    for (String label : newest.classes()) {
      int at = row.schema().classes().indexOf(label);
      boolean there = at >= 0 && at < row.probabilities().size();
      cells.add(there ? row.probabilities().get(at).toString() : "");
    }
    List<String> label = LabelJson.texts(row.label());
    cells.add(number ? label.get(0) : text(label.get(0)));
    label.stream().skip(1).map(LogCsv::text).forEach(cells::add);
    line(cells);
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number number
        ? Numbers.text(number.doubleValue())
        : text(value.toString());
  }

  static String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private void line(List<String> cells) {
    try {
      out.write(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
