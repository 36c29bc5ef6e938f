package dev.perennial.web.pages;

import dev.perennial.db.DatabaseException;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /monitor}: all models at a glance. Safe for use by many threads. */
public final class MonitorsServlet extends HttpServlet {
  private static final Logger logger = LoggerFactory.getLogger(MonitorsServlet.class);
  private final transient Watched watched;
  private final transient Welcome welcome;

  /**
   * All models, and the span that their figures are of.
   *
   * @param alarms of the service that concern the page itself
   * @param known whether the models could be looked at
   */
  public record View(String window, List<AlarmView> alarms, boolean known, List<Line> models) {}

  /** One model in a line. */
  public record Line(
      String model,
      String path,
      int version,
      Mark diagnosis,
      String sentence,
      String action,
      String rows,
      long alarms) {
    static Line of(Report report, Language in) {
      return new Line(
          report.model(),
          MonitorView.path(report.model()),
          report.version(),
          Mark.of(report.diagnosis().code()),
          in.said(report.diagnosis().sentence()),
          in.said(report.diagnosis().action()),
          in.numbers().count(report.rows()),
          report.alarms().stream().filter(a -> a.alarm().open()).count());
    }
  }

  public MonitorsServlet(Watched watched, Welcome welcome) {
    this.watched = watched;
    this.welcome = welcome;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Span span = WindowQuery.read(request);
    welcome.greet(request);
    Page.show(request, response, "monitors", view(span, Language.of(request)));
  }

  private View view(Span span, Language in) {
    String window = MonitorView.name(span, in);
    try {
      List<Line> lines = watched.all(span).stream().map(report -> Line.of(report, in)).toList();
      return new View(window, alarms(in), true, lines);
    } catch (DatabaseException e) {
      logger.warn("the models cannot be looked at: {}", e.getMessage());
      return new View(window, alarms(in), false, List.of());
    }
  }

  private List<AlarmView> alarms(Language in) {
    return watched.withoutDatabase().get().stream().map(each -> AlarmView.of(each, in)).toList();
  }
}
