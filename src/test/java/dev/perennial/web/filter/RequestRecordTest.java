package dev.perennial.web.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What the log keeps of requests. */
@ExtendWith(Sites.class)
class RequestRecordTest {
  /** What the table of requests keeps of one. */
  private record Kept(long id, String method, String route, int status, int micros) {}

  private static <T> List<T> rows(Site site, String sql, RowMapper<T> row, Object value) {
    assertTrue(site.drain.await(Duration.ofSeconds(30)), "the drain is stuck");
    return site.database.read(handle -> handle.createQuery(sql).bind(0, value).map(row).list());
  }

  private static List<Kept> kept(Site site, String clientId) {
    return rows(
        site,
        "SELECT id, method, route, status, duration_us FROM request WHERE client_id = ?",
        (row, c) ->
            new Kept(
                row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5)),
        clientId);
  }

  /** The record is written after the answer has left, so it may come a moment later. */
  private static Kept request(Site site, String clientId) throws Exception {
    for (int i = 0; i < 200; i++) {
      List<Kept> found = kept(site, clientId);
      if (!found.isEmpty()) {
        assertEquals(1, found.size());
        return found.get(0);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the request was not recorded");
  }

  private static List<Integer> sources(Site site, long request) {
    String sql = "SELECT source FROM prediction WHERE request = ?";
    return rows(site, sql, (row, c) -> row.getInt(1), request);
  }

  private static List<String> failed(Site site, String column, long request) {
    String sql = "SELECT " + column + " FROM failed_attempt WHERE request = ?";
    return rows(site, sql, (row, c) -> row.getString(1), request);
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
    Kept request = request(site, "join-1");
    assertEquals("/api/v1/models/{model}/predict", request.route());
    assertEquals("POST", request.method());
    assertEquals(200, request.status());
    assertTrue(request.micros() > 0);
    assertEquals(List.of(2, 2), sources(site, request.id()));
  }

  @Test
  void aFailedAttemptKeepsItsReasonAndAtMostTwoKibibytesOfItsInput(Site site) throws Exception {
    String body = Site.SETOSA.replace("5.1", "\"" + "ü".repeat(3_000) + "\"");
    assertEquals(400, site.send(predict(site, "failed-1", body)).statusCode());
    Kept request = request(site, "failed-1");
    assertEquals(400, request.status());
    assertEquals(List.of("iris"), failed(site, "model", request.id()));
    String reason = failed(site, "reason", request.id()).get(0);
    assertTrue(reason.startsWith("urn:perennial:problem:invalid-input: "), reason);
    assertTrue(reason.contains("sepal_length is too long for a number"), reason);
    String input = failed(site, "input", request.id()).get(0);
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
    assertEquals(303, response.statusCode());
    Kept request = request(site, "form-1");
    assertEquals("/", request.route());
    assertEquals(List.of(1), sources(site, request.id()));
  }

  @Test
  void probesStaticFilesAndUnknownAddressesAreOnlyCounted(Site site) throws Exception {
    for (String path : List.of("health/live", "assets/perennial.css", "no/such/page")) {
      site.get(path, "X-Request-Id", "counted-1");
    }
    site.send(predict(site, "after-counted", Site.SETOSA));
    request(site, "after-counted");
    assertEquals(List.of(), kept(site, "counted-1"));
    site.counts.flush(site.database, Clock.systemUTC());
    List<String> counted =
        rows(
            site,
            "SELECT route, status FROM request_count WHERE n >= ?",
            (row, c) -> row.getString(1) + " " + row.getInt(2),
            1);
    assertTrue(
        counted.containsAll(List.of("/health/live 200", "other 200", "other 404")),
        counted.toString());
    assertFalse(counted.toString().contains("no/such"), counted.toString());
  }
}
