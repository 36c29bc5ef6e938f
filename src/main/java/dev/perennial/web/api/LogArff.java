package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Schema;
import dev.perennial.serving.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weka.core.Utils;

/**
 * Writes rows of the log as ARFF that Weka reads: the inputs by the newest version's names and
 * kinds. A nominal column has the values that any version lists; a value that none lists is "?",
 * since a header comes before the rows.
 */
final class LogArff implements LogWriter {
  private static final String DATE = "yyyy-MM-dd'T'HH:mm:ss.SSSX";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String MISSING = "?";
  private final Writer out;
  private final Schema newest;
  private final List<Set<String>> legal = new ArrayList<>();
  private final Set<String> classes;

  /**
   * @param schemas of all versions, oldest first
   */
  LogArff(OutputStream stream, List<Schema> schemas) {
    out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    newest = schemas.get(schemas.size() - 1);
    classes = new LinkedHashSet<>(newest.classes());
    schemas.forEach(each -> classes.addAll(each.classes()));
    for (Feature feature : newest.features()) {
      Set<String> values = new LinkedHashSet<>(feature.values());
      schemas.forEach(
          schema ->
              schema
                  .indexOf(feature.name())
                  .ifPresent(at -> values.addAll(schema.features().get(at).values())));
      legal.add(values);
    }
    header();
  }

  private void header() {
    line("% A value that no version's header lists is written as ?.");
    if (newest.hasPrivate()) {
      line("% Of a private input the log has only the bin.");
    }
    line("@relation " + Utils.quote(newest.relation() + " predictions"));
    line("");
    Set<String> taken = new HashSet<>();
    newest.features().forEach(feature -> taken.add(feature.name()));
    own(taken, "prediction_id", "string");
    own(taken, "time", date());
    own(taken, "version", "numeric");
    for (int i = 0; i < legal.size(); i++) {
      Feature feature = newest.features().get(i);
      attribute(feature.name(), kind(feature.kind(), legal.get(i)));
    }
    String answer = kind(newest.target().kind(), classes);
    own(taken, "prediction", answer);
    newest.classes().forEach(label -> own(taken, "probability_" + label, "numeric"));
    List<String> kinds = List.of(answer, date(), "string", date());
    for (int i = 0; i < kinds.size(); i++) {
      own(taken, LabelJson.COLUMNS.get(i), kinds.get(i));
    }
    line("");
    line("@data");
  }

  /** A column of ours gives way to an input of the same name. */
  private void own(Set<String> taken, String name, String kind) {
    String free = name;
    while (!taken.add(free)) {
      free = "_" + free;
    }
    attribute(free, kind);
  }

  private void attribute(String name, String kind) {
    line("@attribute " + Utils.quote(name) + " " + kind);
  }

  private static String date() {
    return "date " + Utils.quote(DATE);
  }

  private static String kind(Kind kind, Collection<String> values) {
    return switch (kind) {
      case NUMERIC -> "numeric";
      case DATE -> date();
      case STRING -> "string";
      case NOMINAL -> values.stream().map(Utils::quote).collect(Collectors.joining(",", "{", "}"));
    };
  }

  @Override
  public void write(LogRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.id());
    cells.add(Utils.quote(TIME.format(row.time())));
    cells.add(Integer.toString(row.version()));
    for (int i = 0; i < legal.size(); i++) {
      Feature feature = newest.features().get(i);
      OptionalInt at = row.schema().indexOf(feature.name());
      @Nullable Object value = at.isPresent() ? row.inputs().get(at.getAsInt()) : null;
      cells.add(cell(feature.kind(), legal.get(i), value));
    }
    cells.add(answer(row.answer()));
    probabilities(row, cells);
    List<String> label = LabelJson.texts(row.label());
    cells.add(answer(label.get(0)));
    label.stream()
        .skip(1)
        .map(text -> text.isEmpty() ? MISSING : Utils.quote(text))
        .forEach(cells::add);
    line(String.join(",", cells));
  }

  private void probabilities(LogRow row, List<String> cells) {
    for (String label : newest.classes()) {
      int at = row.schema().classes().indexOf(label);
      boolean there = at >= 0 && at < row.probabilities().size();
      cells.add(there ? Numbers.text(row.probabilities().get(at)) : MISSING);
    }
  }

  private String answer(String text) {
    if (newest.classes().isEmpty()) {
      return Numbers.isNumber(text) ? text : MISSING;
    }
    return classes.contains(text) ? Utils.quote(text) : MISSING;
  }

  private static String cell(Kind kind, Set<String> values, @Nullable Object value) {
    if (kind == Kind.NUMERIC || kind == Kind.DATE) {
      double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
      if (Double.isNaN(number)) {
        return MISSING;
      }
      return kind == Kind.DATE ? date(number) : Numbers.text(number);
    }
    boolean known = value instanceof String text && (kind == Kind.STRING || values.contains(text));
    return known ? Utils.quote(String.valueOf(value)) : MISSING;
  }

  private static String date(double millis) {
    try {
      return Utils.quote(TIME.format(Instant.ofEpochMilli((long) millis)));
    } catch (DateTimeException e) {
      return MISSING;
    }
  }

  private void line(String text) {
    try {
      out.write(text);
      out.write('\n');
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
