package dev.perennial.web.pages;

import dev.perennial.model.ModelException;
import dev.perennial.training.RowPolicy;
import dev.perennial.training.RunRequest;
import dev.perennial.training.TrainingRows;
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
import java.util.Optional;

/** {@code /models/{model}/retrain}: what is to be learned, and by what. For many threads. */
public final class RetrainPageServlet extends HttpServlet {
  private final transient LoopView.Sources sources;
  private final transient TrainingRows rows;

  public RetrainPageServlet(LoopView.Sources sources, TrainingRows rows) {
    this.sources = sources;
    this.rows = rows;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String model = Exchange.of(request).parameter("model");
    Doorway.versions(sources.registry(), model);
    Page.show(
        request, response, "retrain", RetrainView.of(sources, rows, model, Language.of(request)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String model = Exchange.of(request).parameter("model");
    Doorway.versions(sources.registry(), model);
    Fields fields = Fields.read(request);
    RunRequest wanted =
        new RunRequest(
            model,
            Exchange.of(request).caller().actor(),
            PromotePageServlet.reason(fields, "asked by hand"),
            false,
            RowPolicy.Preset.of(fields.text("rows")),
            scheme(fields).stream().toList());
    Redirect.to(request, response, "/runs/" + RetrainServlet.start(sources.runs(), wanted));
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
