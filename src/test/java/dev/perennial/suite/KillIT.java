package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nothing lost: 32 clients post, the server is killed with SIGKILL at a random moment after its
 * first answer and started again on the same home; every id that was answered 200 must be in the
 * log exactly once, with the inputs and the answer that its client saw. {@code -Dkill.cycles=N} and
 * {@code -Dkill.seed=S} choose how often and when; every second cycle uses a setting with tiny
 * segments, so that kills also fall into drains and rotations.
 */
@Tag("suite")
class KillIT {
  private static final JsonMapper JSON = new JsonMapper();

  /** What a client knows of one answer. */
  private record Seen(List<Double> inputs, String prediction, Map<String, Double> probabilities) {}

  @Test
  void everyAnsweredPredictionSurvivesSigkillExactlyOnce(
      @TempDir Path folder, TestReporter reporter) throws Exception {
    int cycles = Integer.getInteger("kill.cycles", 20);
    long seed = Long.getLong("kill.seed", System.nanoTime());
    Random random = new Random(seed);
    Path home = folder.resolve("home");
    Map<String, Seen> all = new HashMap<>();
    Map<String, Seen> last = Map.of();
    String after = "";
    for (int cycle = 1; cycle <= cycles; cycle++) {
      try (ServerProcess war = ServerProcess.war(home, Onslaught.settings(cycle))) {
        after = compare(last, war, after);
        last = postUntilKilled(war, random);
      }
      all.putAll(last);
      reporter.publishEntry(
          "cycle %d of %d".formatted(cycle, cycles),
          "%d answers before the kill".formatted(last.size()));
    }
    try (ServerProcess war = ServerProcess.war(home)) {
      compare(last, war, after);
      compare(all, war, "");
    }
    Onslaught.say(
        "%d kills (seed %d), %d answered predictions, 0 lost, 0 doubled, 0 changed"
            .formatted(cycles, seed, all.size()));
  }

  private static Map<String, Seen> postUntilKilled(ServerProcess war, Random random)
      throws InterruptedException {
    Map<String, Seen> answered = new ConcurrentHashMap<>();
    URI predict = war.root.resolve("api/v1/models/iris/predict");
    Onslaught.untilKilled(war, random, (http, own) -> post(http, predict, own, answered));
    return answered;
  }

  private static void post(HttpClient http, URI uri, Random random, Map<String, Seen> answered)
      throws IOException, InterruptedException {
    double[] row = new double[4];
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextInt(1_000) / 100.0;
    }
    String body =
        "{\"sepal_length\":%s,\"sepal_width\":%s,\"petal_length\":%s,\"petal_width\":%s}"
            .formatted(row[0], row[1], row[2], row[3]);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answer = JSON.readTree(response.body());
    Seen seen =
        new Seen(
            List.of(row[0], row[1], row[2], row[3]),
            answer.get("prediction").asString(),
            probabilities(answer.get("probabilities")));
    Seen twin = answered.put(answer.get("prediction_id").asString(), seen);
    assertNull(twin, "one id was given to two answers");
  }

  private static List<Double> inputs(JsonNode node) {
    return Stream.of("sepal_length", "sepal_width", "petal_length", "petal_width")
        .map(name -> node.get(name).asDouble())
        .toList();
  }

  private static Map<String, Double> probabilities(JsonNode node) {
    Map<String, Double> map = new TreeMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asDouble()));
    return map;
  }

  /** Compares with the rows after this id; returns the last id, "" where there is none. */
  private static String compare(Map<String, Seen> answered, ServerProcess war, String after)
      throws IOException, InterruptedException {
    Map<String, JsonNode> logged = new HashMap<>();
    String last = after;
    String path = "api/v1/models/iris/predictions?format=jsonl";
    String rows = war.asAdministrator(path + (after.isEmpty() ? "" : "&after=" + after));
    for (String line : rows.lines().toList()) {
      JsonNode row = JSON.readTree(line);
      last = row.get("prediction_id").asString();
      assertNull(logged.put(last, row), last + " is in the log twice");
    }
    answered.forEach(
        (id, seen) -> {
          JsonNode row = logged.get(id);
          assertTrue(row != null, id + " was answered 200 and is not in the log");
          assertEquals(seen.inputs, inputs(row.get("inputs")), id);
          assertEquals(seen.prediction, row.get("prediction").asString(), id);
          assertEquals(seen.probabilities, probabilities(row.get("probabilities")), id);
        });
    return last;
  }
}
