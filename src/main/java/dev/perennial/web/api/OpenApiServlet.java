package dev.perennial.web.api;

import dev.perennial.access.Openness;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Json;
import dev.perennial.web.Route;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /openapi.json}: the API as it is at this moment. Safe for use by many threads. */
public final class OpenApiServlet extends HttpServlet {
  private final transient OpenApi api;

  /**
   * @param routes all there are; asked with each request
   * @param version of the program
   */
  public OpenApiServlet(
      Supplier<List<Route>> routes, LiveModels models, Openness open, String version) {
    api = new OpenApi(routes, models, open, version);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, 200, "application/json", api.document(request));
  }
}
