package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two versions take turns a hundred times while 16 connections ask: no request fails, and every
 * answer is the one that the version it names gives alone.
 */
@Tag("suite")
class SwapIT {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int CONNECTIONS = 16;
  private static final int ROWS = 100;

  private final List<byte[]> bodies = new ArrayList<>();

  /** What the load saw. */
  private record Seen(long answers, long failed, long wrong) {}

  private static HttpResponse<String> post(Site site, String path, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static void promote(Site site, int version) throws Exception {
    String path = "api/v1/models/iris/versions/" + version + "/promote";
    HttpResponse<String> made = post(site, path, "{\"reason\":\"a swap\"}");
    assertEquals(200, made.statusCode(), made.body());
  }

  private Map<Integer, JsonNode> alone(Site site) throws Exception {
    Map<Integer, JsonNode> answers = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      JsonNode answer = MAPPER.readTree(site.predict("iris", bodies.get(i)).body());
      answers.put(i, answer.path("probabilities"));
    }
    return answers;
  }

  private static void tell(String what, String figures) {
    System.out.println("MEASURED " + what + ": " + figures);
  }

  @Test
  void aHundredSwapsUnderLoadLoseAndMixNothing() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < ROWS; i++) {
      bodies.add(
          "{\"sepal_length\":%.1f,\"sepal_width\":%.1f,\"petal_length\":%.1f,\"petal_width\":%.1f}"
              .formatted(
                  4.3 + 3 * random.nextDouble(),
                  2 + 2 * random.nextDouble(),
                  1 + 5 * random.nextDouble(),
                  0.1 + 2 * random.nextDouble())
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    try (Site site = Site.start("/", "iris")) {
      Map<Integer, Map<Integer, JsonNode>> expected = new HashMap<>();
      expected.put(1, alone(site));
      second(site);
      promote(site, 2);
      expected.put(2, alone(site));
      assertNotEquals(expected.get(1), expected.get(2));
      AtomicBoolean stop = new AtomicBoolean();
      ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
      List<Future<Seen>> loads = new ArrayList<>();
      for (int c = 0; c < CONNECTIONS; c++) {
        int seed = c;
        Callable<Seen> load = () -> load(site, expected, stop, seed);
        loads.add(clients.submit(load));
      }
      for (int swap = 1; swap <= 100; swap++) {
        promote(site, swap % 2 == 1 ? 1 : 2);
      }
      stop.set(true);
      long answers = 0;
      for (Future<Seen> each : loads) {
        assertEquals(0, each.get().failed());
        assertEquals(0, each.get().wrong());
        answers += each.get().answers();
      }
      clients.shutdown();
      assertTrue(answers > 1_000, answers + " answers are no load");
      tell("100 swaps", answers + " answers at 16 connections, 0 failed, 0 of another version");
    }
  }

  private Seen load(
      Site site, Map<Integer, Map<Integer, JsonNode>> expected, AtomicBoolean stop, int seed)
      throws Exception {
    Random random = new Random(seed);
    long answers = 0;
    long failed = 0;
    long wrong = 0;
    while (!stop.get()) {
      int row = random.nextInt(ROWS);
      HttpResponse<String> response = site.predict("iris", bodies.get(row));
      answers++;
      if (response.statusCode() != 200) {
        failed++;
        continue;
      }
      JsonNode answer = MAPPER.readTree(response.body());
      Map<Integer, JsonNode> own = expected.get(answer.path("version").intValue());
      wrong += own != null && answer.path("probabilities").equals(own.get(row)) ? 0 : 1;
    }
    return new Seen(answers, failed, wrong);
  }

  private static void second(Site site) throws Exception {
    String body = "{\"scheme\":\"weka.classifiers.bayes.NaiveBayes\"}";
    assertEquals(202, post(site, "api/v1/models/iris/retrain", body).statusCode());
    for (int i = 0; i < 300; i++) {
      if (site.get("api/v1/runs/1").body().contains("ended_at")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the run does not end");
  }
}
