package dev.perennial.web.api;

import dev.perennial.serving.LiveModels;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/** {@code GET /v2} and {@code GET /v2/models}. Safe for use by many threads. */
public final class TensorServerServlet extends HttpServlet {
  private final transient LiveModels models;
  private final String version;

  public TensorServerServlet(LiveModels models, String version) {
    this.models = models;
    this.version = version;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean list = Exchange.of(request).route().orElseThrow().template().endsWith("/models");
    Json.send(response, 200, "application/json", Json.bytes(list ? this::models : this::server));
  }

  private void server(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", "perennial");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("extensions");
    json.writeString("statistics");
    json.writeEndArray();
    json.writeEndObject();
  }

  private void models(JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("models");
    models.names().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
