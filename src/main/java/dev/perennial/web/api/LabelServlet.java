package dev.perennial.web.api;

import dev.perennial.log.Drain;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.IdText;
import dev.perennial.log.LabelLog;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Schema;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET /api/v1/labels/{prediction_id}}: the label that holds and those before it. Safe for
 * use by many threads.
 */
public final class LabelServlet extends HttpServlet {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final transient ModelRegistry registry;
  private final transient PredictionLog log;
  private final transient LabelLog labels;
  private final transient Drain drain;
  private final transient IdText ids;

  public LabelServlet(
      ModelRegistry registry, PredictionLog log, LabelLog labels, Drain drain, IdText ids) {
    this.registry = registry;
    this.log = log;
    this.labels = labels;
    this.drain = drain;
    this.ids = ids;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OptionalLong id = ids.parse(Exchange.of(request).parameter("prediction_id"));
    if (id.isEmpty()) {
      throw unknown();
    }
    if (!drain.await(PATIENCE)) {
      String detail = "The newest rows have not reached the database yet: try again.";
      throw Problem.unavailable(Said.verbatim(detail)).asException();
    }
    PredictionLog.Logged logged = log.find(id.getAsLong()).orElseThrow(LabelServlet::unknown);
    List<Label> history = labels.history(id.getAsLong());
    Json.send(response, 200, "application/json", Json.bytes(j -> write(j, logged, history)));
  }

  private static ProblemException unknown() {
    return Problem.forPrograms(
            Problem.Type.NOT_FOUND,
            "The log has no prediction of this id: it was erased, or is older than the log keeps.")
        .asException();
  }

  private void write(JsonGenerator json, PredictionLog.Logged logged, List<Label> history) {
    Schema schema = registry.schema(logged.version());
    json.writeStartObject();
    json.writeStringProperty("prediction_id", ids.print(logged.id()));
    json.writeStringProperty("model", registry.manifest(logged.version()).model());
    LabelJson.answer(json, "prediction", logged.answer(), schema);
    LabelJson.write(json, logged.label(), schema);
    json.writeArrayPropertyStart("history");
    for (Label label : history) {
      json.writeStartObject();
      LabelJson.write(json, Optional.of(label), schema);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
