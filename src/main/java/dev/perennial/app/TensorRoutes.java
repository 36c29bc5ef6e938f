package dev.perennial.app;

import static dev.perennial.access.Right.ANYONE;
import static dev.perennial.access.Right.PREDICT;
import static dev.perennial.web.Route.Trace.COUNTED;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.serving.InferenceStats;
import dev.perennial.web.Route;
import dev.perennial.web.api.HealthServlet;
import dev.perennial.web.api.InferServlet;
import dev.perennial.web.api.LiveServlet;
import dev.perennial.web.api.Readiness;
import dev.perennial.web.api.TensorModelServlet;
import dev.perennial.web.api.TensorModels;
import dev.perennial.web.api.TensorServerServlet;
import dev.perennial.web.api.TensorStatsServlet;
import java.util.List;

/** The URLs of the Open Inference Protocol. */
final class TensorRoutes {
  private TensorRoutes() {}

  static List<Route> of(App app, Readiness readiness, int mostBody) {
    var models = new TensorModels(app.registry, app.live);
    var server = new TensorServerServlet(app.live, Version.text());
    var model = new TensorModelServlet(models);
    var stats = new InferenceStats();
    var told = new TensorStatsServlet(models, stats);
    var infer = new InferServlet(models, app.predictor, app.failures, stats, app.clock, mostBody);
    var get = List.of("GET");
    var post = List.of("POST");
    String one = "/v2/models/{model}";
    String version = one + "/versions/{version}";
    return List.of(
        new Route("v2-live", get, "/v2/health/live", COUNTED, ANYONE, new LiveServlet()),
        new Route(
            "v2-ready", get, "/v2/health/ready", COUNTED, ANYONE, new HealthServlet(readiness)),
        new Route("v2", get, "/v2", RECORDED, PREDICT, server),
        new Route("v2-root", get, "/v2/", RECORDED, PREDICT, server),
        new Route("v2-models", get, "/v2/models", RECORDED, PREDICT, server),
        new Route("v2-model", get, one, RECORDED, PREDICT, model),
        new Route("v2-version", get, version, RECORDED, PREDICT, model),
        new Route("v2-model-ready", get, one + "/ready", COUNTED, PREDICT, model),
        new Route("v2-version-ready", get, version + "/ready", COUNTED, PREDICT, model),
        new Route("v2-stats", get, one + "/stats", RECORDED, PREDICT, told),
        new Route("v2-version-stats", get, version + "/stats", RECORDED, PREDICT, told),
        new Route("v2-infer", post, one + "/infer", RECORDED, PREDICT, infer),
        new Route("v2-version-infer", post, version + "/infer", RECORDED, PREDICT, infer));
  }
}
