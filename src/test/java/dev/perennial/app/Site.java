package dev.perennial.app;

import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.IdText;
import dev.perennial.log.RequestCounts;
import dev.perennial.model.Seed;
import dev.perennial.web.Hostile;
import dev.perennial.web.Route;
import dev.perennial.web.filter.Gate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A real server on a free port, of real parts, with iris and a model of hostile names. */
public final class Site implements AutoCloseable {
  public static final String TOKEN = "a-token-for-the-tests-only-of-32-or-more";
  public static final String PASSWORD = "a-password-for-the-tests-only";
  private static final Clock UTC = Clock.systemUTC();
  public static final String SETOSA =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";
  public static final int MOST_BODY = 1 << 20;

  /** On the class path, what a war has in WEB-INF/lib: tags, and files to serve. */
  static final String JARS = ".*/(jakarta\\.servlet\\.jsp\\.jstl|uplot|swagger-ui)-.*\\.jar$";

  private final Path folder;
  private final Home home;
  private final Routes routes;
  private final Server server = new Server();
  public final App app;
  public final Database database;
  public final Drain drain;
  public final Gate gate;
  public final RequestCounts counts;
  public final HttpClient http = HttpClient.newHttpClient();
  public final URI root;

  /** Starts it with this model on the first page. */
  public static Site start(String contextPath, String defaultModel) throws Exception {
    return new Site(contextPath, defaultModel, Map.of(), List.of(), UTC, Fittings.STANDARD);
  }

  /** Starts it with these settings over the tests' own. */
  public static Site start(Map<String, String> settings) throws Exception {
    return start(settings, Fittings.STANDARD);
  }

  /** Starts it on other parts than its own. */
  static Site start(Map<String, String> settings, Fittings fittings) throws Exception {
    return new Site("/", "iris", settings, List.of(), UTC, fittings);
  }

  /** Starts it with the first of these models on the first page, beside the usual ones. */
  public static Site start(List<Seed> models) throws Exception {
    return start(models, UTC);
  }

  /** As before, in the time of this clock. */
  public static Site start(List<Seed> models, Clock clock) throws Exception {
    return new Site("/", models.get(0).name(), Map.of(), models, clock, Fittings.STANDARD);
  }

  private Site(
      String contextPath,
      String defaultModel,
      Map<String, String> settings,
      List<Seed> more,
      Clock clock,
      Fittings fittings)
      throws Exception {
    folder = Files.createTempDirectory("perennial-site");
    home = Home.open(folder.resolve("home"));
    Properties system = new Properties();
    system.setProperty("perennial.admin.token", TOKEN);
    system.setProperty("perennial.admin.password", PASSWORD);
    system.setProperty("perennial.model.default", defaultModel);
    system.setProperty("perennial.model.copies", "2");
    system.setProperty("perennial.drain.interval", "50ms");
    system.setProperty("perennial.proxy.trusted", "127.0.0.1");
    system.putAll(settings);
    List<Seed> seeds = new ArrayList<>(List.of(Seed.folder(Path.of("weka-models/iris"))));
    seeds.add(Hostile.seed());
    seeds.addAll(more);
    Settings loaded = Settings.load(home.settingsFile(), Map.of(), system);
    app = App.open(loaded, home, seeds, clock, fittings);
    database = app.database;
    drain = app.drain;
    gate = app.gate;
    counts = app.counts;
    routes = new Routes(app);
    root = serve(contextPath);
  }

  private URI serve(String contextPath) throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebAppContext context = new WebAppContext();
    context.setBaseResource(ResourceFactory.root().newResource(Path.of("src/main/webapp")));
    context.setDescriptor(descriptor().toString());
    context.setContextPath(contextPath);
    context.setTempDirectory(pages().toFile());
    context.setTempDirectoryPersistent(true);
    context.setParentLoaderPriority(true);
    context.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, JARS);
    context.addServletContainerInitializer((classes, servlets) -> routes.register(servlets));
    server.setHandler(context);
    server.start();
    String base = "http://127.0.0.1:" + connector.getLocalPort() + contextPath;
    return URI.create(base.endsWith("/") ? base : base + "/");
  }

  /** A folder of our own with the classes that the build made of the pages, as jetty:run has it. */
  private Path pages() throws IOException {
    Path own = folder.resolve("web");
    Path built = Path.of("target/pages");
    if (Files.notExists(built.resolve("jsp"))) { // then they are compiled at the first visit
      return own;
    }
    try (Stream<Path> files = Files.walk(built.resolve("jsp"))) {
      for (Path file : files.toList()) {
        Path copy = own.resolve(built.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return own;
  }

  /** The real web.xml without the listener, which would open a second application. */
  Path descriptor() throws IOException {
    String real = Files.readString(Path.of("WEB-INF-config/web.xml"));
    String bare = real.replaceAll("(?s)<listener>.*?</listener>", "");
    return Files.writeString(folder.resolve("web.xml"), bare);
  }

  /** The text of a file in the home's folder of secrets. */
  public String secret(String name) throws IOException {
    return Files.readString(home.folder("secrets").resolve(name)).strip();
  }

  /** The files below one of the home's folders, sorted. */
  public List<String> files(String name) throws IOException {
    Path top = home.folder(name);
    try (Stream<Path> files = Files.walk(top)) {
      return files.map(file -> top.relativize(file).toString()).sorted().toList();
    }
  }

  /** The files of the home that hold these bytes, sorted. */
  public List<String> holding(byte[] wanted) throws IOException {
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    for (String file : files(".")) {
      Path path = home.path().resolve(file);
      if (Files.isRegularFile(path)
          && Files.readString(path, StandardCharsets.ISO_8859_1).contains(needle)) {
        found.add(file);
      }
    }
    return found;
  }

  /** Adds a line to the audit. */
  public void audit(String actor, String act, String detail) {
    app.access.audit().record(actor, act, "", detail);
  }

  /** Every route there is. */
  public List<Route> routes() {
    return routes.all();
  }

  /** What prints and reads this site's prediction ids. */
  public IdText ids() {
    return app.idText;
  }

  /** The address of a path below the context path, given without a leading slash. */
  public URI at(String path) {
    return URI.create(root + path);
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> predict(String model, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(at("api/v1/models/" + model + "/predict"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** Sends a request line that no HTTP client would, and gives all of the response. */
  public String raw(String requestLine, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      String request =
          requestLine + " HTTP/1.1\r\nHost: x\r\n" + more + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server did not stop", e);
    }
    app.close();
    home.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
