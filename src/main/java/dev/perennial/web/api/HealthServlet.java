package dev.perennial.web.api;

import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code GET /health/ready}. Safe for use by many threads. */
public final class HealthServlet extends HttpServlet {
  private final transient Readiness readiness;

  public HealthServlet(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    List<String> obstacles = readiness.obstacles();
    if (!obstacles.isEmpty()) {
      Problems.send(
          request, response, Problem.unavailable(Said.verbatim(String.join(" ", obstacles))));
      return;
    }
    Json.send(response, 200, "application/json", Json.bytes(this::write));
  }

  private void write(JsonGenerator json) {
    List<String> degraded = readiness.degraded();
    json.writeStartObject();
    json.writeStringProperty("status", degraded.isEmpty() ? "ready" : "degraded");
    strings(json, "models", readiness.loaded());
    strings(json, "degraded", degraded);
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
