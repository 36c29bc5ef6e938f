package dev.perennial.web.api;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /api/v1/models/{model}/versions/{version}/promote}, {@code …/challenge}, {@code
 * …/withdraw} and {@code …/rollback}. Safe for use by many threads.
 */
public final class PromoteServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Changes changes;
  private final Changes.What what;

  public PromoteServlet(ModelRegistry registry, Changes changes, Changes.What what) {
    this.registry = registry;
    this.changes = changes;
    this.what = what;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    Doorway.versions(registry, model);
    Promotion made =
        what == Changes.What.ROLL_BACK ? back(request, model) : forward(request, model);
    Json.send(response, 200, "application/json", VersionDocument.of(made, exchange));
  }

  private Promotion back(HttpServletRequest request, String model) {
    ReasonBody body = ReasonBody.read(request, "reason");
    String reason = body.reason("rolled back");
    body.check();
    return changes.back(model, Optional.empty(), reason, Exchange.of(request));
  }

  private Promotion forward(HttpServletRequest request, String model) {
    Exchange exchange = Exchange.of(request);
    var version = Doorway.version(registry, model, exchange.parameter("version"));
    ReasonBody body = ReasonBody.read(request, "reason");
    String reason = what == Changes.What.WITHDRAW ? body.reason("withdrawn") : body.reason();
    body.check();
    return changes.make(what, version, reason, exchange);
  }
}
