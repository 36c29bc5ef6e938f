package dev.perennial.web.pages;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.training.Deployment;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.web.api.PromoteServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code /models/{model}/promote} and {@code /models/{model}/roll-back}: forms of the versions'
 * page. Safe for use by many threads.
 */
public final class PromotePageServlet extends HttpServlet {
  private static final int LONGEST = 500;
  private final transient ModelRegistry registry;
  private final transient Deployment deployment;
  private final boolean back;

  public PromotePageServlet(ModelRegistry registry, Deployment deployment, boolean back) {
    this.registry = registry;
    this.deployment = deployment;
    this.back = back;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    Fields fields = Fields.read(request);
    String actor = exchange.caller().actor();
    Doorway.versions(registry, model);
    Promotion unused =
        back
            ? PromoteServlet.changed(
                () -> deployment.rollBack(model, actor, reason(fields, "rolled back")))
            : forward(model, fields, actor);
    Redirect.to(request, response, "/models/" + model + "/versions");
  }

  private Promotion forward(String model, Fields fields, String actor) {
    var version = Doorway.version(registry, model, fields.text("version"));
    String reason = reason(fields, "");
    if (reason.isEmpty()) {
      String detail = "Say why this version is to answer: the history keeps the reason.";
      throw Problem.of(Problem.Type.BAD_REQUEST, detail).asException();
    }
    return PromoteServlet.changed(() -> deployment.promote(version, actor, reason));
  }

  static String reason(Fields fields, String otherwise) {
    String reason = fields.text("reason").replaceAll("\\p{Cntrl}", " ").strip();
    return reason.isEmpty() ? otherwise : reason.substring(0, Math.min(LONGEST, reason.length()));
  }
}
