package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.access.Right.MONITOR;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.watch.Incidents;
import dev.perennial.web.Past;
import dev.perennial.web.Route;
import dev.perennial.web.Watched;
import dev.perennial.web.api.AlarmActServlet;
import dev.perennial.web.api.AlarmsServlet;
import dev.perennial.web.api.MonitorDocumentServlet;
import dev.perennial.web.api.SeriesServlet;
import dev.perennial.web.pages.AlarmActPageServlet;
import dev.perennial.web.pages.IncidentsServlet;
import dev.perennial.web.pages.MonitorServlet;
import dev.perennial.web.pages.MonitorsServlet;
import dev.perennial.web.pages.ReportServlet;
import dev.perennial.web.pages.Welcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The URLs of the monitor: part of {@link Routes}. */
final class MonitorRoutes {
  private static final String DATA = "/api/v1/models/{model}";
  private static final String PAGE = "/monitor/{model}";

  private MonitorRoutes() {}

  static List<Route> of(App app, Welcome welcome) {
    List<Route> routes = new ArrayList<>(read(watched(app), welcome));
    var post = List.of("POST");
    var page = new AlarmActPageServlet(app.monitor, app.clock);
    String alarm = DATA + "/alarms/{kind}";
    routes.addAll(
        List.of(
            new Route(
                "acknowledge",
                post,
                alarm + "/acknowledge",
                RECORDED,
                ADMINISTRATOR,
                new AlarmActServlet(app.monitor, false)),
            new Route(
                "silence",
                post,
                alarm + "/silence",
                RECORDED,
                ADMINISTRATOR,
                new AlarmActServlet(app.monitor, true)),
            new Route("alarm-act", post, PAGE + "/alarms/{kind}", RECORDED, ADMINISTRATOR, page)));
    return routes;
  }

  /** What pages, documents and metrics read. */
  static Watched watched(App app) {
    return new Watched(
        app.monitor::models,
        app.monitor::report,
        app.monitor::series,
        app.monitor::withoutDatabase,
        model -> app.registry.champion(model).map(v -> app.registry.schema(v.key())),
        app.unattended::of,
        past(app));
  }

  private static Past past(App app) {
    Incidents incidents = new Incidents(app.database);
    return new Past(
        app.registry::history,
        model -> app.renewal.runs.newest(Optional.of(model), Long.MAX_VALUE, Past.MOST),
        (model, from) -> incidents.turns(model, from, Past.MOST),
        (model, before) -> incidents.of(model, before, Past.INCIDENTS));
  }

  /** What is read of the monitor. */
  static List<Route> read(Watched watched, Welcome welcome) {
    var get = List.of("GET");
    var document = new MonitorDocumentServlet(watched);
    String data = DATA + "/monitor";
    return List.of(
        new Route("monitor", get, data, RECORDED, MONITOR, document),
        new Route("series", get, data + "/series", RECORDED, MONITOR, new SeriesServlet(watched)),
        new Route("alarms", get, "/api/v1/alarms", RECORDED, MONITOR, new AlarmsServlet(watched)),
        new Route(
            "monitor-pages",
            get,
            "/monitor",
            RECORDED,
            MONITOR,
            new MonitorsServlet(watched, welcome)),
        new Route(
            "monitor-page", get, PAGE, RECORDED, MONITOR, new MonitorServlet(watched, welcome)),
        new Route(
            "incidents",
            get,
            PAGE + "/incidents",
            RECORDED,
            MONITOR,
            new IncidentsServlet(watched)),
        new Route(
            "report", get, PAGE + "/report.html", RECORDED, MONITOR, new ReportServlet(watched)),
        new Route("report-data", get, PAGE + "/report.json", RECORDED, MONITOR, document));
  }
}
