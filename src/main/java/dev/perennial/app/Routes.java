package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.access.Right.ANYONE;
import static dev.perennial.access.Right.PREDICT;
import static dev.perennial.web.Route.Trace.COUNTED;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.log.Drain;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.ModelRegistry;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.Predictor;
import dev.perennial.web.AdminToken;
import dev.perennial.web.Dispatcher;
import dev.perennial.web.Route;
import dev.perennial.web.api.HealthServlet;
import dev.perennial.web.api.LiveServlet;
import dev.perennial.web.api.ModelServlet;
import dev.perennial.web.api.ModelsServlet;
import dev.perennial.web.api.PredictServlet;
import dev.perennial.web.api.PredictionsServlet;
import dev.perennial.web.api.Readiness;
import dev.perennial.web.filter.Gate;
import dev.perennial.web.filter.RequestRecord;
import dev.perennial.web.filter.SecurityHeaders;
import dev.perennial.web.pages.ErrorServlet;
import dev.perennial.web.pages.FormServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Every URL that Perennial answers, in one list, and the filters that all of them pass. */
public final class Routes {
  private final Parts parts;
  private final List<Route> routes;

  /**
   * What the routes are made of.
   *
   * @param mostBody the largest body that is read, in bytes
   * @param defaultModel whose form stands on the first page
   * @param count takes the route and status of a request that is counted, not recorded
   */
  public record Parts(
      LiveModels models,
      ModelRegistry registry,
      Predictor predictor,
      FailedAttempts failed,
      Journal journal,
      Drain drain,
      PredictionLog log,
      Ids ids,
      IdText idText,
      Gate gate,
      AdminToken adminToken,
      int mostBody,
      String defaultModel,
      ObjIntConsumer<String> count) {}

  public Routes(Parts parts) {
    this.parts = parts;
    var p = parts;
    var readiness = new Readiness(p.models, p.journal, p.drain, p.gate::isStopping);
    var form = new FormServlet(p.models, p.predictor, p.failed, p.mostBody, p.defaultModel);
    var predict = new PredictServlet(p.models, p.predictor, p.failed, p.mostBody);
    var models = new ModelsServlet(p.registry, p.models);
    var model = new ModelServlet(p.registry, p.models);
    var predictions = new PredictionsServlet(p.registry, p.log, p.drain, p.idText);
    var get = List.of("GET");
    var post = List.of("POST");
    var getPost = List.of("GET", "POST");
    String one = "/api/v1/models/{model}";
    routes =
        List.of(
            new Route("form", getPost, "/", RECORDED, PREDICT, form),
            new Route("predict", post, one + "/predict", RECORDED, PREDICT, predict),
            new Route("models", get, "/api/v1/models", RECORDED, PREDICT, models),
            new Route("model", get, one, RECORDED, PREDICT, model),
            new Route(
                "predictions", get, one + "/predictions", RECORDED, ADMINISTRATOR, predictions),
            new Route("live", get, "/health/live", COUNTED, ANYONE, new LiveServlet()),
            new Route(
                "ready", get, "/health/ready", COUNTED, ANYONE, new HealthServlet(readiness)));
  }

  public List<Route> all() {
    return routes;
  }

  /** Tells the container, while it starts the web application. */
  public void register(ServletContext context) {
    filter(context, "record", new RequestRecord(parts.journal, parts.ids, parts.count));
    filter(context, "headers", new SecurityHeaders());
    filter(context, "gate", parts.gate);
    String[] patterns = routes.stream().map(Route::pattern).distinct().toArray(String[]::new);
    context
        .addServlet("dispatcher", new Dispatcher(routes, parts.adminToken::allows))
        .addMapping(patterns);
    context.addServlet("error", new ErrorServlet()).addMapping("/error");
  }

  private static void filter(ServletContext context, String name, Filter filter) {
    EnumSet<DispatcherType> types =
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
    context.addFilter(name, filter).addMappingForUrlPatterns(types, true, "/*");
  }
}
