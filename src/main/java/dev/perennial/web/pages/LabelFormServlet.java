package dev.perennial.web.pages;

import dev.perennial.log.PredictionLog;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.serving.LabelOutcome;
import dev.perennial.serving.Labels;
import dev.perennial.serving.SentLabel;
import dev.perennial.serving.Teller;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code /label}: a person tells the true answer of a prediction, sees what is recorded, and may
 * correct it. Safe for use by many threads.
 */
public final class LabelFormServlet extends HttpServlet {
  private final transient Labels labels;
  private final transient ModelRegistry registry;
  private final transient PredictionLog log;

  public LabelFormServlet(Labels labels, ModelRegistry registry, PredictionLog log) {
    this.labels = labels;
    this.registry = registry;
    this.log = log;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String id = one(Fields.ofQuery(request), "prediction_id");
    Page.show(request, response, "label", view(id, false, ""));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    String id = one(fields, "prediction_id");
    SentLabel sent = SentLabel.of(id, one(fields, "label"));
    LabelOutcome outcome = labels.take(List.of(sent), Teller.of(Exchange.of(request).caller()));
    String problem =
        outcome.rejected().stream()
            .map(rejected -> Language.of(request).said(rejected.reason()))
            .findFirst()
            .orElse("");
    response.setStatus(problem.isEmpty() ? 200 : 400);
    Page.show(request, response, "label", view(id, true, problem));
  }

  private static String one(Fields fields, String name) {
    List<String> values = fields.values().getOrDefault(name, List.of());
    if (values.size() != 1) {
      Said detail = Said.of("said.form-holds-once", name);
      throw Problem.of(Problem.Type.BAD_REQUEST, detail).asException();
    }
    return values.get(0);
  }

  private LabelView view(String id, boolean told, String problem) {
    Labels.Asked asked =
        labels
            .asked(id)
            .orElseThrow(
                () ->
                    Problem.of(Problem.Type.NOT_FOUND, Said.of("said.no-such-prediction"))
                        .asException());
    Manifest manifest = registry.manifest(asked.version());
    VersionId version =
        registry.versions(manifest.model()).stream()
            .filter(one -> one.key() == asked.version())
            .findFirst()
            .orElseThrow();
    return LabelView.of(id, asked, version, manifest, log.find(asked.prediction()), told, problem);
  }
}
