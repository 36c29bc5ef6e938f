package dev.perennial.web.api;

import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /api/v1/runs}: the 100 newest runs, of one model with {@code ?model=}, older than one
 * with {@code ?before=}; {@code GET /api/v1/runs/{run}}; {@code POST /api/v1/runs/{run}/cancel}.
 * Safe for use by many threads.
 */
public final class RunsServlet extends HttpServlet {
  private static final int PAGE = 100;
  private final transient Runs runs;
  private final boolean one;

  /**
   * @param one whether the route names a run
   */
  public RunsServlet(Runs runs, boolean one) {
    this.runs = runs;
    this.one = one;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    byte[] document =
        one
            ? RunDocument.of(Doorway.run(runs, exchange.parameter("run")), runs, exchange)
            : RunDocument.of(newest(request), runs, exchange);
    Json.send(response, 200, "application/json", document);
  }

  private List<Run> newest(HttpServletRequest request) {
    Fields query = Fields.ofQuery(request);
    String before = query.text("before");
    return runs.newest(
        Optional.of(query.text("model")).filter(model -> !model.isEmpty()),
        before.isEmpty() ? Long.MAX_VALUE : Doorway.run(runs, before).id(),
        PAGE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    Run run = Doorway.run(runs, exchange.parameter("run"));
    boolean unused = runs.cancel(run.id(), exchange.caller().actor());
    Run now = Doorway.run(runs, exchange.parameter("run"));
    Json.send(response, 200, "application/json", RunDocument.of(now, runs, exchange));
  }
}
