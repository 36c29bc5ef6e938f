package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.web.Route;
import dev.perennial.web.api.Erasing;
import dev.perennial.web.api.ErasureServlet;
import dev.perennial.web.api.PredictionsServlet;
import dev.perennial.web.pages.ExportPageServlet;
import java.util.List;

/** The URLs by which the log leaves, and by which parts of it are erased. */
final class LogRoutes {
  private LogRoutes() {}

  static List<Route> of(App app) {
    var erasing = new Erasing(app.registry, app.log, app.drain, app.idText, app.eraser);
    var log = new PredictionsServlet(app.registry, app.log, app.drain, app.idText, erasing);
    var one = new ErasureServlet(erasing, false);
    var all = new ErasureServlet(erasing, true);
    var page = new ExportPageServlet(app.registry, app.idText, erasing);
    var get = List.of("GET");
    var delete = List.of("DELETE");
    String model = "/api/v1/models/{model}";
    return List.of(
        new Route(
            "predictions",
            List.of("GET", "DELETE"),
            model + "/predictions",
            RECORDED,
            ADMINISTRATOR,
            log),
        new Route(
            "prediction",
            delete,
            model + "/predictions/{prediction_id}",
            RECORDED,
            ADMINISTRATOR,
            one),
        new Route("erasures", get, model + "/erasures", RECORDED, ADMINISTRATOR, all),
        new Route("erasure", get, model + "/erasures/{erasure}", RECORDED, ADMINISTRATOR, one),
        new Route(
            "export-page",
            List.of("GET", "POST"),
            "/models/{model}/export",
            RECORDED,
            ADMINISTRATOR,
            page));
  }
}
