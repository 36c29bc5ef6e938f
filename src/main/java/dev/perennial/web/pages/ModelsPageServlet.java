package dev.perennial.web.pages;

import dev.perennial.access.Openness;
import dev.perennial.access.Right;
import dev.perennial.model.Feature;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Watched;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /models}: what is served, one line each. Safe for use by many threads. */
public final class ModelsPageServlet extends HttpServlet {
  private final transient LiveModels models;
  private final transient Watched watched;
  private final transient Openness open;

  /**
   * All models.
   *
   * @param troubles of models and folders, whether an earlier version serves or none
   * @param monitored whether the reader may see how they are
   */
  public record View(List<Line> models, List<Trouble> troubles, boolean monitored) {}

  /**
   * One model that answers.
   *
   * @param path of its page, without the context path
   * @param target what it predicts, in words
   * @param inputs how many of what kind
   * @param sentence what the mark means here, or ""
   */
  public record Line(
      String model,
      String path,
      String title,
      int version,
      String target,
      String inputs,
      Mark mark,
      String sentence) {}

  /** What is wrong with a model, in a sentence. */
  public record Trouble(String model, String sentence) {}

  /**
   * @param open what strangers may see
   */
  public ModelsPageServlet(LiveModels models, Watched watched, Openness open) {
    this.models = models;
    this.watched = watched;
    this.open = open;
  }

  /** Of a model's page, without the context path. */
  static String path(String model) {
    return "/models/" + model;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean monitored = Exchange.of(request).caller().may(Right.MONITOR, open);
    List<Line> lines =
        models.names().stream()
            .flatMap(name -> models.find(name).stream())
            .map(live -> line(live, monitored, Language.of(request)))
            .toList();
    List<Trouble> troubles =
        models.troubles().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Trouble(e.getKey(), Figures.sentence(e.getValue())))
            .toList();
    Page.show(request, response, "models", new View(lines, troubles, monitored));
  }

  private Line line(Live live, boolean monitored, Language in) {
    String model = live.model().id().model();
    Feature target = live.inputs().schema().target();
    var diagnosis =
        monitored
            ? watched.reports().apply(model, Span.QUARTER).map(report -> report.diagnosis())
            : Optional.<Diagnosis>empty();
    return new Line(
        model,
        path(model),
        live.model().manifest().title(),
        live.model().id().version(),
        predicts(target, in),
        CardView.inputs(live.inputs().schema(), in),
        diagnosis.map(d -> Mark.of(d.code())).orElse(new Mark("none", "mark.answers")),
        diagnosis.map(d -> Figures.sentence(in.said(d.sentence()))).orElse(""));
  }

  private static String predicts(Feature target, Language in) {
    String label = target.label();
    return target.isNominal()
        ? in.say("models.of", label, CardView.classes(target, in))
        : target
            .unit()
            .map(unit -> in.say("models.a-number-in", label, unit))
            .orElseGet(() -> in.say("models.a-number", label));
  }
}
