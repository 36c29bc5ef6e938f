package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests do to tell labels to a {@link Site}. */
final class Telling {
  private Telling() {}

  static final JsonMapper JSON = new JsonMapper();
  static final String HOSTILE = "{\"<u>size</u>\":4,\"a \\\"b\\\"\":\"=1+1\"}";

  static List<String> ids(Site site, String model, String body) throws Exception {
    var response = site.predict(model, body.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answer = JSON.readTree(response.body());
    List<String> ids = new ArrayList<>();
    if (answer.has("predictions")) {
      answer.get("predictions").forEach(one -> ids.add(one.get("prediction_id").asString()));
    } else {
      ids.add(answer.get("prediction_id").asString());
    }
    return ids;
  }

  static String id(Site site) throws Exception {
    return ids(site, "iris", Site.SETOSA).get(0);
  }

  static List<String> manyIds(Site site, int count) throws Exception {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      int size = Math.min(1_000, count - ids.size());
      ids.addAll(ids(site, "iris", "[" + (Site.SETOSA + ",").repeat(size - 1) + Site.SETOSA + "]"));
    }
    return ids;
  }

  static HttpResponse<String> send(Site site, String type, String body, String... credentials)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at("api/v1/labels"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return site.send(credentials.length == 0 ? request : request.headers(credentials));
  }

  static JsonNode told(Site site, String type, String body, String... credentials)
      throws Exception {
    var response = send(site, type, body, credentials);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  static JsonNode json(Site site, String body, String... credentials) throws Exception {
    return told(site, "application/json", body, credentials);
  }

  static String label(String id, String label) {
    return "{\"prediction_id\":\"" + id + "\",\"label\":\"" + label + "\"}";
  }

  static void assertCounts(
      JsonNode answer, int accepted, int unchanged, int corrected, int rejected) {
    assertEquals(
        List.of(accepted, unchanged, corrected, rejected),
        List.of("accepted", "unchanged", "corrected", "rejected").stream()
            .map(name -> answer.get(name).asInt())
            .toList(),
        answer.toString());
    assertEquals(rejected, answer.get("errors").size());
  }

  static String reason(JsonNode answer) {
    assertCounts(answer, 0, 0, 0, 1);
    return answer.get("errors").get(0).get("reason").asString();
  }

  static String[] administrator() {
    return new String[] {"Authorization", "Bearer " + Site.TOKEN};
  }

  static JsonNode recorded(Site site, String id) throws Exception {
    var response = site.get("api/v1/labels/" + id, administrator());
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }
}
