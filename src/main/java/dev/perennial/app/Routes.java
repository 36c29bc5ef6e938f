package dev.perennial.app;

import static dev.perennial.access.Right.ADMINISTRATOR;
import static dev.perennial.access.Right.ANYONE;
import static dev.perennial.access.Right.LABEL;
import static dev.perennial.access.Right.METRICS;
import static dev.perennial.access.Right.PREDICT;
import static dev.perennial.access.Right.READER;
import static dev.perennial.web.Route.Trace.COUNTED;
import static dev.perennial.web.Route.Trace.RECORDED;

import dev.perennial.watch.Deliveries;
import dev.perennial.web.Dispatcher;
import dev.perennial.web.Route;
import dev.perennial.web.api.AccountsServlet;
import dev.perennial.web.api.AuditServlet;
import dev.perennial.web.api.HealthServlet;
import dev.perennial.web.api.LabelServlet;
import dev.perennial.web.api.LabelsServlet;
import dev.perennial.web.api.LiveServlet;
import dev.perennial.web.api.Metrics;
import dev.perennial.web.api.ModelServlet;
import dev.perennial.web.api.ModelsServlet;
import dev.perennial.web.api.OpenApiServlet;
import dev.perennial.web.api.PredictServlet;
import dev.perennial.web.api.Readiness;
import dev.perennial.web.api.TokensServlet;
import dev.perennial.web.filter.Assets;
import dev.perennial.web.filter.Compression;
import dev.perennial.web.filter.RequestRecord;
import dev.perennial.web.filter.SecurityHeaders;
import dev.perennial.web.pages.AccountServlet;
import dev.perennial.web.pages.AdminAccountsServlet;
import dev.perennial.web.pages.AdminAuditServlet;
import dev.perennial.web.pages.AdminServlet;
import dev.perennial.web.pages.AdminTokensServlet;
import dev.perennial.web.pages.AnswerServlet;
import dev.perennial.web.pages.DocsServlet;
import dev.perennial.web.pages.ErrorServlet;
import dev.perennial.web.pages.FormServlet;
import dev.perennial.web.pages.KeptAnswers;
import dev.perennial.web.pages.LabelFormServlet;
import dev.perennial.web.pages.ModelsPageServlet;
import dev.perennial.web.pages.PageValues;
import dev.perennial.web.pages.SignInServlet;
import dev.perennial.web.pages.SignOutServlet;
import dev.perennial.web.pages.Welcome;
import dev.perennial.web.pages.WhyServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every URL that Perennial answers, in one list, and the filters that all of them pass. */
public final class Routes {
  private final App app;
  private final List<Route> routes;
  private final Metrics metrics;
  private final int mostBody;
  private final Welcome welcome;
  private final KeptAnswers kept;

  public Routes(App app) {
    this.app = app;
    mostBody = Math.toIntExact(app.settings.bytes("perennial.input.max-body"));
    welcome = Guided.welcome(app);
    kept = new KeptAnswers(app.clock);
    String first = app.settings.text("perennial.model.default");
    var readiness =
        new Readiness(app.live, app.journal, app.monitor::isDatabaseAway, app.gate::isStopping);
    var form = form(Optional.of(first));
    var batches = BatchRoutes.batches(app);
    var predict =
        new PredictServlet(
            app.live, app.predictor, app.failures, app.explainers, batches, mostBody);
    var why =
        new WhyServlet(app.registry, app.live, app.log, app.drain, app.idText, app.explainers);
    var answer = new AnswerServlet(kept, app.idText);
    var models = new ModelsServlet(app.registry, app.live);
    var model = new ModelServlet(app.registry, app.live);
    int mostLabels = Math.toIntExact(app.settings.bytes("perennial.label.max-body"));
    var told = new LabelFormServlet(app.labels, app.registry, app.log);
    var labels = new LabelsServlet(app.labels, mostLabels);
    var label = new LabelServlet(app.registry, app.log, app.labelLog, app.drain, app.idText);
    var get = List.of("GET");
    var post = List.of("POST");
    var getPost = List.of("GET", "POST");
    String one = "/api/v1/models/{model}";
    var page = form(Optional.empty());
    var catalog = new ModelsPageServlet(app.live, MonitorRoutes.watched(app), app.open);
    var api = new OpenApiServlet(this::all, app.live, app.open, Version.text());
    metrics = MetricList.of(app, readiness, MonitorRoutes.watched(app));
    List<Route> serving =
        List.of(
            new Route("metrics", get, "/metrics", COUNTED, METRICS, metrics.servlet()),
            new Route("form", getPost, "/", RECORDED, PREDICT, form),
            new Route("openapi", get, "/openapi.json", RECORDED, PREDICT, api),
            new Route("docs", get, "/docs", RECORDED, PREDICT, new DocsServlet()),
            new Route("models-page", get, "/models", RECORDED, PREDICT, catalog),
            new Route("model-page", getPost, "/models/{model}", RECORDED, PREDICT, page),
            new Route("predict", post, one + "/predict", RECORDED, PREDICT, predict),
            new Route("answer", get, "/answers/{prediction}/{key}", RECORDED, PREDICT, answer),
            new Route("why", get, "/why/{prediction}", RECORDED, PREDICT, why),
            new Route("models", get, "/api/v1/models", RECORDED, PREDICT, models),
            new Route("model", get, one, RECORDED, PREDICT, model),
            new Route("told", getPost, "/label", RECORDED, LABEL, told),
            new Route("labels", post, "/api/v1/labels", RECORDED, LABEL, labels),
            new Route(
                "label", get, "/api/v1/labels/{prediction_id}", RECORDED, ADMINISTRATOR, label),
            new Route("live", get, "/health/live", COUNTED, ANYONE, new LiveServlet()),
            new Route(
                "ready", get, "/health/ready", COUNTED, ANYONE, new HealthServlet(readiness)));
    routes =
        Stream.of(
                serving,
                administration(),
                LogRoutes.of(app),
                MonitorRoutes.of(app, welcome),
                Guided.routes(app),
                RenewalRoutes.api(app),
                RenewalRoutes.pages(app),
                TensorRoutes.of(app, readiness, mostBody),
                ScoringRoutes.of(app, mostBody),
                BatchRoutes.pages(app, batches),
                BringRoutes.of(app))
            .flatMap(List::stream)
            .toList();
  }

  private FormServlet form(Optional<String> model) {
    return new FormServlet(
        app.live,
        app.predictor,
        app.failures,
        kept,
        mostBody,
        model,
        app.open,
        welcome,
        RenewalRoutes.loop(app));
  }

  private List<Route> administration() {
    var signIn = new SignInServlet(app.access);
    var signOut = new SignOutServlet(app.access);
    var account = new AccountServlet(app.access);
    var admin =
        new AdminServlet(
            app.access,
            app.open,
            app.proxies,
            app.clock,
            Watching.webhook(app.settings).isPresent(),
            new Deliveries(app.database));
    var accountPage = new AdminAccountsServlet(app.access.accounts());
    var tokenPage = new AdminTokensServlet(app.access.tokens(), app.clock);
    var auditPage = new AdminAuditServlet(app.access.audit());
    var accounts = new AccountsServlet(app.access.accounts());
    var tokens = new TokensServlet(app.access.tokens());
    var audit = new AuditServlet(app.access.audit());
    var get = List.of("GET");
    var getPost = List.of("GET", "POST");
    var delete = List.of("DELETE");
    return List.of(
        new Route("sign-in", getPost, "/sign-in", RECORDED, ANYONE, signIn),
        new Route("sign-out", List.of("POST"), "/sign-out", RECORDED, ANYONE, signOut),
        new Route("account", getPost, "/account", RECORDED, READER, account),
        new Route("admin", get, "/admin", RECORDED, ADMINISTRATOR, admin),
        new Route(
            "admin-accounts", getPost, "/admin/accounts", RECORDED, ADMINISTRATOR, accountPage),
        new Route("admin-tokens", getPost, "/admin/tokens", RECORDED, ADMINISTRATOR, tokenPage),
        new Route("admin-audit", get, "/admin/audit", RECORDED, ADMINISTRATOR, auditPage),
        new Route("accounts", getPost, "/api/v1/accounts", RECORDED, ADMINISTRATOR, accounts),
        new Route(
            "an-account", delete, "/api/v1/accounts/{name}", RECORDED, ADMINISTRATOR, accounts),
        new Route("tokens", getPost, "/api/v1/tokens", RECORDED, ADMINISTRATOR, tokens),
        new Route("a-token", delete, "/api/v1/tokens/{id}", RECORDED, ADMINISTRATOR, tokens),
        new Route("audit", get, "/api/v1/audit", RECORDED, ADMINISTRATOR, audit));
  }

  public List<Route> all() {
    return routes;
  }

  /** Tells the container, while it starts the web application. */
  public void register(ServletContext context) {
    filter(
        context,
        "record",
        new RequestRecord(app.journal, app.ids, app.counts::count, metrics::took));
    filter(context, "headers", new SecurityHeaders());
    filter(context, "compression", new Compression());
    filter(context, "assets", new Assets());
    filter(context, "gate", app.gate);
    String[] patterns = routes.stream().map(Route::pattern).distinct().toArray(String[]::new);
    var dispatcher = new Dispatcher(routes, app.access, app.open, app.proxies, mostBody);
    ServletRegistration.Dynamic registered = context.addServlet("dispatcher", dispatcher);
    registered.setMultipartConfig(BatchRoutes.uploads(app));
    registered.addMapping(patterns);
    registered.setAsyncSupported(true);
    PageValues.register(context);
    BringRoutes.register(app, context, routes, mostBody);
    context.addServlet("error", new ErrorServlet()).addMapping("/error");
  }

  private static void filter(ServletContext context, String name, Filter filter) {
    EnumSet<DispatcherType> types =
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
    FilterRegistration.Dynamic added = context.addFilter(name, filter);
    added.addMappingForUrlPatterns(types, true, "/*");
    added.setAsyncSupported(true);
  }
}
