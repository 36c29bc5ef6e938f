package dev.perennial.web;

import dev.perennial.app.Routes;
import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.Durability;
import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.log.Journal;
import dev.perennial.log.JournalOptions;
import dev.perennial.log.PredictionLog;
import dev.perennial.log.RequestCounts;
import dev.perennial.model.Limits;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.Weka;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.Policy;
import dev.perennial.serving.Predictor;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
  public static final String TOKEN = "a-token-for-the-tests-only";
  public static final String SETOSA =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";
  public static final int MOST_BODY = 1 << 20;
  private final Path home;
  private final Server server = new Server();
  public final Database database;
  public final Journal journal;
  public final Drain drain;
  public final LiveModels models;
  public final Gate gate = new Gate();
  public final RequestCounts counts = new RequestCounts();
  public final HttpClient http = HttpClient.newHttpClient();
  public final URI root;

  /** Starts it with this model on the first page. */
  public static Site start(String contextPath, String defaultModel) throws Exception {
    return new Site(contextPath, defaultModel);
  }

  private Site(String contextPath, String defaultModel) throws Exception {
    home = Files.createTempDirectory("perennial-site");
    Weka.prepare(home);
    Clock clock = Clock.systemUTC();
    database = Database.open(home.resolve("db"));
    var registry =
        new ModelRegistry(
            database, home.resolve("registry"), new ModelFiles(Limits.DEFAULT), clock, 2);
    new SeedImport(registry).run(List.of(Seed.folder(Path.of("weka-models/iris")), Hostile.seed()));
    Policy policy = Policy.strict();
    models = new LiveModels(policy);
    registry.models().forEach(name -> models.serve(registry.loadBest(name).model()));
    journal = Journal.open(home.resolve("journal"), JournalOptions.of(Durability.WRITTEN));
    drain =
        Drain.start(
            journal, database, registry::schema, (handle, entries) -> {}, Duration.ofMillis(50));
    Ids ids = new Ids(clock, 0);
    IdText idText = new IdText(new byte[32]);
    var failed =
        new FailedAttempts(journal, ids, 100, () -> counts.count("attempt beyond the bound", 400));
    var routes =
        new Routes(
            new Routes.Parts(
                models,
                registry,
                new Predictor(journal, ids, idText, policy),
                failed,
                journal,
                drain,
                new PredictionLog(database),
                ids,
                idText,
                gate,
                new AdminToken(TOKEN),
                MOST_BODY,
                defaultModel,
                counts::count));
    root = serve(contextPath, routes);
  }

  private URI serve(String contextPath, Routes routes) throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WebAppContext context = new WebAppContext();
    context.setBaseResource(ResourceFactory.root().newResource(Path.of("src/main/webapp")));
    context.setDescriptor(descriptor().toString());
    context.setContextPath(contextPath);
    context.setTempDirectory(home.resolve("web").toFile());
    context.setParentLoaderPriority(true);
    context.setAttribute(
        MetaInfConfiguration.CONTAINER_JAR_PATTERN, ".*/jakarta\\.servlet\\.jsp\\.jstl-.*\\.jar$");
    context.addServletContainerInitializer((classes, servlets) -> routes.register(servlets));
    server.setHandler(context);
    server.start();
    String base = "http://127.0.0.1:" + connector.getLocalPort() + contextPath;
    return URI.create(base.endsWith("/") ? base : base + "/");
  }

  /** The real web.xml without the listener, which would open a second application. */
  private Path descriptor() throws IOException {
    String real = Files.readString(Path.of("WEB-INF-config/web.xml"));
    String bare = real.replaceAll("(?s)<listener>.*?</listener>", "");
    return Files.writeString(home.resolve("web.xml"), bare);
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
    drain.close();
    journal.close();
    database.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
