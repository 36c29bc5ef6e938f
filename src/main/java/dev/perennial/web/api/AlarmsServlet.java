package dev.perennial.web.api;

import dev.perennial.db.DatabaseException;
import dev.perennial.watch.Span;
import dev.perennial.web.Json;
import dev.perennial.web.Watched;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/v1/alarms}: the alarms of all models. Safe for use by many threads. */
public final class AlarmsServlet extends HttpServlet {
  private static final Logger logger = LoggerFactory.getLogger(AlarmsServlet.class);
  private final transient Watched watched;

  public AlarmsServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Json.send(response, 200, "application/json", document());
  }

  private byte[] document() {
    try {
      return MonitorDocument.alarms(watched.all(Span.QUARTER));
    } catch (DatabaseException e) {
      logger.warn("the alarms cannot be read: {}", e.getMessage());
      return MonitorDocument.alarmsWithoutDatabase(watched.withoutDatabase().get());
    }
  }
}
