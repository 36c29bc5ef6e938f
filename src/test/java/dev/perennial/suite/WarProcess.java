package dev.perennial.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged war as a process of its own, started with {@code java -jar} on a free port. */
final class WarProcess implements AutoCloseable {
  static final String TOKEN = "a-token-for-the-suites-only-0123456789";

  private final Process process;
  private final Path output;
  final URI root;

  private WarProcess(Process process, Path output, URI root) {
    this.process = process;
    this.output = output;
    this.root = root;
  }

  /** Starts on this home and returns once the service says it is ready (at most a minute). */
  static WarProcess start(Path home, String... systemProperties)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-Dperennial.admin.token=" + TOKEN);
    command.addAll(List.of(systemProperties));
    command.addAll(
        List.of(
            "-jar",
            System.getProperty("perennial.war", "target/perennial.war"),
            "--port",
            Integer.toString(port),
            "--home",
            home.toString()));
    Path output = home.resolveSibling(home.getFileName() + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    WarProcess war = new WarProcess(process, output, URI.create("http://127.0.0.1:" + port));
    war.awaitReady();
    return war;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready = HttpRequest.newBuilder(root.resolve("/health/ready")).build();
    for (int attempt = 0; attempt < 600; attempt++) {
      if (!process.isAlive()) {
        throw new IOException("the server ended at its start:\n" + Files.readString(output));
      }
      try {
        if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Nobody listens yet.
      }
      Thread.sleep(100);
    }
    close();
    throw new IOException("the server was not ready within a minute:\n" + Files.readString(output));
  }

  /** A GET as the administrator. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Authorization", "Bearer " + TOKEN)
            .timeout(Duration.ofMinutes(2))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  /** SIGKILL: nothing is flushed, nothing is closed. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM and, if that is not heeded in 30 s, SIGKILL. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    kill();
  }

  int exitCode() {
    return process.exitValue();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }
}
