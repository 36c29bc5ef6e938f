package dev.perennial.web.pages;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.training.Versus;
import dev.perennial.watch.Reference;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /models/{model}/compare?a=1&b=2}: two versions side by side. For many threads. */
public final class CompareServlet extends HttpServlet {
  private final transient ModelRegistry registry;
  private final transient Versus versus;
  private final transient Function<Integer, Optional<Reference>> references;

  /**
   * @param references of versions by key, where they have been made
   */
  public CompareServlet(
      ModelRegistry registry, Versus versus, Function<Integer, Optional<Reference>> references) {
    this.registry = registry;
    this.versus = versus;
    this.references = references;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    Language in = Language.of(request);
    String model = exchange.parameter("model");
    Fields query = Fields.ofQuery(request);
    VersionId a = Doorway.version(registry, model, query.text("a"));
    VersionId b = Doorway.version(registry, model, query.text("b"));
    Page.show(
        request,
        response,
        "compare",
        CompareView.of(registry, a, b, judged(a, b), leans(a, b, in), exchange, in));
  }

  private List<LeanView> leans(VersionId a, VersionId b, Language in) {
    boolean classes = registry.schema(b.key()).target().isNominal();
    return LeanView.of(
        references.apply(a.key()),
        references.apply(b.key()),
        classes,
        a.version(),
        b.version(),
        in);
  }

  private Versus.Result judged(VersionId a, VersionId b) {
    try {
      return versus.of(a, b);
    } catch (ModelException e) {
      throw Problem.unavailable(Problem.sentence(e)).asException();
    }
  }
}
