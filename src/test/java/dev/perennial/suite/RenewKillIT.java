package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SIGKILL at each step of a run, five times each ({@code -Dkill.each=N}): the old model answers as
 * before, nothing stray is in the registry, and the next run works.
 */
@Tag("suite")
class RenewKillIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ROW =
      "{\"sepal_length\":6.0,\"sepal_width\":2.9,\"petal_length\":4.9,\"petal_width\":1.7}";

  /** Learns for about a second, so that a kill finds it at work. */
  private static final String SLOW =
      "{\"scheme\":\"weka.classifiers.functions.MultilayerPerceptron\",\"options\":\"-N 4000\"}";

  private static JsonNode post(ServerProcess war, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(war.root.resolve(path))
            .header("Authorization", "Bearer " + ServerProcess.TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  private static JsonNode answer(ServerProcess war) throws Exception {
    JsonNode answer = post(war, "api/v1/models/iris/predict", ROW);
    assertEquals(1, answer.path("version").intValue(), answer.toString());
    return answer.path("probabilities");
  }

  private static String state(ServerProcess war, long run) throws Exception {
    return JSON.readTree(war.asAdministrator("api/v1/runs/" + run)).path("state").stringValue();
  }

  private static void killAt(ServerProcess war, long run, String step, Random random)
      throws Exception {
    long until = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < until) {
      String now = state(war, run);
      if (now.equals(step) || now.equals("refused") || now.equals("admitted")) {
        break;
      }
    }
    Thread.sleep(random.nextInt(step.equals("training") ? 700 : 30));
    war.kill();
  }

  private static void noStrayFiles(Path home, ServerProcess war) throws Exception {
    Set<String> known = new HashSet<>();
    JsonNode all =
        JSON.readTree(war.asAdministrator("api/v1/models/iris/versions")).path("versions");
    all.forEach(each -> known.add(Integer.toString(each.path("version").intValue())));
    try (Stream<Path> folders = Files.list(home.resolve("registry/iris"))) {
      Set<String> found = new HashSet<>();
      for (Path folder : folders.toList()) {
        found.add(folder.getFileName().toString());
        try (Stream<Path> files = Files.list(folder)) {
          assertEquals(5, files.count(), folder.toString());
        }
      }
      assertEquals(known, found);
    }
  }

  private static void nextRunWorks(ServerProcess war) throws Exception {
    long run = post(war, "api/v1/models/iris/retrain", "").path("run").longValue();
    for (int i = 0; i < 600; i++) {
      String state = state(war, run);
      if (List.of("admitted", "refused").contains(state)) {
        return;
      }
      assertTrue(List.of("queued", "preparing", "training", "evaluating").contains(state), state);
      Thread.sleep(50);
    }
    throw new IOException("the next run does not end");
  }

  private static void tell(String what, String figures) {
    System.out.println("MEASURED " + what + ": " + figures);
  }

  @Test
  void aKillAtAnyStepLeavesTheOldModelAnswering(@TempDir Path folder) throws Exception {
    int each = Integer.getInteger("kill.each", 5);
    Random random = new Random(Long.getLong("kill.seed", 1));
    Map<String, Integer> found = new TreeMap<>();
    Path home = folder.resolve("home");
    ServerProcess war = ServerProcess.war(home);
    try {
      JsonNode golden = answer(war);
      for (String step : List.of("queued", "preparing", "training", "evaluating", "refused")) {
        for (int i = 0; i < each; i++) {
          long run = post(war, "api/v1/models/iris/retrain", SLOW).path("run").longValue();
          assertTrue(run > 0);
          killAt(war, run, step, random);
          war = ServerProcess.war(home);
          assertEquals(golden, answer(war));
          String left = state(war, run);
          assertTrue(List.of("failed", "refused").contains(left), left);
          found.merge(step + ", found " + left, 1, Integer::sum);
          noStrayFiles(home, war);
          nextRunWorks(war);
          assertEquals(golden, answer(war));
        }
      }
    } finally {
      war.close();
    }
    tell("kills aimed at, and how the run stood after the restart", "" + found);
  }
}
