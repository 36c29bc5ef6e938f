package dev.perennial.web.api;

import dev.perennial.log.Entry.Label;
import dev.perennial.log.Ids;
import dev.perennial.model.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** How a label stands in JSON and CSV: the same four values. */
final class LabelJson {
  static final List<String> COLUMNS = List.of("label", "label_time", "label_source", "observed_at");

  private LabelJson() {}

  /** The texts of {@link #COLUMNS}; "" where there is nothing. */
  static List<String> texts(Optional<Label> label) {
    return label
        .map(
            l ->
                List.of(
                    l.text(),
                    time(Ids.millis(l.id())),
                    l.source().text(l.actor()),
                    l.observedAt() == 0 ? "" : time(l.observedAt())))
        .orElse(List.of("", "", "", ""));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** Writes the properties of {@link #COLUMNS}; null where there is nothing. */
  static void write(JsonGenerator json, Optional<Label> label, Schema schema) {
    if (label.isPresent()) {
      answer(json, COLUMNS.get(0), label.get().text(), schema);
    } else {
      json.writeNullProperty(COLUMNS.get(0));
    }
    List<String> texts = texts(label);
    for (int i = 1; i < COLUMNS.size(); i++) {
      if (texts.get(i).isEmpty()) {
        json.writeNullProperty(COLUMNS.get(i));
      } else {
        json.writeStringProperty(COLUMNS.get(i), texts.get(i));
      }
    }
  }

  /** A class as text, the answer of a regressor as a number. */
  static void answer(JsonGenerator json, String name, String text, Schema schema) {
    if (schema.target().isNominal()) {
      json.writeStringProperty(name, text);
    } else {
      json.writeNumberProperty(name, Double.parseDouble(text));
    }
  }
}
