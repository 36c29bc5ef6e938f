package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.log.Ids;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Sites.class)
class PredictTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static HttpResponse<String> predict(Site site, String body) throws Exception {
    return site.predict("iris", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void answersOneObject(Site site) throws Exception {
    var response = predict(site, Site.SETOSA);
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
    JsonNode answer = JSON.readTree(response.body());
    assertEquals("iris", answer.get("model").asString());
    assertEquals(1, answer.get("version").asInt());
    assertEquals("setosa", answer.get("prediction").asString());
    assertEquals(3, answer.get("probabilities").size());
    assertTrue(answer.get("probabilities").get("setosa").asDouble() > 0.9);
    assertEquals(0, answer.get("warnings").size());
    assertFalse(answer.has("logged"));
    long id = site.ids().parse(answer.get("prediction_id").asString()).orElseThrow();
    assertTrue(Math.abs(Ids.millis(id) - System.currentTimeMillis()) < 60_000);
  }

  @Test
  void answersAListInOrderWithAnErrorInTheBadElementsPlace(Site site) throws Exception {
    String bad = Site.SETOSA.replace("5.1", "\"5.1\"");
    var response = predict(site, "[" + Site.SETOSA + "," + bad + ",7," + Site.SETOSA + "]");
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answers = JSON.readTree(response.body()).get("predictions");
    assertEquals(4, answers.size());
    assertEquals("setosa", answers.get(0).get("prediction").asString());
    JsonNode error = answers.get(1).get("error");
    assertEquals("urn:perennial:problem:invalid-input", error.get("type").asString());
    assertEquals("sepal_length", error.get("errors").get(0).get("field").asString());
    assertEquals("5.1", error.get("errors").get(0).get("value").asString());
    assertTrue(answers.get(2).has("error"));
    assertEquals("setosa", answers.get(3).get("prediction").asString());
  }

  @Test
  void warnsOfAValueOutsideTheRange(Site site) throws Exception {
    var response = predict(site, Site.SETOSA.replace("1.4", "99"));
    assertEquals(200, response.statusCode());
    JsonNode warning = JSON.readTree(response.body()).get("warnings").get(0);
    assertEquals("out_of_range:petal_length", warning.get("code").asString());
    assertTrue(warning.get("message").asString().startsWith("Petal Length 99 cm is outside"));
  }

  @Test
  void listsAllOffendingFields(Site site) throws Exception {
    var response = predict(site, "{\"sepal_length\":null,\"Sepal_Width\":3,\"petal_length\":true}");
    assertEquals(400, response.statusCode());
    JsonNode problem = JSON.readTree(response.body());
    assertEquals(400, problem.get("status").asInt());
    var fields =
        StreamSupport.stream(problem.get("errors").spliterator(), false)
            .map(error -> error.get("field").asString())
            .toList();
    assertEquals(
        java.util.List.of(
            "sepal_length", "Sepal_Width", "petal_length", "sepal_width", "petal_width"),
        fields);
  }

  @Test
  void tellsWhereTheTimeWent(Site site) throws Exception {
    String timing = predict(site, Site.SETOSA).headers().firstValue("Server-Timing").orElseThrow();
    assertTrue(
        timing.matches("parse;dur=\\d+\\.\\d{3}, score;dur=\\d+\\.\\d{3}, log;dur=\\d+\\.\\d{3}"),
        timing);
  }

  @Test
  void echoesAGoodRequestIdAndMakesOneForABadOne(Site site) throws Exception {
    assertEquals("a.b:C_1-2", requestId(site, "a.b:C_1-2"));
    assertTrue(requestId(site, "a b").matches("r[0-9a-z]+"));
    assertTrue(requestId(site, "x".repeat(101)).matches("r[0-9a-z]+"));
  }

  private static String requestId(Site site, String sent) throws Exception {
    var response = site.get("api/v1/models", "X-Request-Id", sent);
    return response.headers().firstValue("X-Request-Id").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;a=b"})
  void takesTheContentTypeWithItsParameters(String type, Site site) throws Exception {
    assertEquals(200, post(site, type).statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/jsonx", "application/json;charset=utf-16", ";", "json"})
  void refusesAnotherContentType(String type, Site site) throws Exception {
    HttpResponse<String> response = post(site, type);
    assertEquals(415, response.statusCode());
    assertEquals("close", response.headers().firstValue("Connection").orElse("kept"));
  }

  private static HttpResponse<String> post(Site site, String type) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(Site.SETOSA)));
  }

  @Test
  void refusesABodyWithoutAContentType(Site site) throws Exception {
    var response =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
                .POST(BodyPublishers.ofString(Site.SETOSA)));
    assertEquals(415, response.statusCode());
    assertTrue(
        response.body().contains("The Content-Type is missing: send application/json or text/csv"));
  }

  @Test
  void refusesALargeBodyWithAndWithoutALength(Site site) throws Exception {
    byte[] large = " ".repeat(Site.MOST_BODY + 1).getBytes(StandardCharsets.UTF_8);
    assertEquals(413, site.predict("iris", large).statusCode());
    var chunked =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
    assertEquals(413, chunked.statusCode());
  }
}
