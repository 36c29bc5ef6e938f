package dev.perennial.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of any make in a process of its own, with Perennial below {@link #root}. */
final class ServerProcess implements AutoCloseable {
  static final String TOKEN = "a-token-for-the-suites-only-0123456789";

  private static final int TENTHS_OF_A_SECOND = 4_800;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path output;
  final URI root;

  private ServerProcess(Process process, Path output, URI root) {
    this.process = process;
    this.output = output;
    this.root = root;
  }

  /**
   * Runs the command in the folder; its output goes to a file. The root ends with a slash. A
   * surrounding PERENNIAL_HOME must not reach the server.
   */
  static ServerProcess start(Path folder, Path output, URI root, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().remove("PERENNIAL_HOME");
    return new ServerProcess(builder.start(), output, root);
  }

  /**
   * {@code java -jar perennial.war} on this home and a free port, once it says that it is ready;
   * its output goes to a file beside the home. {@link #TOKEN} is the administrator's.
   */
  static ServerProcess war(Path home, String... systemProperties)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g"));
    command.add("-Dperennial.admin.token=" + TOKEN);
    command.addAll(List.of(systemProperties));
    command.addAll(List.of("-jar", war().toString(), "--home", home.toString()));
    command.addAll(List.of("--port", Integer.toString(port)));
    Path output = home.resolveSibling(home.getFileName() + ".out");
    URI root = URI.create("http://127.0.0.1:" + port + "/");
    ServerProcess server = start(Path.of("").toAbsolutePath(), output, root, command);
    try {
      return server.awaitReady();
    } catch (IOException | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static Path war() {
    return Path.of(System.getProperty("perennial.war", "target/perennial.war")).toAbsolutePath();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Returns once the service says it is ready; at most eight minutes, since Maven may have to
   * compile first.
   */
  ServerProcess awaitReady() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < TENTHS_OF_A_SECOND; attempt++) {
      if (!process.isAlive()) {
        throw new IOException("the server ended at its start:\n" + printed());
      }
      try {
        if (get("health/ready").statusCode() == 200) {
          return this;
        }
      } catch (IOException notYet) {
        // Nobody listens yet.
      }
      Thread.sleep(100);
    }
    throw new IOException("the server was not ready in time:\n" + printed());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)));
  }

  /** The body of a GET as the administrator, which must be answered 200. */
  String asAdministrator(String path) throws IOException, InterruptedException {
    var answer =
        send(HttpRequest.newBuilder(root.resolve(path)).header("Authorization", "Bearer " + TOKEN));
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Visits pages, and tells which the server had to compile for it, of those below its folder. */
  List<String> compiled(Path below) throws IOException, InterruptedException {
    for (String page : List.of("", "models", "models/iris", "monitor", "monitor/iris", "sign-in")) {
      int status = get(page).statusCode();
      if (status != 200) {
        throw new IOException("/" + page + " answered " + status);
      }
    }
    try (Stream<Path> files = Files.walk(below)) {
      return files.map(Path::toString).filter(name -> name.endsWith("_jsp.java")).toList();
    }
  }

  HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
  }

  long pid() {
    return process.pid();
  }

  String printed() throws IOException {
    return Files.readString(output);
  }

  /** The exit code of a process that ends by itself; it has a minute. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the process did not end");
    }
    return process.exitValue();
  }

  /** SIGTERM; true if the process then ended by itself, in at most a minute. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(1, TimeUnit.MINUTES);
  }

  /** SIGKILL: nothing is flushed, nothing is closed. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
