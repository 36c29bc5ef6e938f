package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.access.Right.MONITOR;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import dev.perennial.demo.Doors;
import dev.perennial.demo.Renewing;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.VersionId;
import dev.perennial.training.Watched;
import dev.perennial.web.Route;
import dev.perennial.web.pages.DemoServlet;
import dev.perennial.web.pages.Welcome;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the guided demo and what an empty server says, and names their URLs. */
final class Guided {
  private Guided() {}

  static Demo demo(
      App app, Consumer<LoadedModel> serve, Function<String, Watched> watched, Settings settings) {
    Doors doors = new Doors(app.live, app.predictor, app.labels, app.ids, app.drain);
    Copy copy =
        new Copy(app.database, app.registry, app.clock, doors, serve, app.monitor::betweenLooks);
    Renewing renewing =
        new Renewing(
            app.renewal.runs,
            app.renewal.deployment,
            app.registry,
            () -> watched.apply(Copy.MODEL));
    return new Demo(
        copy, doors, renewing, app.clock, settings.integer("perennial.demo.rows-per-second"));
  }

  /** Asks the database once, at the start; then only what was answered since. */
  static Welcome welcome(App app) {
    Set<Integer> real =
        app.registry.models().stream()
            .filter(model -> !model.equals(Copy.MODEL))
            .flatMap(model -> app.registry.versions(model).stream())
            .map(VersionId::key)
            .collect(Collectors.toSet());
    boolean empty = app.log.newest(real, 1).isEmpty();
    return new Welcome(
        app.demo,
        () ->
            empty
                && app.predictor.answered().keySet().stream()
                    .allMatch(version -> version.model().equals(Copy.MODEL)));
  }

  static List<Route> routes(App app) {
    var page = new DemoServlet(app.demo, app.monitor::report, app.access.audit());
    var get = List.of("GET");
    var post = List.of("POST");
    var getPost = List.of("GET", "POST");
    return List.of(
        new Route("demo", get, "/demo", RECORDED, MONITOR, page),
        new Route("demo-play", getPost, "/demo/play", RECORDED, ADMINISTRATOR, page),
        new Route("demo-stop", post, "/demo/stop", RECORDED, ADMINISTRATOR, page),
        new Route("demo-remove", post, "/demo/remove", RECORDED, ADMINISTRATOR, page));
  }
}
