package dev.perennial.web.api;

import dev.perennial.model.ModelRegistry;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/v1/models}: what is served. Safe for use by many threads. */
public final class ModelsServlet extends HttpServlet {
  private final transient ModelDocument documents;

  public ModelsServlet(ModelRegistry registry, LiveModels models) {
    documents = new ModelDocument(registry, models);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, 200, "application/json", documents.list(request));
  }
}
