package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From traffic to a version that nobody asked for, on a server of its own. */
class PolicyTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static JsonNode read(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 300, answer.body());
    return MAPPER.readTree(answer.body());
  }

  private static JsonNode post(Site site, String path, String body) throws Exception {
    return read(
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  private static JsonNode get(Site site, String path) throws Exception {
    return read(site.get(path, "Authorization", "Bearer " + Site.TOKEN));
  }

  /** Rows of iris with longer petals, and the truth about them. */
  static void moved(Site site, int rows) throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
            .filter(line -> line.matches("\\d.*"))
            .toList();
    Random random = new Random(3);
    List<String> inputs = new ArrayList<>();
    List<String> truths = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String[] f = lines.get(random.nextInt(lines.size())).split(",", -1);
      inputs.add(
          String.format(
              Locale.ROOT,
              "{\"sepal_length\":%s,\"sepal_width\":%s,\"petal_length\":%.2f,\"petal_width\":%s}",
              f[0],
              f[1],
              Double.parseDouble(f[2]) + 1.7 + random.nextGaussian() / 10,
              f[3]));
      truths.add(f[4]);
    }
    JsonNode answers = post(site, "api/v1/models/iris/predict", inputs.toString());
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String id = answers.path("predictions").get(i).path("prediction_id").stringValue();
      labels.add("{\"prediction_id\":\"%s\",\"label\":\"%s\"}".formatted(id, truths.get(i)));
    }
    assertEquals(rows, post(site, "api/v1/labels", labels.toString()).path("accepted").intValue());
  }

  private static JsonNode ended(Site site) throws Exception {
    for (int i = 0; i < 600; i++) {
      JsonNode runs = get(site, "api/v1/runs?model=iris").path("runs");
      if (runs.size() > 0 && runs.get(0).has("ended_at")) {
        return runs.get(0);
      }
      Thread.sleep(100);
    }
    throw new AssertionError(get(site, "api/v1/models/iris/monitor").path("upkeep").toString());
  }

  @Test
  void criticalDriftRetrainsAndTheBetterVersionAnswersWithItsReason() throws Exception {
    Map<String, String> settings =
        Map.of(
            "perennial.monitor.tick", "1s",
            "perennial.policy.drift", "true",
            "perennial.policy.drift.new-labels", "900");
    try (Site site = Site.start(settings)) {
      moved(site, 899);
      String waits = "";
      for (int i = 0; i < 600 && !waits.contains("only 899 of 900 new labels"); i++) {
        Thread.sleep(100);
        JsonNode upkeep = get(site, "api/v1/models/iris/monitor").path("upkeep");
        waits = upkeep.path("policies").get(0).path("sentence").stringValue();
      }
      assertTrue(waits.contains("petal_length"), waits);
      assertTrue(waits.contains("only 899 of 900 new labels"), waits);
      assertEquals(0, get(site, "api/v1/runs?model=iris").path("runs").size());
      moved(site, 1);
      JsonNode run = ended(site);
      assertEquals("policy drift", run.path("requested_by").stringValue());
      assertTrue(run.path("reason").stringValue().contains("petal_length"), run.toString());
      assertTrue(
          run.path("reason").stringValue().endsWith(" drifted, alarm iris-data_drift-1"),
          run.toString());
      assertEquals("admitted", run.path("state").stringValue(), run.toString());
      JsonNode version = get(site, "api/v1/models/iris/versions/2");
      assertTrue(version.toString().contains("\"policy drift\""), version.toString());
      assertTrue(version.toString().contains("alarm iris-data_drift-1"), version.toString());
      assertEquals(2, get(site, "api/v1/models/iris").path("version").intValue());
      HttpResponse<String> page = site.get("monitor/iris");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("Critical drift"), page.body());
    }
  }
}
