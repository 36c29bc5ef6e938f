package dev.perennial.web.api;

import dev.perennial.model.ModelRegistry;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/v1/models/{model}}: what a model takes, gives and promises. Thread-safe. */
public final class ModelServlet extends HttpServlet {
  private final transient LiveModels models;
  private final transient ModelDocument documents;

  public ModelServlet(ModelRegistry registry, LiveModels models) {
    this.models = models;
    documents = new ModelDocument(registry, models);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var live = Doorway.live(models, Exchange.of(request).parameter("model"));
    Json.send(response, 200, "application/json", documents.of(request, live));
  }
}
