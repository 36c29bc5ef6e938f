package dev.perennial.web.api;

import dev.perennial.watch.Span;
import dev.perennial.web.Json;
import dev.perennial.web.Watched;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/v1/alarms}: the alarms of all models. Safe for use by many threads. */
public final class AlarmsServlet extends HttpServlet {
  private final transient Watched watched;

  public AlarmsServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] document = MonitorDocument.alarms(watched.all(Span.QUARTER));
    Json.send(response, 200, "application/json", document);
  }
}
