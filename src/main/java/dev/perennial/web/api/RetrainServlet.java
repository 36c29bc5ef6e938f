package dev.perennial.web.api;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.training.RowPolicy;
import dev.perennial.training.RunRefused;
import dev.perennial.training.RunRequest;
import dev.perennial.training.Runs;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/v1/models/{model}/retrain}. Safe for use by many threads. */
public final class RetrainServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Runs runs;

  public RetrainServlet(ModelRegistry registry, Runs runs) {
    this.registry = registry;
    this.runs = runs;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String model = Exchange.of(request).parameter("model");
    Doorway.versions(registry, model);
    long run = start(runs, wanted(request, model));
    response.setHeader("Location", request.getContextPath() + "/api/v1/runs/" + run);
    Json.send(
        response,
        202,
        "application/json",
        Json.bytes(
            json -> json.writeStartObject().writeNumberProperty("run", run).writeEndObject()));
  }

  /**
   * Queues it.
   *
   * @throws dev.perennial.web.ProblemException with 409 if the model has a run already
   */
  public static long start(Runs runs, RunRequest wanted) {
    try {
      return runs.request(wanted);
    } catch (RunRefused e) {
      throw Problem.of(Problem.Type.CONFLICT, Problem.sentence(e)).asException();
    }
  }

  private static RunRequest wanted(HttpServletRequest request, String model) {
    ReasonBody body = ReasonBody.read(request, "reason", "rows", "scheme", "options", "compare");
    String reason = body.reason("asked by hand");
    Optional<RowPolicy.Preset> rows = body.text("rows").flatMap(RowPolicy.Preset::of);
    if (body.text("rows").isPresent() && rows.isEmpty()) {
      body.error("rows", "must be all, recent or since-drift");
    }
    List<RunRequest.Scheme> schemes = schemes(body);
    body.check();
    String actor = Exchange.of(request).caller().actor();
    return new RunRequest(model, actor, reason, false, rows, schemes);
  }

  private static List<RunRequest.Scheme> schemes(ReasonBody body) {
    List<RunRequest.Scheme> schemes = new ArrayList<>();
    scheme(body).ifPresent(schemes::add);
    for (ReasonBody each : body.objects("compare")) {
      Optional<RunRequest.Scheme> scheme = scheme(each);
      if (scheme.isEmpty()) {
        each.error("scheme", "is missing");
      }
      body.add(each, "compare");
      scheme.ifPresent(schemes::add);
    }
    return schemes;
  }

  private static Optional<RunRequest.Scheme> scheme(ReasonBody body) {
    Optional<String> name = body.text("scheme");
    String options = body.text("options").orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    RunRequest.Scheme scheme = new RunRequest.Scheme(name.get(), options);
    try {
      scheme.check();
    } catch (ModelException e) {
      body.error("scheme", "is refused: " + Problem.sentence(e));
    }
    return Optional.of(scheme);
  }
}
