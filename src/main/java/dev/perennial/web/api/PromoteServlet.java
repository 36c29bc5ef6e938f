package dev.perennial.web.api;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.training.Deployment;
import dev.perennial.training.RunRefused;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * {@code POST /api/v1/models/{model}/versions/{version}/promote} and {@code …/rollback}. Safe for
 * use by many threads.
 */
public final class PromoteServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Deployment deployment;
  private final boolean back;

  /**
   * @param back true for the champion before, false for the version that the route names
   */
  public PromoteServlet(ModelRegistry registry, Deployment deployment, boolean back) {
    this.registry = registry;
    this.deployment = deployment;
    this.back = back;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    Doorway.versions(registry, model);
    String actor = exchange.caller().actor();
    Promotion made = back ? back(request, model, actor) : forward(request, model, actor);
    Json.send(response, 200, "application/json", VersionDocument.of(made, exchange));
  }

  private Promotion back(HttpServletRequest request, String model, String actor) {
    ReasonBody body = ReasonBody.read(request, "reason");
    String reason = body.text("reason").filter(r -> !r.isEmpty()).orElse("rolled back");
    body.check();
    return changed(() -> deployment.rollBack(model, actor, reason));
  }

  private Promotion forward(HttpServletRequest request, String model, String actor) {
    var version = Doorway.version(registry, model, Exchange.of(request).parameter("version"));
    ReasonBody body = ReasonBody.read(request, "reason");
    String reason = body.reason();
    body.check();
    return changed(() -> deployment.promote(version, actor, reason));
  }

  /**
   * Makes the change.
   *
   * @throws dev.perennial.web.ProblemException with 409 if it cannot be made now
   */
  public static Promotion changed(Supplier<Promotion> change) {
    try {
      return change.get();
    } catch (ModelException | RunRefused e) {
      throw Problem.of(Problem.Type.CONFLICT, "Nothing has changed: " + Problem.sentence(e))
          .asException();
    }
  }
}
