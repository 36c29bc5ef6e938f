package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * No label lost: 32 clients ask for a prediction, label it at once, and correct every third, until
 * the server is killed with SIGKILL; after a start on the same home every label that was answered
 * 200 must be there once, in its order, and the last one must hold; and the monitor must have
 * counted exactly the rows and labels that the log has. {@code -Dkill.cycles=N} and {@code
 * -Dkill.seed=S} as for {@link KillIT}.
 */
@Tag("suite")
class LabelKillIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> CLASSES = List.of("setosa", "versicolor", "virginica");
  private static final int HISTORIES_READ = 300;

  /** The labels that one prediction got: those answered 200, and one that nobody answered. */
  private record Told(List<String> answered, List<String> unanswered) {
    Told() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void check(String id, List<String> history) {
      List<String> withLast = new ArrayList<>(answered);
      withLast.addAll(unanswered);
      assertTrue(
          history.equals(answered) || history.equals(withLast),
          id + " was told " + answered + ", unanswered " + unanswered + ", and has " + history);
    }
  }

  @Test
  void everyAnsweredLabelSurvivesSigkillOnce(@TempDir Path folder, TestReporter reporter)
      throws Exception {
    int cycles = Integer.getInteger("kill.cycles", 10);
    long seed = Long.getLong("kill.seed", System.nanoTime());
    Random random = new Random(seed);
    Path home = folder.resolve("home");
    Map<String, Told> all = new HashMap<>();
    Map<String, Told> last = Map.of();
    for (int cycle = 1; cycle <= cycles; cycle++) {
      try (ServerProcess war = ServerProcess.war(home, Onslaught.settings(cycle))) {
        compare(last, war, random);
        last = labelUntilKilled(war, random);
      }
      all.putAll(last);
      reporter.publishEntry(
          "cycle %d of %d".formatted(cycle, cycles),
          "%d predictions labelled before the kill".formatted(last.size()));
    }
    try (ServerProcess war = ServerProcess.war(home)) {
      compare(last, war, random);
      compare(all, war, random);
    }
    long labels = all.values().stream().mapToLong(told -> told.answered.size()).sum();
    Onslaught.say(
        "%d kills (seed %d), %d answered labels of %d predictions, 0 lost, 0 doubled, 0 changed"
            .formatted(cycles, seed, labels, all.size()));
  }

  private static Map<String, Told> labelUntilKilled(ServerProcess war, Random random)
      throws InterruptedException {
    Map<String, Told> told = new ConcurrentHashMap<>();
    Onslaught.untilKilled(
        war,
        random,
        (http, own) -> {
          URI predict = war.root.resolve("api/v1/models/iris/predict");
          String input =
              "{\"sepal_length\":5,\"sepal_width\":3,\"petal_length\":%s,\"petal_width\":1}"
                  .formatted(own.nextInt(100) / 10.0);
          String id = post(http, predict, input).get("prediction_id").asString();
          Told mine = new Told();
          told.put(id, mine);
          int first = own.nextInt(3);
          label(war, http, id, CLASSES.get(first), mine, "accepted");
          if (own.nextInt(3) == 0) {
            label(war, http, id, CLASSES.get((first + 1) % 3), mine, "corrected");
          }
        });
    return told;
  }

  private static void label(
      ServerProcess war, HttpClient http, String id, String label, Told told, String counted)
      throws IOException, InterruptedException {
    told.unanswered.add(label);
    String body = "{\"prediction_id\":\"%s\",\"label\":\"%s\"}".formatted(id, label);
    JsonNode answer = post(http, war.root.resolve("api/v1/labels"), body);
    assertEquals(1, answer.get(counted).asInt(), answer.toString());
    told.unanswered.clear();
    told.answered.add(label);
  }

  private static JsonNode post(HttpClient http, URI uri, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  /** Compares what holds for all of them, and the whole history for some. */
  private static void compare(Map<String, Told> told, ServerProcess war, Random random)
      throws IOException, InterruptedException {
    Map<String, String> holding = new HashMap<>();
    String rows = war.asAdministrator("api/v1/models/iris/predictions?format=jsonl");
    Totals.check(rows, war.asAdministrator("api/v1/models/iris/monitor?window=all"));
    for (String line : rows.lines().toList()) {
      JsonNode row = JSON.readTree(line);
      JsonNode label = row.get("label");
      holding.put(row.get("prediction_id").asString(), label.isNull() ? "" : label.asString());
    }
    told.forEach(
        (id, mine) -> {
          assertTrue(holding.containsKey(id), id + " was answered 200 and is not in the log");
          List<String> possible = new ArrayList<>(mine.unanswered);
          possible.add(mine.answered.isEmpty() ? "" : mine.answered.get(mine.answered.size() - 1));
          assertTrue(
              possible.contains(holding.get(id)),
              id + " was told " + mine.answered + " and has " + holding.get(id));
        });
    List<Map.Entry<String, Told>> some = new ArrayList<>(told.entrySet());
    some.sort(Map.Entry.comparingByKey());
    Collections.shuffle(some, random);
    for (var one : some.subList(0, Math.min(HISTORIES_READ, some.size()))) {
      List<String> history = new ArrayList<>();
      JSON.readTree(war.asAdministrator("api/v1/labels/" + one.getKey()))
          .get("history")
          .forEach(label -> history.add(label.get("label").asString()));
      one.getValue().check(one.getKey(), history);
    }
  }
}
