package dev.perennial.web.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.web.Site;
import dev.perennial.web.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What the log keeps of requests. */
@ExtendWith(Sites.class)
class RequestRecordTest {
  private static List<Map<String, Object>> rows(Site site, String sql, Object... values) {
    assertTrue(site.drain.await(Duration.ofSeconds(30)), "the drain is stuck");
    return site.database.read(
        handle -> {
          var query = handle.createQuery(sql);
          for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
          }
          return query.mapToMap().list();
        });
  }

  /** The record is written after the answer has left, so it may come a moment later. */
  private static Map<String, Object> request(Site site, String clientId) throws Exception {
    for (int i = 0; i < 200; i++) {
      var found = rows(site, "SELECT * FROM request WHERE client_id = ?", clientId);
      if (!found.isEmpty()) {
        assertEquals(1, found.size());
        return found.get(0);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the request was not recorded");
  }

  private static HttpRequest.Builder predict(Site site, String id, String body) {
    return HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
        .headers("Content-Type", "application/json", "X-Request-Id", id)
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void aRequestIsRecordedWithItsTemplateAndJoinedToItsPredictions(Site site) throws Exception {
    String body =
        site.send(predict(site, "join-1", "[" + Site.SETOSA + "," + Site.SETOSA + "]")).body();
    assertEquals(2, new JsonMapper().readTree(body).get("predictions").size());
    Map<String, Object> request = request(site, "join-1");
    assertEquals("/api/v1/models/{model}/predict", request.get("route"));
    assertEquals("POST", request.get("method"));
    assertEquals(200, ((Number) request.get("status")).intValue());
    assertTrue(((Number) request.get("duration_us")).intValue() > 0);
    assertEquals(
        2, rows(site, "SELECT * FROM prediction WHERE request = ?", request.get("id")).size());
  }

  @Test
  void aFailedAttemptKeepsItsReasonAndAtMostTwoKibibytesOfItsInput(Site site) throws Exception {
    String body = Site.SETOSA.replace("5.1", "\"" + "ü".repeat(3_000) + "\"");
    assertEquals(400, site.send(predict(site, "failed-1", body)).statusCode());
    Map<String, Object> request = request(site, "failed-1");
    assertEquals(400, ((Number) request.get("status")).intValue());
    var failed =
        rows(site, "SELECT * FROM failed_attempt WHERE request = ?", request.get("id")).get(0);
    assertEquals("iris", failed.get("model"));
    String reason = String.valueOf(failed.get("reason"));
    assertTrue(reason.startsWith("urn:perennial:problem:invalid-input: "), reason);
    assertTrue(reason.contains("sepal_length must be a number"), reason);
    String input = String.valueOf(failed.get("input"));
    assertTrue(input.startsWith("{\"sepal_length\":\"üü"), input);
    assertTrue(input.getBytes(StandardCharsets.UTF_8).length <= 2_050, input);
  }

  @Test
  void theFormIsRecordedUnderItsOwnSource(Site site) throws Exception {
    String form = "sepal_length=5.1&sepal_width=3.5&petal_length=1.4&petal_width=0.2";
    var response =
        site.send(
            HttpRequest.newBuilder(site.root)
                .headers(
                    "Content-Type", "application/x-www-form-urlencoded", "X-Request-Id", "form-1")
                .POST(BodyPublishers.ofString(form)));
    assertEquals(200, response.statusCode());
    Map<String, Object> request = request(site, "form-1");
    assertEquals("/", request.get("route"));
    var prediction = rows(site, "SELECT * FROM prediction WHERE request = ?", request.get("id"));
    assertEquals(1, ((Number) prediction.get(0).get("source")).intValue());
  }

  @Test
  void probesStaticFilesAndUnknownAddressesAreOnlyCounted(Site site) throws Exception {
    for (String path : List.of("health/live", "assets/perennial.css", "no/such/page")) {
      site.get(path, "X-Request-Id", "counted-1");
    }
    site.send(predict(site, "after-counted", Site.SETOSA));
    request(site, "after-counted");
    assertTrue(rows(site, "SELECT * FROM request WHERE client_id = ?", "counted-1").isEmpty());
    site.counts.flush(site.database, Clock.systemUTC());
    var counted = rows(site, "SELECT route, status FROM request_count");
    for (var expected :
        List.of(
            Map.of("route", "/health/live", "status", 200),
            Map.of("route", "other", "status", 200),
            Map.of("route", "other", "status", 404))) {
      assertTrue(
          counted.stream()
              .anyMatch(
                  row ->
                      expected.get("route").equals(row.get("route"))
                          && expected
                              .get("status")
                              .equals(((Number) row.get("status")).intValue())),
          expected + " not in " + counted);
    }
    assertFalse(counted.toString().contains("no/such"), counted.toString());
  }
}
