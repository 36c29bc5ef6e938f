package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.web.Json;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes rows of the log as one JSON document, or as one JSON object a line. */
final class LogJson implements LogWriter {
  private final JsonGenerator json;
  private final boolean lines;

  LogJson(OutputStream out, boolean lines) {
    json = Json.generator(out);
    this.lines = lines;
    if (!lines) {
      json.writeStartObject();
      json.writeArrayPropertyStart("predictions");
    }
  }

  @Override
  public void write(LogRow row) {
    json.writeStartObject();
    json.writeStringProperty("prediction_id", row.id());
    json.writeStringProperty("time", row.time().toString());
    json.writeNumberProperty("version", row.version());
    json.writeObjectPropertyStart("inputs");
    List<Feature> features = row.schema().features();
    for (int i = 0; i < features.size(); i++) {
      json.writeName(features.get(i).name());
      value(row.inputs().get(i));
    }
    json.writeEndObject();
    answer(row);
    LabelJson.write(json, row.label(), row.schema());
    json.writeEndObject();
    if (lines) {
      json.writeRaw('\n');
    }
  }

  private void answer(LogRow row) {
    List<String> classes = row.schema().classes();
    if (classes.isEmpty()) {
      json.writeNumberProperty("prediction", Double.parseDouble(row.answer()));
      return;
    }
    json.writeStringProperty("prediction", row.answer());
    json.writeObjectPropertyStart("probabilities");
    for (int k = 0; k < classes.size(); k++) {
      json.writeNumberProperty(classes.get(k), row.probabilities().get(k));
    }
    json.writeEndObject();
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Number number) {
      json.writeNumber(number.doubleValue());
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public void end() {
    if (!lines) {
      json.writeEndArray();
      json.writeEndObject();
    }
    json.close();
  }
}
