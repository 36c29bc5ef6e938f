package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.web.api.RawRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code java -jar perennial.war}, as an operator meets it. */
@Tag("suite")
class LauncherIT {
  @TempDir Path folder;

  @Test
  void saysItsVersionAndHowToUseIt() throws Exception {
    assertTrue(ended(0, "--version").startsWith("perennial 1."));
    assertTrue(ended(0, "--help").contains("--context-path PATH"));
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void refusesABadOptionInOneLine() throws Exception {
    assertEquals("There is no option --prot: see --help.\n", ended(2, "--prot", "8080"));
  }

  @Test
  void refusesATakenPortInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      String said = ended(1, "--home", home(), "--port", port);

      assertEquals(1, said.lines().count(), said);
      assertTrue(said.contains("Cannot listen on port " + port), said);
    }
  }

  @Test
  void refusesBadSettingsNamingEachOnce() throws Exception {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(
        folder.resolve("home/perennial.properties"),
        "perennial.instance=64\nperennial.drain.intervall=1s\n");

    String said = ended(1, "--home", home(), "--port", "0");

    assertEquals(2, said.split("perennial\\.instance = \"64\"", -1).length, said);
    assertTrue(said.contains("did you mean perennial.drain.interval?"), said);
    assertFalse(said.contains("\tat "), said);
  }

  @Test
  void servesUntilItIsToldToStopAndLeavesTheHomeInOrder() throws Exception {
    int port = ServerProcess.freePort();
    try (ServerProcess server = start(port, "--home", home()).awaitReady()) {
      assertTrue(server.printed().contains("Perennial is ready at http://127.0.0.1:" + port + "/"));
      hidesItsOwnClasses(server);
      hasTheHeadersOfTheApplicationOnTheContainersErrors(server);
      assertEquals(List.of(), RawRequests.wrong(port));
      aSecondOneIsRefused(server);
      assertEquals(List.of(), server.compiled(folder.resolve("home/tmp")));
      assertTrue(server.stop());
    }
    assertEquals("", Files.readString(folder.resolve("home/lock")));
    try (Stream<Path> left = Files.list(folder.resolve("home/tmp"))) {
      assertEquals(List.of(), left.filter(p -> p.toString().contains("run-")).toList());
    }
  }

  /** Weka finds the trees of a forest by name, wherever its own classes come from. */
  @Test
  void aForestLearnsInTheWar() throws Exception {
    JsonMapper json = new JsonMapper();
    try (ServerProcess server = ServerProcess.war(folder.resolve("forest"))) {
      var asked =
          server.send(
              request(server, "api/v1/models/iris/retrain")
                  .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"scheme\":\"weka.classifiers.trees.RandomForest\",\"options\":\"-I 10\"}")));
      assertEquals(202, asked.statusCode(), asked.body());
      String run = "api/v1/runs/" + json.readTree(asked.body()).get("run").asInt();
      JsonNode seen = json.readTree(server.asAdministrator(run));
      for (int i = 0; i < 600 && seen.path("ended_at").isMissingNode(); i++) {
        Thread.sleep(100);
        seen = json.readTree(server.asAdministrator(run));
      }
      assertTrue(seen.path("version").asInt(0) > 1, seen.toString());
      String version = "api/v1/models/iris/versions/" + seen.path("version").asInt();
      assertTrue(server.asAdministrator(version).contains("RandomForest"), seen.toString());
    }
  }

  private void hidesItsOwnClasses(ServerProcess server) throws Exception {
    String main = "dev/perennial/launcher/Main.class";
    for (String path :
        List.of(
            "META-INF/versions/17/" + main,
            "meta-inf/versions/17/" + main,
            "WEB-INF/classes/" + main,
            "WEB-INF/web.xml",
            "META-INF/MANIFEST.MF")) {
      assertEquals(404, server.get(path).statusCode(), path);
    }
    assertEquals(403, server.get(main).statusCode());
  }

  private void hasTheHeadersOfTheApplicationOnTheContainersErrors(ServerProcess server)
      throws Exception {
    for (String path : List.of("a%2Fb", "%2e%2e/a", "META-INF/MANIFEST.MF")) {
      var answer = server.send(request(server, path));
      assertTrue(answer.statusCode() == 400 || answer.statusCode() == 404, path);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertFalse(answer.headers().firstValue("Server").isPresent());
      assertFalse(answer.body().contains("Jetty"));
    }
  }

  private void aSecondOneIsRefused(ServerProcess first) throws Exception {
    String said = ended(1, "--home", home(), "--port", "0");

    assertTrue(said.contains("is in use by process " + first.pid() + " ("), said);
    assertEquals(200, first.get("health/ready").statusCode());
  }

  private static java.net.http.HttpRequest.Builder request(ServerProcess server, String path) {
    return java.net.http.HttpRequest.newBuilder(URI.create(server.root + path));
  }

  private String ended(int exitCode, String... options) throws Exception {
    Path output = Files.createTempFile(folder, "ended", ".out");
    try (ServerProcess process = run(output, URI.create("http://127.0.0.1/"), options)) {
      assertEquals(exitCode, process.exitCode(), process::toString);
      return process.printed();
    }
  }

  private ServerProcess start(int port, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--port", Integer.toString(port)));
    Path output = folder.resolve("server.out");
    return run(output, URI.create("http://127.0.0.1:" + port + "/"), all.toArray(String[]::new));
  }

  private ServerProcess run(Path output, URI root, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(ServerProcess.java(), "-jar", ServerProcess.war().toString()));
    command.addAll(List.of(options));
    return ServerProcess.start(folder, output, root, command);
  }

  private String home() {
    return folder.resolve("home").toString();
  }
}
