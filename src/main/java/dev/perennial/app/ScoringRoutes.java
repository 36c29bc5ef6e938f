package dev.perennial.app;

import static dev.perennial.access.Right.ANYONE;
import static dev.perennial.access.Right.PREDICT;
import static dev.perennial.web.Route.Trace.COUNTED;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.web.Route;
import dev.perennial.web.api.InvocationsServlet;
import dev.perennial.web.api.PingServlet;
import java.util.List;

/** The URLs of MLflow's scoring protocol; the default model answers. */
final class ScoringRoutes {
  private ScoringRoutes() {}

  static List<Route> of(App app, int mostBody) {
    String model = app.settings.text("perennial.model.default");
    var invocations =
        new InvocationsServlet(app.live, app.predictor, app.failures, model, mostBody);
    var ping = new PingServlet(app.live, model, Version.text());
    var get = List.of("GET");
    return List.of(
        new Route("invocations", List.of("POST"), "/invocations", RECORDED, PREDICT, invocations),
        new Route("ping", get, "/ping", COUNTED, ANYONE, ping),
        new Route("health", get, "/health", COUNTED, ANYONE, ping),
        new Route("version", get, "/version", COUNTED, PREDICT, ping));
  }
}
