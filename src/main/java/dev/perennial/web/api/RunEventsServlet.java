package dev.perennial.web.api;

import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /api/v1/runs/{run}/events}: how a run goes, as server-sent events, until it ends. Safe
 * for use by many threads.
 */
public final class RunEventsServlet extends HttpServlet {
  private final transient Runs runs;
  private final transient RunEvents events;

  public RunEventsServlet(Runs runs, RunEvents events) {
    this.runs = runs;
    this.events = events;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Run run = Doorway.run(runs, Exchange.of(request).parameter("run"));
    response.setContentType("text/event-stream");
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("GET")) {
      events.follow(run.id(), request);
    }
  }
}
