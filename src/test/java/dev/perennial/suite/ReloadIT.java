package dev.perennial.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn jetty:run} in a copy of the project, whose files then change. */
@Tag("suite")
class ReloadIT {
  private static final String PREDICT = "api/v1/models/iris/predict";
  private static final String IRIS =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";
  private static final String CLASS = "src/main/java/dev/perennial/web/api/LiveServlet.java";
  private static final String PAGE = "src/main/webapp/WEB-INF/jsp/form.jsp";
  private static final int RELOADS = 10;
  private static final int TENTHS_OF_A_SECOND = 600;
  private static final int SECONDS_OF_A_QUIET_POOL = 8;

  @TempDir Path folder;

  @Test
  void servesChangedFilesAndTenReloadsLeaveNothingBehind() throws Exception {
    Path project = copyOfTheProject();
    Path home = folder.resolve("home");
    try (ServerProcess server = start(project, home).awaitReady()) {
      changeTheClass(server, project, 1);
      changeThePage(server, project);
      Map<String, Long> threads = settledThreads(server);
      Map<String, Long> open = openFiles(server, home);
      List<String> files = files(home.resolve("db"));

      for (int i = 2; i <= RELOADS; i++) {
        changeTheClass(server, project, i);
      }

      assertEquals(threads, settledThreads(server));
      assertEquals(open, openFiles(server, home));
      assertEquals(files, files(home.resolve("db")));
      assertEquals(RELOADS, predictions(server));
      assertTrue(server.stop());
    }
    assertEquals("", Files.readString(home.resolve("lock")));
  }

  /** As an editor does it: one source is changed, and its class alone is compiled. */
  private void changeTheClass(ServerProcess server, Path project, int time) throws Exception {
    Path source = project.resolve(CLASS);
    String text = Files.readString(source);
    Files.writeString(source, text.replaceFirst("live(-[0-9]+)?(?=\\\\\"})", "live-" + time));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-cp",
                project.resolve("target/classes") + ":" + System.getProperty("java.class.path"),
                "-d",
                project.resolve("target/classes").toString(),
                source.toString());
    assertEquals(0, failed);
    await(server, "health/live", "live-" + time);
    server.awaitReady();
    assertEquals(200, server.get("").statusCode());
    var answer = server.postJson(PREDICT, IRIS);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private void changeThePage(ServerProcess server, Path project) throws Exception {
    Path page = project.resolve(PAGE);
    Files.writeString(page, Files.readString(page) + "\n<!-- another end -->\n");
    await(server, "", "<!-- another end -->");
  }

  private static void await(ServerProcess server, String path, String text) throws Exception {
    for (int attempt = 0; attempt < TENTHS_OF_A_SECOND; attempt++) {
      try {
        if (server.get(path).body().contains(text)) {
          return;
        }
      } catch (IOException betweenTwoStarts) {
        // The next attempt sees it.
      }
      Thread.sleep(100);
    }
    throw new AssertionError("/" + path + " never had " + text + ":\n" + server.printed());
  }

  /**
   * What {@link #threads} says once it has said the same for longer than a thread lives that a pool
   * keeps after its last task (Hikari's connection-adder: 5 s); for the last time after a minute.
   */
  private static Map<String, Long> settledThreads(ServerProcess server) throws Exception {
    Map<String, Long> threads = threads(server);
    int same = 0;
    for (int second = 0; second < 60 && same < SECONDS_OF_A_QUIET_POOL; second++) {
      Thread.sleep(1_000);
      Map<String, Long> now = threads(server);
      same = now.equals(threads) ? same + 1 : 0;
      threads = now;
    }
    return threads;
  }

  /** The threads that are ours or our libraries', by name without its number. */
  private static Map<String, Long> threads(ServerProcess server) throws Exception {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.pid()),
                "Thread.print")
            .start();
    String printed = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, jcmd.waitFor());
    Map<String, Long> threads =
        printed
            .lines()
            .filter(line -> line.startsWith("\""))
            .map(line -> line.substring(1, line.indexOf('"', 1)))
            .filter(name -> name.matches("(?i).*(perennial|hikari|h2|mvstore|flyway).*"))
            .collect(
                Collectors.groupingBy(
                    name -> name.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#"),
                    TreeMap::new,
                    Collectors.counting()));
    assertTrue(!threads.isEmpty(), printed);
    return threads;
  }

  /** The files of the home that the process has open, by name without its number. */
  private static Map<String, Long> openFiles(ServerProcess server, Path home) throws IOException {
    Map<String, Long> open = new TreeMap<>();
    try (Stream<Path> handles = Files.list(Path.of("/proc/" + server.pid() + "/fd"))) {
      for (Path handle : handles.toList()) {
        try {
          Path file = Files.readSymbolicLink(handle);
          if (file.startsWith(home.toRealPath())) {
            open.merge(
                home.toRealPath().relativize(file).toString().replaceAll("[0-9]+", "#"),
                1L,
                Long::sum);
          }
        } catch (NoSuchFileException closedMeanwhile) {
          // It is not open.
        }
      }
    }
    assertTrue(open.containsKey("db/perennial.mv.db"), open.toString());
    return open;
  }

  private static long predictions(ServerProcess server) throws Exception {
    return server.asAdministrator("api/v1/models/iris/predictions?format=jsonl").lines().count();
  }

  private static List<String> files(Path db) throws IOException {
    try (Stream<Path> files = Files.list(db)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path copyOfTheProject() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("project"));
    Path project = Path.of("").toAbsolutePath();
    for (String part : List.of(".mvn", "WEB-INF-config", "sql", "src", "weka-models", "pom.xml")) {
      try (Stream<Path> files = Files.walk(project.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(project.relativize(file).toString()));
        }
      }
    }
    return copy;
  }

  private ServerProcess start(Path project, Path home) throws IOException {
    int port = ServerProcess.freePort();
    String repository = System.getProperty("suite.repository", "");
    return ServerProcess.start(
        project,
        folder.resolve("jetty.out"),
        URI.create("http://127.0.0.1:" + port + "/"),
        Stream.of(
                "mvn",
                "-B",
                "-ntp",
                repository.isEmpty() ? "" : "-Dmaven.repo.local=" + repository,
                "-Djetty.http.port=" + port,
                "-Dperennial.home=" + home,
                "-Dperennial.admin.token=" + ServerProcess.TOKEN,
                "jetty:run")
            .filter(argument -> !argument.isEmpty())
            .toList());
  }
}
