package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is erased is nowhere to be found any more. */
@ExtendWith(Sites.class)
class ErasingTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static HttpResponse<String> ask(Site site, String method, String path) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/" + path))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .method(method, BodyPublishers.noBody()));
  }

  private static String predict(Site site) throws Exception {
    var answer = site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
    return JSON.readTree(answer.body()).get("prediction_id").asString();
  }

  private static JsonNode tell(Site site, String id) throws Exception {
    String body = "{\"prediction_id\":\"" + id + "\",\"label\":\"setosa\"}";
    var answer =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/labels"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    return JSON.readTree(answer.body());
  }

  private static String log(Site site) throws Exception {
    return ask(site, "GET", "models/iris/predictions?format=jsonl").body();
  }

  @Test
  void onePredictionGoesWithItsLabelsAndTakesNoOtherAlong(Site site) throws Exception {
    String kept = predict(site);
    String id = predict(site);
    assertEquals(1, tell(site, id).get("accepted").asInt());
    var answer = ask(site, "DELETE", "models/iris/predictions/" + id);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode erasure = JSON.readTree(answer.body());
    assertEquals("done", erasure.get("state").asString());
    assertEquals(id, erasure.get("prediction_id").asString());
    assertEquals(1, erasure.get("predictions").asInt());
    assertEquals(1, erasure.get("labels").asInt());
    assertFalse(log(site).contains(id));
    assertTrue(log(site).contains(kept));
    assertEquals(404, ask(site, "DELETE", "models/iris/predictions/" + id).statusCode());
    assertEquals(404, ask(site, "GET", "labels/" + id).statusCode());
    HttpResponse<String> why = site.get("why/" + id);
    assertEquals(404, why.statusCode());
    assertTrue(why.body().contains("it was erased"), why.body());
    assertEquals(0, tell(site, id).get("accepted").asInt());
    String audit = ask(site, "GET", "audit").body();
    assertTrue(audit.contains("erasure-asked") && audit.contains("erasure-done"), audit);
    assertTrue(audit.contains(id), audit);
    String one = "models/iris/erasures/" + erasure.get("erasure").asLong();
    assertEquals(erasure, JSON.readTree(ask(site, "GET", one).body()));
    assertEquals(404, ask(site, "GET", one.replace("iris", "hostile")).statusCode());
  }

  @Test
  void aPeriodGoesWithWhatWasRefusedInIt() throws Exception {
    try (Site site = Site.start("/", "iris")) {
      String before = predict(site);
      Thread.sleep(20);
      Instant from = Instant.now();
      String id = predict(site);
      assertEquals(400, site.predict("iris", new byte[] {'{', 'x'}).statusCode());
      Thread.sleep(20);
      Instant to = Instant.now();
      String after = predict(site);
      String query = "models/iris/predictions?from=" + from + "&to=" + to;
      var answer = ask(site, "DELETE", query);
      assertEquals(200, answer.statusCode(), answer.body());
      JsonNode erasure = JSON.readTree(answer.body());
      assertEquals(1, erasure.get("predictions").asInt(), answer.body());
      assertEquals(1, erasure.get("failed_attempts").asInt(), answer.body());
      String log = log(site);
      assertTrue(log.contains(before) && log.contains(after), log);
      assertFalse(log.contains(id), log);
      String future = "models/iris/predictions?from=" + from + "&to=2079-01-01T00:00:00Z";
      assertEquals(200, ask(site, "DELETE", future).statusCode());
      String later = predict(site);
      assertTrue(log(site).contains(later), "what comes later stays");
      JsonNode all = JSON.readTree(ask(site, "GET", "models/iris/erasures").body());
      assertEquals(2, all.get("erasures").size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-01-01T00:00:00Z,to",
    "to=2026-01-01T00:00:00Z,from",
    "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,to",
    "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z&limit=1,limit"
  })
  void aPeriodThatIsNotMeantIsRefused(String query, String field, Site site) throws Exception {
    String id = predict(site);
    var answer = ask(site, "DELETE", "models/iris/predictions?" + query);
    assertEquals(400, answer.statusCode(), answer.body());
    JsonNode errors = JSON.readTree(answer.body()).get("errors");
    assertEquals(field, errors.get(0).get("field").asString());
    assertTrue(log(site).contains(id));
  }

  @Test
  void anotherModelsPredictionIsNotFound(Site site) throws Exception {
    String id = predict(site);
    assertEquals(404, ask(site, "DELETE", "models/hostile/predictions/" + id).statusCode());
    assertEquals(404, ask(site, "DELETE", "models/iris/predictions/nonsense").statusCode());
    assertTrue(log(site).contains(id));
  }
}
