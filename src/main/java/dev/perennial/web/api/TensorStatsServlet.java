package dev.perennial.web.api;

import dev.perennial.model.VersionId;
import dev.perennial.serving.InferenceStats;
import dev.perennial.serving.InferenceStats.Counts;
import dev.perennial.serving.InferenceStats.Sum;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET /v2/models/{model}[/versions/{version}]/stats}: the statistics extension as Triton has
 * it. Safe for use by many threads.
 */
public final class TensorStatsServlet extends HttpServlet {
  private final transient TensorModels models;
  private final transient InferenceStats stats;

  public TensorStatsServlet(TensorModels models, InferenceStats stats) {
    this.models = models;
    this.stats = stats;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    VersionId id = models.find(Exchange.of(request)).model().id();
    Json.send(response, 200, "application/json", Json.bytes(json -> write(json, id)));
  }

  private void write(JsonGenerator json, VersionId id) {
    Counts counts = stats.of(id);
    json.writeStartObject();
    json.writeArrayPropertyStart("model_stats");
    json.writeStartObject();
    json.writeStringProperty("name", id.model());
    json.writeStringProperty("version", Integer.toString(id.version()));
    json.writeNumberProperty("last_inference", counts.lastMillis());
    json.writeNumberProperty("inference_count", counts.rows());
    json.writeNumberProperty("execution_count", counts.success().count());
    json.writeObjectPropertyStart("inference_stats");
    write(json, "success", counts.success());
    write(json, "fail", counts.fail());
    // A request waits in no queue of ours: the container's thread answers it at once.
    write(json, "queue", counts.success().count(), 0);
    write(json, "compute_input", counts.input());
    write(json, "compute_infer", counts.infer());
    write(json, "compute_output", counts.output());
    json.writeEndObject();
    json.writeArrayPropertyStart("batch_stats");
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Sum sum) {
    write(json, name, sum.count(), sum.nanos());
  }

  private static void write(JsonGenerator json, String name, long count, long nanos) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("count", count);
    json.writeNumberProperty("ns", nanos);
    json.writeEndObject();
  }
}
