package dev.perennial.web.pages;

import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code GET /monitor/{model}}: how a model is. Safe for use by many threads. */
public final class MonitorServlet extends HttpServlet {
  private final transient Watched watched;
  private final transient Welcome welcome;

  public MonitorServlet(Watched watched, Welcome welcome) {
    this.watched = watched;
    this.welcome = welcome;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Span span = WindowQuery.read(request, "feature", "all");
    Fields query = Fields.ofQuery(request);
    Optional<String> feature = Optional.of(query.text("feature")).filter(name -> !name.isEmpty());
    boolean all = !query.text("all").isEmpty();
    Report report = watched.report(Exchange.of(request).parameter("model"), span);
    welcome.mark(request, report.model());
    MonitorView.Asked asked = new MonitorView.Asked(Language.of(request), span, all, feature, "");
    Page.show(request, response, "monitor", MonitorView.of(report, watched, asked));
  }
}
