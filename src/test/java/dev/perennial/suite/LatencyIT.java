package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long predictions take while a model trains and while none does, in turns on one server of its
 * own process: JSON at a fixed rate over a few connections, each latency counted from the moment at
 * which its request was due. {@code -Dlatency.rounds=N} turns.
 */
@Tag("suite")
class LatencyIT {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int CONNECTIONS = 4;
  private static final int A_SECOND = 400;
  private static final int SECONDS = 6;
  private static final int ROWS = 20_000;

  @TempDir private Path folder;

  /** Sorted latencies in microseconds. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Latencies(double[] micros) {
    double quantile(double share) {
      return micros[(int) Math.min(micros.length - 1, share * micros.length)];
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weka.classifiers.functions.MultilayerPerceptron -N 2000",
        "weka.classifiers.trees.RandomForest -I 200 -num-slots 0"
      })
  void predictionsKeepTheirLatencyWhileAModelTrains(String scheme) throws Exception {
    Path home = folder.resolve("home");
    Path models = Files.createDirectories(home.resolve("models/sea"));
    Files.writeString(models.resolve("sea.arff"), rows());
    try (ServerProcess server = ServerProcess.war(home, "-Dperennial.train.promote=by-hand")) {
      await(server, "api/v1/models/sea", "\"version\"");
      Latencies unused = load(server.root, 2 * SECONDS);
      int rounds = Integer.getInteger("latency.rounds", 3);
      List<double[]> quotients = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        Latencies quiet = load(server.root, SECONDS);
        long run = retrain(server, scheme);
        await(server, "api/v1/runs/" + run, "\"state\":\"training\"");
        Latencies busy = load(server.root, SECONDS);
        if (!server.get("api/v1/runs/" + run).body().contains("\"state\":\"training\"")) {
          System.out.println("MEASURED the training ended before its load did: see the rest of it");
        }
        await(server, "api/v1/runs/" + run, "\"ended_at\"");
        quotients.add(told(scheme, round, quiet, busy));
      }
      for (int q = 0; q < 3; q++) {
        int at = q;
        double[] all = quotients.stream().mapToDouble(each -> each[at]).sorted().toArray();
        System.out.printf(
            Locale.ROOT,
            "MEASURED %s: p%s while it trains is %.2f times as long (median of %d turns, %.2f to %.2f)%n",
            scheme,
            List.of("50", "99", "99.9").get(q),
            all[all.length / 2],
            rounds,
            all[0],
            all[all.length - 1]);
      }
    }
  }

  private static double[] told(String scheme, int round, Latencies quiet, Latencies busy) {
    double[] shares = {0.5, 0.99, 0.999};
    for (double share : shares) {
      System.out.printf(
          Locale.ROOT,
          "MEASURED %s, turn %d: p%s %.0f us quiet, %.0f us while it trains%n",
          scheme,
          round,
          100 * share,
          quiet.quantile(share),
          busy.quantile(share));
    }
    return Arrays.stream(shares).map(s -> busy.quantile(s) / quiet.quantile(s)).toArray();
  }

  private static String rows() {
    Random random = new Random(1);
    StringBuilder arff =
        new StringBuilder(
            """
            @relation sea
            @attribute a numeric
            @attribute b numeric
            @attribute c numeric
            @attribute class {no,yes}
            @data
            """);
    for (int i = 0; i < ROWS; i++) {
      double a = random.nextDouble() * 10;
      double b = random.nextDouble() * 10;
      boolean yes = a + b <= 8 == random.nextDouble() >= 0.1;
      arff.append(
          String.format(
              Locale.ROOT,
              "%.4f,%.4f,%.4f,%s%n",
              a,
              b,
              random.nextDouble() * 10,
              yes ? "yes" : "no"));
    }
    return arff.toString();
  }

  private static void await(ServerProcess server, String path, String text) throws Exception {
    for (int i = 0; i < 2_400; i++) {
      if (server.get(path).body().contains(text)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(path + " never says " + text + ": " + server.get(path).body());
  }

  private static long retrain(ServerProcess server, String scheme) throws Exception {
    String[] words = scheme.split(" ", 2);
    String body = "{\"scheme\":\"%s\",\"options\":\"%s\"}".formatted(words[0], words[1]);
    HttpResponse<String> asked =
        server.send(
            HttpRequest.newBuilder(server.root.resolve("api/v1/models/sea/retrain"))
                .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertEquals(202, asked.statusCode(), asked.body());
    return MAPPER.readTree(asked.body()).path("run").longValue();
  }

  private static Latencies load(URI root, int seconds) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    long step = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
    int each = A_SECOND * seconds / CONNECTIONS;
    List<Future<double[]>> loads = new ArrayList<>();
    for (int c = 0; c < CONNECTIONS; c++) {
      long first = begin + c * step;
      Callable<double[]> load = () -> connection(root, first, step * CONNECTIONS, each);
      loads.add(clients.submit(load));
    }
    List<double[]> seen = new ArrayList<>();
    for (Future<double[]> load : loads) {
      seen.add(load.get());
    }
    clients.shutdown();
    return new Latencies(seen.stream().flatMapToDouble(Arrays::stream).sorted().toArray());
  }

  /** Sends one request every step and reads its answer; one that is late makes the next late. */
  private static double[] connection(URI root, long first, long step, int requests)
      throws IOException, InterruptedException {
    byte[] body = "{\"a\":4.2,\"b\":3.1,\"c\":9.0}".getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1/models/sea/predict HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(root.getAuthority(), body.length);
    byte[] request =
        (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    double[] micros = new double[requests];
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; i < requests; i++) {
        long due = first + i * step;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        // a sleep that ends late is the client's fault, a request that waits for the one before is
        // not
        long sent = wait > 0 ? System.nanoTime() : due;
        socket.getOutputStream().write(request);
        answer(in);
        micros[i] = (System.nanoTime() - sent) / 1e3;
      }
    }
    return micros;
  }

  private static void answer(InputStream in) throws IOException {
    int length = 0;
    String status = line(in);
    if (!status.contains(" 200 ")) {
      throw new IOException("not 200: " + status);
    }
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
    }
    if (in.readNBytes(length).length < length) {
      throw new EOFException("the answer is cut off");
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection is closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
