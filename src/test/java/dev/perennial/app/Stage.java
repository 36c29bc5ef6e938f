package dev.perennial.app;

import static dev.perennial.access.Right.ANYONE;
import static dev.perennial.web.Route.Trace.COUNTED;

import dev.perennial.model.Schema;
import dev.perennial.web.Dispatcher;
import dev.perennial.web.Pasts;
import dev.perennial.web.Problem;
import dev.perennial.web.Reports;
import dev.perennial.web.Route;
import dev.perennial.web.Upkeeps;
import dev.perennial.web.Watched;
import dev.perennial.web.filter.Assets;
import dev.perennial.web.filter.Compression;
import dev.perennial.web.filter.RequestRecord;
import dev.perennial.web.filter.SecurityHeaders;
import dev.perennial.web.pages.ErrorServlet;
import dev.perennial.web.pages.LoopView;
import dev.perennial.words.Said;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The site's routes once more, where the monitor's pages show the {@link Reports} made by hand: one
 * model for each state. The model "turned" has labels and units, as iris has them.
 */
public final class Stage implements AutoCloseable {
  private static final LoopView NO_LOOP = new LoopView(List.of());

  private final Server server = new Server();
  public final URI root;

  /** Whose parts it has. */
  public final Site site;

  /** Starts it over the parts of a site, which has to outlive it. */
  public static Stage over(Site site) throws Exception {
    return new Stage(site);
  }

  private Stage(Site site) throws Exception {
    this.site = site;
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.getInteger("stage.port", 0));
    server.addConnector(connector);
    Path folder = Files.createTempDirectory("perennial-stage");
    WebAppContext context = new WebAppContext();
    context.setBaseResource(ResourceFactory.root().newResource(Path.of("src/main/webapp")));
    context.setDescriptor(site.descriptor().toString());
    context.setContextPath("/");
    context.setTempDirectory(folder.toFile());
    context.setParentLoaderPriority(true);
    context.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, Site.JARS);
    context.addServletContainerInitializer((classes, servlets) -> register(site, servlets));
    server.setHandler(context);
    server.start();
    root = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  private static Optional<Schema> iris(App app) {
    return app.registry.champion("iris").map(id -> app.registry.manifest(id.key()).schema());
  }

  private static void register(Site site, ServletContext context) {
    Watched made =
        new Watched(
            () -> Reports.NAMES,
            Reports::of,
            Reports::series,
            List::of,
            model -> model.equals("turned") ? iris(site.app) : Optional.empty(),
            Upkeeps::of,
            Pasts.made());
    List<Route> routes =
        new ArrayList<>(MonitorRoutes.read(made, Guided.welcome(site.app), (model, in) -> NO_LOOP));
    routes.add(new Route("broken", List.of("GET"), "/broken", COUNTED, ANYONE, new Broken()));
    routes.add(new Route("away", List.of("GET"), "/away", COUNTED, ANYONE, new Away()));
    routes.addAll(site.routes());
    App app = site.app;
    filter(
        context,
        "record",
        new RequestRecord(app.journal, app.ids, app.counts::count, (route, status, nanos) -> {}));
    filter(context, "headers", new SecurityHeaders());
    filter(context, "compression", new Compression());
    filter(context, "assets", new Assets());
    String[] patterns = routes.stream().map(Route::pattern).distinct().toArray(String[]::new);
    var dispatcher = new Dispatcher(routes, app.access, app.open, app.proxies, Site.MOST_BODY);
    ServletRegistration.Dynamic registered = context.addServlet("dispatcher", dispatcher);
    registered.addMapping(patterns);
    registered.setAsyncSupported(true);
    BringRoutes.register(app, context, routes, Site.MOST_BODY);
    context.addServlet("error", new ErrorServlet()).addMapping("/error");
  }

  private static void filter(ServletContext context, String name, Filter filter) {
    EnumSet<DispatcherType> types = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR);
    FilterRegistration.Dynamic added = context.addFilter(name, filter);
    added.addMappingForUrlPatterns(types, true, "/*");
    added.setAsyncSupported(true);
  }

  /** The address of a path, given without a leading slash. */
  public URI at(String path) {
    return URI.create(root + path);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server did not stop", e);
    }
  }

  /** A page that always fails. */
  private static final class Broken extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  /** A page that is never to be had now. */
  private static final class Away extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      throw Problem.unavailable(Said.verbatim("The server is stopping.")).asException();
    }
  }

  /** To look at the states in a browser: {@code -Dstage.port=8099}, until the process ends. */
  public static void main(String[] args) throws Exception {
    Stage stage = over(Site.start("/", "iris"));
    System.out.println(stage.root);
    Thread.currentThread().join();
  }
}
