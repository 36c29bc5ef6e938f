package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.web.LongPetals;
import java.net.http.HttpResponse;
import java.util.Map;
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

  private static JsonNode get(Site site, String path) throws Exception {
    return read(site.get(path, "Authorization", "Bearer " + Site.TOKEN));
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
      LongPetals.come(site, 899);
      String waits = "";
      for (int i = 0; i < 600 && !waits.contains("only 899 of 900 new labels"); i++) {
        Thread.sleep(100);
        JsonNode upkeep = get(site, "api/v1/models/iris/monitor").path("upkeep");
        waits = upkeep.path("policies").get(0).path("sentence").stringValue();
      }
      assertTrue(waits.contains("petal_length"), waits);
      assertTrue(waits.contains("only 899 of 900 new labels"), waits);
      assertEquals(0, get(site, "api/v1/runs?model=iris").path("runs").size());
      LongPetals.come(site, 1);
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
