package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.access.Right.MONITOR;
import static dev.perennial.web.Route.Trace.COUNTED;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.training.Versus;
import dev.perennial.web.Route;
import dev.perennial.web.api.Changes;
import dev.perennial.web.api.PromoteServlet;
import dev.perennial.web.api.RetrainServlet;
import dev.perennial.web.api.RunEventsServlet;
import dev.perennial.web.api.RunsServlet;
import dev.perennial.web.api.VersionsServlet;
import dev.perennial.web.api.VersionsServlet.What;
import dev.perennial.web.pages.CompareServlet;
import dev.perennial.web.pages.LoopView;
import dev.perennial.web.pages.PromotePageServlet;
import dev.perennial.web.pages.RetrainPageServlet;
import dev.perennial.web.pages.RunPageServlet;
import dev.perennial.web.pages.VersionsPageServlet;
import java.util.List;

/** The URLs by which models are renewed: part of {@link Routes}. */
final class RenewalRoutes {
  private RenewalRoutes() {}

  static List<Route> api(App app) {
    var get = List.of("GET");
    var post = List.of("POST");
    String model = "/api/v1/models/{model}";
    String runs = "/api/v1/runs";
    var retrain = new RetrainServlet(app.registry, app.renewal.runs);
    var all = new RunsServlet(app.renewal.runs, false);
    var one = new RunsServlet(app.renewal.runs, true);
    var events = new RunEventsServlet(app.renewal.runs, app.renewal.events);
    var versions = new VersionsServlet(app.registry, What.ALL);
    var version = new VersionsServlet(app.registry, What.ONE);
    var history = new VersionsServlet(app.registry, What.HISTORY);
    var promote = new PromoteServlet(app.registry, changes(app), Changes.What.PROMOTE);
    var challenge = new PromoteServlet(app.registry, changes(app), Changes.What.CHALLENGE);
    var withdraw = new PromoteServlet(app.registry, changes(app), Changes.What.WITHDRAW);
    var back = new PromoteServlet(app.registry, changes(app), Changes.What.ROLL_BACK);
    return List.of(
        new Route("retrain", post, model + "/retrain", RECORDED, ADMINISTRATOR, retrain),
        new Route("runs", get, runs, RECORDED, MONITOR, all),
        new Route("run", get, runs + "/{run}", RECORDED, MONITOR, one),
        new Route("run-events", get, runs + "/{run}/events", COUNTED, MONITOR, events),
        new Route("cancel", post, runs + "/{run}/cancel", RECORDED, ADMINISTRATOR, one),
        new Route("versions", get, model + "/versions", RECORDED, MONITOR, versions),
        new Route("version", get, model + "/versions/{version}", RECORDED, MONITOR, version),
        new Route("history", get, model + "/history", RECORDED, MONITOR, history),
        new Route(
            "promote",
            post,
            model + "/versions/{version}/promote",
            RECORDED,
            ADMINISTRATOR,
            promote),
        new Route(
            "challenge",
            post,
            model + "/versions/{version}/challenge",
            RECORDED,
            ADMINISTRATOR,
            challenge),
        new Route(
            "withdraw",
            post,
            model + "/versions/{version}/withdraw",
            RECORDED,
            ADMINISTRATOR,
            withdraw),
        new Route("rollback", post, model + "/rollback", RECORDED, ADMINISTRATOR, back));
  }

  private static Changes changes(App app) {
    return new Changes(app.renewal.deployment, app.access.audit());
  }

  /** What the picture of a model's life is drawn from. */
  static LoopView.Sources loop(App app) {
    return new LoopView.Sources(app.registry, app.renewal.runs, MonitorRoutes.watched(app));
  }

  static List<Route> pages(App app) {
    var get = List.of("GET");
    var post = List.of("POST");
    var getPost = List.of("GET", "POST");
    String model = "/models/{model}";
    var versions = new VersionsPageServlet(loop(app));
    var compare =
        new CompareServlet(
            app.registry, new Versus(app.registry, app.renewal.rows), app.references::made);
    var retrain = new RetrainPageServlet(loop(app), app.renewal.rows);
    var run = new RunPageServlet(app.renewal.runs, app.registry);
    var promote = new PromotePageServlet(app.registry, changes(app), Changes.What.PROMOTE);
    var challenge = new PromotePageServlet(app.registry, changes(app), Changes.What.CHALLENGE);
    var withdraw = new PromotePageServlet(app.registry, changes(app), Changes.What.WITHDRAW);
    var back = new PromotePageServlet(app.registry, changes(app), Changes.What.ROLL_BACK);
    return List.of(
        new Route("versions-page", get, model + "/versions", RECORDED, MONITOR, versions),
        new Route("compare-page", get, model + "/compare", RECORDED, MONITOR, compare),
        new Route("retrain-page", getPost, model + "/retrain", RECORDED, ADMINISTRATOR, retrain),
        new Route("promote-page", post, model + "/promote", RECORDED, ADMINISTRATOR, promote),
        new Route("challenge-page", post, model + "/challenge", RECORDED, ADMINISTRATOR, challenge),
        new Route("withdraw-page", post, model + "/withdraw", RECORDED, ADMINISTRATOR, withdraw),
        new Route("roll-back-page", post, model + "/roll-back", RECORDED, ADMINISTRATOR, back),
        new Route("run-page", get, "/runs/{run}", RECORDED, MONITOR, run),
        new Route("cancel-page", post, "/runs/{run}/cancel", RECORDED, ADMINISTRATOR, run));
  }
}
