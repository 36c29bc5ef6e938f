package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On a server of its own: what it does to iris would surprise other tests. */
@TestMethodOrder(OrderAnnotation.class)
class RenewTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start("/", "iris");
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, "Authorization", "Bearer " + Site.TOKEN);
    assertEquals(200, answer.statusCode(), answer.body());
    return MAPPER.readTree(answer.body());
  }

  private static JsonNode ended(long run) throws Exception {
    for (int i = 0; i < 600; i++) {
      JsonNode found = get("api/v1/runs/" + run);
      if (found.has("ended_at")) {
        return found;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("run " + run + " does not end");
  }

  @Test
  @Order(1)
  void aRetrainingIsARunThatEndsWithAVerdict() throws Exception {
    HttpResponse<String> accepted = post("api/v1/models/iris/retrain", "{\"reason\":\"a test\"}");
    assertEquals(202, accepted.statusCode(), accepted.body());
    assertEquals("{\"run\":1}", accepted.body());
    assertEquals("/api/v1/runs/1", accepted.headers().firstValue("Location").orElse(""));
    JsonNode run = ended(1);
    assertEquals("refused", run.path("state").stringValue(), run.toString());
    assertEquals("a test", run.path("reason").stringValue());
    assertEquals("bootstrap", run.path("requested_by").stringValue());
    assertEquals(120, run.path("data").path("rows_by_origin").path("reference").intValue());
    JsonNode rule = run.path("verdict").path("rules").get(0);
    assertEquals("enough-rows", rule.path("name").stringValue());
    assertFalse(rule.path("passed").booleanValue());
    assertTrue(rule.path("sentence").stringValue().startsWith("30 rows were judged"));
    assertEquals(Set.of("decides", "name", "passed", "sentence"), Set.copyOf(rule.propertyNames()));
    assertFalse(run.path("data").has("said"), run.toString());
    assertFalse(run.path("data").path("half_life").has("said"), run.toString());
    assertEquals(2, run.path("version").intValue());
    assertEquals(1, get("api/v1/runs?model=iris").path("runs").size());
    assertEquals(0, get("api/v1/runs?model=iris&before=1").path("runs").size());
  }

  @Test
  @Order(2)
  void aRefusedVersionIsPromotedWithAReasonAndRolledBack() throws Exception {
    JsonNode versions = get("api/v1/models/iris/versions").path("versions");
    assertEquals("[\"champion\"]", versions.get(0).path("aliases").toString());
    assertFalse(versions.get(1).path("admitted").booleanValue());
    assertEquals(1, versions.get(1).path("parent").intValue());
    String challenge = "api/v1/models/iris/versions/2/challenge";
    assertEquals(400, post(challenge, "{}").statusCode());
    HttpResponse<String> shadowed = post(challenge, "{\"reason\":\"few rows\"}");
    assertEquals(200, shadowed.statusCode(), shadowed.body());
    assertEquals("challenger", MAPPER.readTree(shadowed.body()).path("alias").stringValue());
    assertEquals(
        "[\"challenger\"]", get("api/v1/models/iris/versions/2").path("aliases").toString());
    assertEquals(1, get("api/v1/models/iris").path("version").intValue());
    HttpResponse<String> champion =
        post("api/v1/models/iris/versions/1/challenge", "{\"reason\":\"why not\"}");
    assertEquals(409, champion.statusCode());
    assertTrue(champion.body().contains("version 1 answers already"), champion.body());
    HttpResponse<String> withdrawn = post("api/v1/models/iris/versions/2/withdraw", "");
    assertEquals(200, withdrawn.statusCode(), withdrawn.body());
    assertEquals("withdrawn", MAPPER.readTree(withdrawn.body()).path("alias").stringValue());
    assertEquals("[]", get("api/v1/models/iris/versions/2").path("aliases").toString());
    assertEquals(409, post("api/v1/models/iris/versions/2/withdraw", "").statusCode());
    HttpResponse<String> silent = post("api/v1/models/iris/versions/2/promote", "{}");
    assertEquals(400, silent.statusCode());
    assertTrue(silent.body().contains("must say why"), silent.body());
    HttpResponse<String> made =
        post("api/v1/models/iris/versions/2/promote", "{\"reason\":\"the same rows\"}");
    assertEquals(200, made.statusCode(), made.body());
    assertEquals(2, get("api/v1/models/iris").path("version").intValue());
    HttpResponse<String> back = post("api/v1/models/iris/rollback", "");
    assertEquals(200, back.statusCode(), back.body());
    assertEquals(1, get("api/v1/models/iris").path("version").intValue());
    assertEquals(409, post("api/v1/models/iris/rollback", "").statusCode(), "never forward");
    JsonNode history = get("api/v1/models/iris/history").path("history");
    assertEquals("rolled back", history.get(0).path("reason").stringValue());
    assertEquals("the same rows", history.get(1).path("reason").stringValue());
    assertEquals("withdrawn", history.get(2).path("reason").stringValue());
    assertEquals("few rows", history.get(3).path("reason").stringValue());
    assertEquals(5, history.size());
    String audit = get("api/v1/audit").toString();
    for (String act : new String[] {"challenges", "withdrawn", "promoted", "rolled-back"}) {
      assertTrue(audit.contains("version-" + act), audit);
    }
    assertTrue(audit.contains("iris version 2: few rows"), audit);
    JsonNode second = get("api/v1/models/iris/versions/2");
    assertEquals(150, second.path("data").path("rows").intValue());
    assertEquals(30, second.path("hold_out").path("rows").intValue());
    assertTrue(second.path("verdict").path("rules").size() > 4, second.toString());
  }

  @Test
  @Order(3)
  void everyFaultOfARequestIsNamed() throws Exception {
    HttpResponse<String> wrong =
        post(
            "api/v1/models/iris/retrain",
            """
            {"rows":"some","scheme":"java.lang.Runtime","wish":1,"compare":[{"options":"-C 0"},{"scheme":7}]}
            """);
    assertEquals(400, wrong.statusCode(), wrong.body());
    JsonNode errors = MAPPER.readTree(wrong.body()).path("errors");
    assertEquals(
        "[wish, rows, scheme, compare.scheme, compare.scheme]",
        errors.valueStream().map(e -> e.path("field").stringValue()).toList().toString(),
        wrong.body());
    assertEquals(400, post("api/v1/models/iris/retrain", "{\"rows\":").statusCode());
    assertEquals(400, post("api/v1/models/iris/retrain", "[]").statusCode());
    assertEquals(404, post("api/v1/models/rose/retrain", "").statusCode());
    assertEquals(404, post("api/v1/models/iris/versions/9/promote", "{}").statusCode());
    assertEquals(404, post("api/v1/runs/99/cancel", "").statusCode());
    assertEquals(404, site.get("api/v1/runs/1e3").statusCode());
    assertEquals(404, site.get("api/v1/models/rose/history").statusCode());
  }

  @Test
  @Order(4)
  void aSecondRunOfAModelIsRefusedAndTheFirstIsCancelled() throws Exception {
    String slow =
        "{\"scheme\":\"weka.classifiers.functions.MultilayerPerceptron\",\"options\":\"-N 20000\"}";
    long run =
        MAPPER.readTree(post("api/v1/models/iris/retrain", slow).body()).path("run").longValue();
    HttpResponse<String> second = post("api/v1/models/iris/retrain", "");
    assertEquals(409, second.statusCode(), second.body());
    assertTrue(second.body().contains("Run " + run + " of this model has not ended"));
    HttpResponse<String> cancelled = post("api/v1/runs/" + run + "/cancel", "");
    assertEquals(200, cancelled.statusCode());
    assertEquals("cancelled", MAPPER.readTree(cancelled.body()).path("state").stringValue());
    assertEquals("cancelled", ended(run).path("state").stringValue());
  }

  @Test
  @Order(5)
  void strangersSeeRunsWithoutNamesAndStartNone() throws Exception {
    HttpResponse<String> run = site.get("api/v1/runs/1");
    assertEquals(200, run.statusCode());
    HttpResponse<String> refused =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/models/iris/retrain"))
                .POST(BodyPublishers.ofString("{}")));
    assertEquals(401, refused.statusCode());
  }
}
