package dev.perennial.web.pages;

import dev.perennial.log.Erasure;
import dev.perennial.log.IdText;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Redirect;
import dev.perennial.web.api.Erasing;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code /models/{model}/export}: takes rows of the log away as a file, and erases them. Safe for
 * use by many threads.
 */
public final class ExportPageServlet extends HttpServlet {
  private static final List<String> FORMATS = List.of("csv", "arff", "jsonl");
  private final transient ModelRegistry registry;
  private final transient IdText ids;
  private final transient Erasing erasing;

  public ExportPageServlet(ModelRegistry registry, IdText ids, Erasing erasing) {
    this.registry = registry;
    this.ids = ids;
    this.erasing = erasing;
  }

  /**
   * The page.
   *
   * @param problem why nothing was done, or ""
   * @param from as it was typed, like the next ones
   */
  public record View(
      String model,
      String title,
      String problem,
      String from,
      String to,
      String prediction,
      List<Line> erasures) {}

  /**
   * One erasure.
   *
   * @param what is erased; "" where it is a span
   * @param span its two ends; none for a single prediction
   * @param learned versions that may have learned from its rows, or ""
   */
  public record Line(
      long id,
      String what,
      List<Moment> span,
      Moment asked,
      String by,
      String state,
      String counts,
      String learned) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.ofQuery(request);
    if (!FORMATS.contains(fields.text("format"))) {
      Done.say(request);
      show(request, response, fields, "");
      return;
    }
    List<Said> faults = new ArrayList<>();
    String query = Period.query(fields, faults);
    if (faults.isEmpty()) {
      String model = Exchange.of(request).parameter("model");
      Redirect.to(request, response, "/api/v1/models/" + model + "/predictions?" + query);
    } else {
      show(request, response, fields, said(request, faults));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Fields fields = Fields.read(request);
    String model = Exchange.of(request).parameter("model");
    List<Said> faults = new ArrayList<>();
    if (!fields.text("confirm").strip().equals(model)) {
      faults.add(Said.of("said.to-confirm", model));
    }
    try {
      erase(Exchange.of(request), model, fields, faults);
    } catch (ProblemException e) {
      faults.add(e.problem().detail());
    }
    if (faults.isEmpty()) {
      Done.ERASED.at(request, response, "/models/" + model + "/export");
    } else {
      show(request, response, fields, said(request, faults));
    }
  }

  private void erase(Exchange exchange, String model, Fields fields, List<Said> faults) {
    boolean one = fields.values().containsKey("prediction_id");
    if (one && faults.isEmpty()) {
      Erasure unused = erasing.one(exchange, model, fields.text("prediction_id").strip());
    } else if (!one) {
      Period.whole(fields, faults)
          .filter(period -> faults.isEmpty())
          .ifPresent(
              period -> {
                Erasure unused = erasing.period(exchange, model, period.from(), period.to());
              });
    }
  }

  private static String said(HttpServletRequest request, List<Said> faults) {
    Language in = Language.of(request);
    return faults.stream().map(in::said).collect(Collectors.joining(" "));
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, Fields fields, String problem)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    List<VersionId> versions = Doorway.versions(registry, exchange.parameter("model"));
    VersionId newest = versions.get(versions.size() - 1);
    View view =
        new View(
            newest.model(),
            registry.manifest(newest.key()).title(),
            problem,
            fields.text("from"),
            fields.text("to"),
            fields.text("prediction_id"),
            erasing.newest(newest.model()).stream()
                .map(each -> line(each, exchange, Language.of(request)))
                .toList());
    if (!problem.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    Page.show(request, response, "export", view);
  }

  private Line line(Erasure erasure, Exchange exchange, Language in) {
    String what = erasure.one() ? in.say("export.prediction", ids.print(erasure.after() + 1)) : "";
    List<Moment> span =
        erasure.one() ? List.of() : List.of(Moment.of(erasure.from()), Moment.of(erasure.to()));
    List<String> learned = erasing.learned(erasure).stream().map(String::valueOf).toList();
    return new Line(
        erasure.id(),
        what,
        span,
        Moment.of(erasure.asked()),
        exchange.shown(erasure.actor()),
        erasure.done().isPresent() ? in.say("export.done") : in.say("export.under-way"),
        in.say(
            "export.predictions-labels-refused-attempts",
            in.numbers().count(erasure.predictions()),
            in.numbers().count(erasure.labels()),
            in.numbers().count(erasure.attempts())),
        String.join(", ", learned));
  }
}
