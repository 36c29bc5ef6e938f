package dev.perennial.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts a server around the war file that this class came in. Uses the JDK alone: the server's
 * classes are unpacked first, and reached through a class loader of their own.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int BAD_OPTION = 2;

  /** Held, since the logging library forgets the level of a logger that nobody holds. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.eclipse.jetty.ee10.webapp"), Logger.getLogger("org.apache.tomcat"));

  private Main() {}

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    if (given.contains("--help")) {
      System.out.print(Options.HELP);
    } else if (given.contains("--version")) {
      System.out.println("perennial " + version());
    } else {
      try {
        run(Options.read(given, System.getProperties(), System.getenv()));
      } catch (Options.Unusable e) {
        fail(BAD_OPTION, e.getMessage());
      }
    }
  }

  private static void run(Options options) {
    System.setProperty("perennial.home", options.home().toString());
    System.setProperty("java.awt.headless", "true");
    quietLogging();
    try {
      Workspace workspace = Workspace.in(options.home());
      try {
        Callable<?> server = start(options, workspace);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, workspace), "stop"));
      } catch (Throwable e) {
        workspace.remove();
        throw e;
      }
    } catch (IOException e) {
      fail(
          FAILED,
          "The home folder %s cannot be used: name another one with --home."
              .formatted(options.home()));
    } catch (ReflectiveOperationException | URISyntaxException e) {
      explain(options, e);
    }
  }

  private static Callable<?> start(Options options, Workspace workspace)
      throws IOException, ReflectiveOperationException, URISyntaxException {
    Path war = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    URL[] classes = workspace.unpack(war).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return (Callable<?>)
        loader
            .loadClass("dev.perennial.launcher.EmbeddedServer")
            .getMethod("start", Path.class, Path.class, String.class, int.class, String.class)
            .invoke(
                null,
                war,
                workspace.folder(),
                options.host(),
                options.port(),
                options.contextPath());
  }

  private static void stop(Callable<?> server, Workspace workspace) {
    try {
      server.call();
    } catch (Exception e) {
      System.err.println("The server did not stop in order: " + e);
    }
    workspace.remove();
  }

  /** The application has logged why it refused to start; a port taken is said in a line. */
  private static void explain(Options options, Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e.getClass().getName().startsWith("dev.perennial.")) {
        fail(FAILED, "Perennial did not start: the reason stands above.");
      }
      if (e instanceof BindException) {
        fail(
            FAILED,
            "Cannot listen on port %d of %s (%s): name another with --port or --host."
                .formatted(options.port(), options.host(), e.getMessage()));
      }
      if (e instanceof UnresolvedAddressException) {
        fail(FAILED, "There is no address " + options.host() + ": name another with --host.");
      }
    }
    thrown.printStackTrace();
    fail(FAILED, "Perennial did not start, for the reason above.");
  }

  /** By exit, since threads of a server half started would keep the process alive. */
  private static void fail(int status, @Nullable String line) {
    System.err.println(line);
    System.exit(status);
  }

  /**
   * One line a message. What two parts of the server complain of is either harmless, or said by us.
   */
  private static void quietLogging() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
    Logger.getLogger("").setLevel(Level.WARNING);
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "of a development build" : version;
  }
}
