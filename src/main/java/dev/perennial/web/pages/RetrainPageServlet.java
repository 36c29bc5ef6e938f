package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.training.RowPolicy;
import dev.perennial.training.RunRequest;
import dev.perennial.training.Runs;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.web.api.RetrainServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /models/{model}/retrain}: what is to be learned, and by what. For many threads. */
public final class RetrainPageServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Runs runs;

  public RetrainPageServlet(ModelRegistry registry, Runs runs) {
    this.registry = registry;
    this.runs = runs;
  }

  /**
   * The page.
   *
   * @param rows the preset that the settings name
   * @param scheme the champion's classifier and its options
   */
  public record View(String model, String title, int version, String rows, String scheme) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    List<VersionId> versions = Doorway.versions(registry, Exchange.of(request).parameter("model"));
    String model = versions.get(0).model();
    VersionId champion = registry.champion(model).orElse(versions.get(0));
    Manifest manifest = registry.manifest(champion.key());
    String scheme = manifest.algorithm().scheme() + " " + manifest.algorithm().options();
    Page.show(
        request,
        response,
        "retrain",
        new View(
            model, manifest.title(), champion.version(), runs.preset().text(), scheme.strip()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String model = Exchange.of(request).parameter("model");
    Doorway.versions(registry, model);
    Fields fields = Fields.read(request);
    RunRequest wanted =
        new RunRequest(
            model,
            Exchange.of(request).caller().actor(),
            PromotePageServlet.reason(fields, "asked by hand"),
            false,
            RowPolicy.Preset.of(fields.text("rows")),
            scheme(fields).stream().toList());
    Redirect.to(request, response, "/runs/" + RetrainServlet.start(runs, wanted));
  }

  /** A class name, then its options; nothing for the champion's own. */
  private static Optional<RunRequest.Scheme> scheme(Fields fields) {
    String[] words = fields.text("scheme").strip().split("\\s+", 2);
    if (words[0].isEmpty()) {
      return Optional.empty();
    }
    RunRequest.Scheme scheme = new RunRequest.Scheme(words[0], words.length > 1 ? words[1] : "");
    try {
      scheme.check();
      return Optional.of(scheme);
    } catch (ModelException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Problem.sentence(e)).asException();
    }
  }
}
