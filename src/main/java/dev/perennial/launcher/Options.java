package dev.perennial.launcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What the command line asks for. */
record Options(int port, String host, Path home, String contextPath) {
  static final String HELP =
      """
      java -jar perennial.war [options]

        --port NUMBER        where to listen; 0 takes a free port (default 8080)
        --host NAME          the address to listen on; 0.0.0.0 for all (default 127.0.0.1)
        --home DIR           the folder for all state (default: -Dperennial.home,
                             else the variable PERENNIAL_HOME, else ~/.perennial)
        --context-path PATH  the path that all addresses begin with (default /)
        --help               this text
        --version            the version

      Settings stand in perennial.properties in the home folder, in environment variables
      (PERENNIAL_...) or in system properties (java -Dperennial.... -jar perennial.war).
      """;

  private static final Set<String> NAMES = Set.of("--port", "--host", "--home", "--context-path");

  /** A command line that cannot be followed; the message is one line. */
  static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }
  }

  /** Reads {@code --name value} and {@code --name=value}. */
  static Options read(List<String> arguments, Properties system, Map<String, String> environment)
      throws Unusable {
    Map<String, String> given = pairs(arguments);
    String home =
        Optional.ofNullable(given.get("--home"))
            .or(() -> Optional.ofNullable(system.getProperty("perennial.home")))
            .or(() -> Optional.ofNullable(environment.get("PERENNIAL_HOME")))
            .orElseGet(
                () -> Path.of(system.getProperty("user.home", "."), ".perennial").toString());
    return new Options(
        port(given.getOrDefault("--port", "8080")),
        filled("--host", given.getOrDefault("--host", "127.0.0.1")),
        path(filled("--home", home)),
        contextPath(given.getOrDefault("--context-path", "/")));
  }

  private static Map<String, String> pairs(List<String> arguments) throws Unusable {
    Map<String, String> pairs = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw new Unusable("There is no option " + name + ": see --help.");
      }
      if (equals < 0 && i + 1 == arguments.size()) {
        throw new Unusable(name + " needs a value: see --help.");
      }
      String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
      if (pairs.put(name, value) != null) {
        throw new Unusable(name + " is given twice: keep one of them.");
      }
    }
    return pairs;
  }

  private static int port(String text) throws Unusable {
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > 65_535) {
      throw new Unusable("--port " + text + ": a whole number from 0 to 65535 is accepted.");
    }
    return port;
  }

  private static String contextPath(String text) throws Unusable {
    if (!text.matches("/|(/[A-Za-z0-9._~-]+)+") || text.contains("/.")) {
      throw new Unusable(
          "--context-path "
              + text
              + ": / or a path such as /flowers is accepted, no slash at its end.");
    }
    return text;
  }

  private static Path path(String text) throws Unusable {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new Unusable("--home " + text + ": that is no path.");
    }
  }

  private static String filled(String name, String text) throws Unusable {
    if (text.isBlank()) {
      throw new Unusable(name + " is empty: see --help.");
    }
    return text;
  }
}
