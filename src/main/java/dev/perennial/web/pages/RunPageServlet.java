package dev.perennial.web.pages;

import dev.perennial.model.ModelRegistry;
import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /runs/{run}}: a run's story, which renews itself while it goes on; {@code
 * /runs/{run}/cancel}. Safe for use by many threads.
 */
public final class RunPageServlet extends HttpServlet {
  private final transient Runs runs;
  private final transient ModelRegistry registry;

  public RunPageServlet(Runs runs, ModelRegistry registry) {
    this.runs = runs;
    this.registry = registry;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    Run run = Doorway.run(runs, exchange.parameter("run"));
    Done.say(request);
    RunView view =
        RunView.of(run, runs.progress(run.id()), registry, exchange, Language.of(request));
    Page.show(request, response, "run", view);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    Run run = Doorway.run(runs, exchange.parameter("run"));
    if (runs.cancel(run.id(), exchange.caller().actor())) {
      Done.CANCELLED.at(request, response, "/runs/" + run.id());
    } else {
      Redirect.to(request, response, "/runs/" + run.id());
    }
  }
}
