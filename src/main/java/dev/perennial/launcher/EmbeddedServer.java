package dev.perennial.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A Jetty around the war. {@link Main} reaches it by reflection, once its libraries are there. */
public final class EmbeddedServer {
  /** How long requests in progress may take to end. The application's own stop comes after. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private EmbeddedServer() {}

  /**
   * Returns when the application is ready, with the way to stop it; throws what the application
   * threw if it refused to start.
   */
  public static Callable<Void> start(
      Path war, Path workspace, String host, int port, String contextPath) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    // Else a sender that pauses for a second during a stop is cut off in the middle of its body.
    connector.setShutdownIdleTimeout(PAUSE.toMillis());
    server.addConnector(connector);
    server.setErrorHandler(new PlainErrors());
    Streams streams = new Streams(new Doorkeeper(application(war, workspace, contextPath)));
    server.setHandler(new GracefulHandler(streams));
    server.setStopTimeout(GRACE.toMillis());
    try {
      server.start();
    } catch (Throwable e) {
      server.stop();
      throw e;
    }
    System.out.printf(
        "Perennial is ready at http://%s:%d%s%n",
        host,
        connector.getLocalPort(),
        contextPath.endsWith("/") ? contextPath : contextPath + "/");
    return () -> {
      streams.end();
      server.stop();
      return null;
    };
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    return http;
  }

  private static WebAppContext application(Path war, Path workspace, String contextPath) {
    WebAppContext application = new WebAppContext();
    application.setWar(war.toString());
    application.setContextPath(contextPath);
    application.setTempDirectory(workspace.resolve("web").toFile());
    // The application has its own copy, and its own destination for what is logged.
    application.getHiddenClassMatcher().add("org.slf4j.", "META-INF.services.org.slf4j.");
    application.setThrowUnavailableOnStartupException(true);
    return application;
  }
}
