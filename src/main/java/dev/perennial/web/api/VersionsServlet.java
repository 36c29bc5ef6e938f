package dev.perennial.web.api;

import dev.perennial.model.ModelRegistry;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/v1/models/{model}/versions}, {@code …/versions/{version}} and {@code …/history}.
 * Safe for use by many threads.
 */
public final class VersionsServlet extends HttpServlet {
  /** Which of the three. */
  public enum What {
    ALL,
    ONE,
    HISTORY
  }

  private final transient ModelRegistry registry;
  private final transient VersionDocument documents;
  private final What what;

  public VersionsServlet(ModelRegistry registry, What what) {
    this.registry = registry;
    this.documents = new VersionDocument(registry);
    this.what = what;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    Doorway.versions(registry, model);
    byte[] document =
        switch (what) {
          case ALL -> documents.list(model, exchange);
          case ONE ->
              documents.one(
                  Doorway.version(registry, model, exchange.parameter("version")), exchange);
          case HISTORY -> documents.history(model, exchange);
        };
    Json.send(response, 200, "application/json", document);
  }
}
