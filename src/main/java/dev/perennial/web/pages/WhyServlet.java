package dev.perennial.web.pages;

import dev.perennial.explain.Explainers;
import dev.perennial.explain.Explanation;
import dev.perennial.log.Drain;
import dev.perennial.log.IdText;
import dev.perennial.log.JsonText;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Row;
import dev.perennial.model.VersionId;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * {@code GET /why/{prediction}}: why a recorded answer is as it is, by the version that gave it.
 * For whoever holds the prediction's id. Safe for use by many threads.
 */
public final class WhyServlet extends HttpServlet {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final transient ModelRegistry registry;
  private final transient LiveModels models;
  private final transient PredictionLog log;
  private final transient Drain drain;
  private final transient IdText ids;
  private final transient Explainers explainers;

  public WhyServlet(
      ModelRegistry registry,
      LiveModels models,
      PredictionLog log,
      Drain drain,
      IdText ids,
      Explainers explainers) {
    this.registry = registry;
    this.models = models;
    this.log = log;
    this.drain = drain;
    this.ids = ids;
    this.explainers = explainers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String text = Exchange.of(request).parameter("prediction");
    PredictionLog.Logged logged = logged(text);
    LoadedModel model = model(logged.version());
    if (model.schema().hasPrivate()) {
      throw Problem.of(Problem.Type.CONFLICT, Said.of("said.why-private")).asException();
    }
    Row row = Row.of(model.schema(), JsonText.values(logged.inputs()));
    Page.show(
        request,
        response,
        "why",
        WhyView.of(text, model, row, explain(model, row), Language.of(request)));
  }

  private PredictionLog.Logged logged(String text) {
    OptionalLong id = ids.parse(text);
    if (id.isEmpty()) {
      throw notFound(Said.of("said.why-no-id"));
    }
    if (!drain.await(PATIENCE)) {
      throw Problem.unavailable(Said.of("said.why-too-new")).asException();
    }
    return log.find(id.getAsLong()).orElseThrow(() -> notFound(Said.of("said.why-gone")));
  }

  private static ProblemException notFound(Said detail) {
    return Problem.of(Problem.Type.NOT_FOUND, detail).asException();
  }

  /** The one that serves, or an earlier version read from its files. */
  private LoadedModel model(int key) {
    VersionId id = registry.version(key);
    return models
        .find(id.model())
        .map(live -> live.model())
        .filter(model -> model.id().key() == key)
        .orElseGet(() -> load(id));
  }

  private LoadedModel load(VersionId id) {
    try {
      return registry.load(id);
    } catch (ModelException e) {
      throw Problem.unavailable(Said.of("said.why-not-loaded")).asException();
    }
  }

  private Explanation explain(LoadedModel model, Row row) {
    try {
      return explainers.of(model).explain(row);
    } catch (ModelException e) {
      throw Problem.of(Problem.Type.NO_ANSWER, Said.of("said.why-no-mixtures")).asException();
    }
  }
}
