package dev.perennial.app;

import dev.perennial.model.Seed;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a container starts and stops Perennial: home, settings, {@link App}, routes; and back. A
 * start that is refused leaves nothing open, since the container does not tell a listener to stop
 * that failed to start.
 */
public final class Application implements ServletContextListener {
  private static final Logger logger = LoggerFactory.getLogger(Application.class);
  private static final String SEEDS = "/WEB-INF/classes/weka-models/";

  private @Nullable Home home;
  private volatile @Nullable App app;

  /** A process that ends says so before its container does, which may wait for long answers. */
  private final Thread exit = new Thread(this::turnAway, "perennial-exit");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    try {
      Home folder = Home.open();
      home = folder;
      App built = App.open(Settings.load(folder), folder, seeds(context), Clock.systemUTC());
      app = built;
      new Routes(built).register(context);
      CompiledPages.register(context);
      Runtime.getRuntime().addShutdownHook(exit);
      logger.info("Perennial {} serves from {}", Version.text(), folder.path());
    } catch (RuntimeException e) {
      logger.error("Perennial does not start: {}", e.getMessage());
      close();
      throw e;
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    close();
    logger.info("Perennial has stopped");
  }

  private void turnAway() {
    App known = app;
    if (known != null) {
      known.gate.stop();
    }
  }

  private void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(exit);
    } catch (IllegalStateException e) {
      logger.debug("the process is ending");
    }
    if (app != null) {
      app.close();
      app = null;
    }
    if (home != null) {
      home.close();
      home = null;
    }
  }

  /** The model folders inside the war. */
  private static List<Seed> seeds(ServletContext context) {
    Set<String> paths = context.getResourcePaths(SEEDS);
    return paths == null
        ? List.of()
        : paths.stream()
            .filter(path -> path.endsWith("/"))
            .sorted()
            .map(path -> new Seed(lastName(path), file -> read(context, path + file)))
            .toList();
  }

  private static String lastName(String folder) {
    return folder.substring(SEEDS.length(), folder.length() - 1);
  }

  private static Optional<byte[]> read(ServletContext context, String path) {
    try (InputStream in = context.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
