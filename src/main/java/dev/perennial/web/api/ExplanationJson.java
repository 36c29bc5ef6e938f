package dev.perennial.web.api;

import dev.perennial.explain.Contribution;
import dev.perennial.explain.Explainer;
import dev.perennial.explain.Explanation;
import dev.perennial.model.ModelException;
import dev.perennial.model.Row;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The JSON form of an {@link Explanation}. */
final class ExplanationJson {
  private ExplanationJson() {}

  /** Null where the model has no answer to a mixture of rows: the prediction itself stands. */
  static void write(JsonGenerator json, Explainer explainer, Row row) {
    try {
      write(json, explainer.explain(row));
    } catch (ModelException e) {
      json.writeNull();
    }
  }

  private static void write(JsonGenerator json, Explanation explanation) {
    json.writeStartObject();
    explanation.label().ifPresent(label -> json.writeStringProperty("class", label));
    json.writeNumberProperty("answer", explanation.answer());
    json.writeNumberProperty("average", explanation.average());
    json.writeArrayPropertyStart("contributions");
    for (Contribution contribution : explanation.contributions()) {
      json.writeStartObject();
      json.writeStringProperty("field", contribution.feature());
      json.writeNumberProperty("value", contribution.value());
      json.writeNumberProperty("standard_error", contribution.error());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("method", explanation.method().name().toLowerCase(Locale.ROOT));
    json.writeNumberProperty("reference_rows", explanation.referenceRows());
    json.writeArrayPropertyStart("path");
    explanation.path().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
