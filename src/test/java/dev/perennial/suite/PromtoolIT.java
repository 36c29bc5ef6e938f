package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running war's metrics, as Prometheus' own tool sees them. */
@Tag("suite")
class PromtoolIT {
  private static final String SETOSA =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";

  @TempDir Path folder;

  private static Optional<Path> promtool() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(place -> Path.of(place, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void promtoolFindsNothingToSay() throws Exception {
    Optional<Path> promtool = promtool();
    Assumptions.assumeTrue(promtool.isPresent(), "promtool is not installed");
    Path metrics = Files.writeString(folder.resolve("metrics.txt"), metrics());
    Process check =
        new ProcessBuilder(promtool.orElseThrow().toString(), "check", "metrics")
            .redirectInput(metrics.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals("", said);
    assertEquals(0, check.waitFor());
  }

  private String metrics() throws Exception {
    String port = Integer.toString(ServerProcess.freePort());
    URI root = URI.create("http://127.0.0.1:" + port + "/");
    String home = folder.resolve("home").toString();
    List<String> command =
        List.of(
            ServerProcess.java(),
            "-jar",
            ServerProcess.war().toString(),
            "--home",
            home,
            "--port",
            port);
    Path output = folder.resolve("server.out");
    try (ServerProcess server = ServerProcess.start(folder, output, root, command).awaitReady()) {
      assertEquals(200, server.postJson("api/v1/models/iris/predict", SETOSA).statusCode());
      return server.get("metrics").body();
    }
  }
}
