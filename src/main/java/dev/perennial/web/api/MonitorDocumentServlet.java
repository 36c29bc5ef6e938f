package dev.perennial.web.api;

import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/v1/models/{model}/monitor} and, as a file to keep, {@code GET
 * /monitor/{model}/report.json}. Safe for use by many threads.
 */
public final class MonitorDocumentServlet extends HttpServlet {
  private final transient Watched watched;

  public MonitorDocumentServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Span span = WindowQuery.read(request);
    Report report = watched.report(Exchange.of(request).parameter("model"), span);
    if (request.getServletPath().equals("/monitor")) {
      String name = report.model().replaceAll("[^A-Za-z0-9._-]", "_") + "-monitor.json";
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    Json.send(
        response,
        200,
        "application/json",
        MonitorDocument.of(report, watched.upkeep().apply(report.model())));
  }
}
