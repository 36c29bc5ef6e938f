package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Hostile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** True answers as programs send them, and as they are read again. */
@ExtendWith(Sites.class)
class LabelsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOSTILE = "{\"<u>size</u>\":4,\"a \\\"b\\\"\":\"=1+1\"}";

  private static List<String> ids(Site site, String model, String body) throws Exception {
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

  private static String id(Site site) throws Exception {
    return ids(site, "iris", Site.SETOSA).get(0);
  }

  private static List<String> manyIds(Site site, int count) throws Exception {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      int size = Math.min(1_000, count - ids.size());
      ids.addAll(ids(site, "iris", "[" + (Site.SETOSA + ",").repeat(size - 1) + Site.SETOSA + "]"));
    }
    return ids;
  }

  private static HttpResponse<String> send(
      Site site, String type, String body, String... credentials) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at("api/v1/labels"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return site.send(credentials.length == 0 ? request : request.headers(credentials));
  }

  private static JsonNode told(Site site, String type, String body, String... credentials)
      throws Exception {
    var response = send(site, type, body, credentials);
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  private static JsonNode json(Site site, String body, String... credentials) throws Exception {
    return told(site, "application/json", body, credentials);
  }

  private static String label(String id, String label) {
    return "{\"prediction_id\":\"" + id + "\",\"label\":\"" + label + "\"}";
  }

  private static void assertCounts(
      JsonNode answer, int accepted, int unchanged, int corrected, int rejected) {
    assertEquals(
        List.of(accepted, unchanged, corrected, rejected),
        List.of("accepted", "unchanged", "corrected", "rejected").stream()
            .map(name -> answer.get(name).asInt())
            .toList(),
        answer.toString());
    assertEquals(rejected, answer.get("errors").size());
  }

  private static String reason(JsonNode answer) {
    assertCounts(answer, 0, 0, 0, 1);
    return answer.get("errors").get(0).get("reason").asString();
  }

  private static String[] administrator() {
    return new String[] {"Authorization", "Bearer " + Site.TOKEN};
  }

  private static JsonNode recorded(Site site, String id) throws Exception {
    var response = site.get("api/v1/labels/" + id, administrator());
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body());
  }

  @Test
  void aLabelIsAcceptedAndTheSameAgainWritesNothing(Site site) throws Exception {
    String id = id(site);
    assertCounts(json(site, label(id, "virginica")), 1, 0, 0, 0);
    assertCounts(json(site, label(id, "virginica")), 0, 1, 0, 0);
    JsonNode read = recorded(site, id);
    assertEquals("iris", read.get("model").asString());
    assertEquals("setosa", read.get("prediction").asString());
    assertEquals("virginica", read.get("label").asString());
    assertEquals("anonymous", read.get("label_source").asString());
    assertTrue(read.get("observed_at").isNull());
    assertEquals(1, read.get("history").size());
    assertCounts(json(site, label(id, "virginica")), 0, 1, 0, 0);
    assertEquals(1, recorded(site, id).get("history").size());
  }

  @Test
  void aCorrectionHoldsAndTheFirstLabelIsHistory(Site site) throws Exception {
    String id = id(site);
    json(site, label(id, "setosa"));
    assertCounts(json(site, label(id, "versicolor")), 0, 0, 1, 0);
    assertCounts(json(site, label(id, "setosa")), 0, 0, 1, 0);
    JsonNode read = recorded(site, id);
    assertEquals("setosa", read.get("label").asString());
    List<String> history = new ArrayList<>();
    read.get("history").forEach(one -> history.add(one.get("label").asString()));
    assertEquals(List.of("setosa", "versicolor", "setosa"), history);
  }

  @Test
  void twoOfOneBodyCountOneAfterTheOther(Site site) throws Exception {
    String id = id(site);
    String same = label(id, "setosa");
    assertCounts(json(site, "[" + same + "," + same + "]"), 1, 1, 0, 0);
    String other = label(id, "virginica");
    assertCounts(json(site, "[" + same + "," + other + "," + other + "]"), 0, 2, 1, 0);
    assertEquals(2, recorded(site, id).get("history").size());
  }

  @Test
  void aLabelIsTakenAtOnceAfterItsAnswerAThousandTimes(Site site) throws Exception {
    for (int i = 0; i < 1_000; i++) {
      assertCounts(json(site, label(id(site), "setosa")), 1, 0, 0, 0);
    }
  }

  @Test
  void tenThousandLabelsAreTakenAndOneMoreIsRefusedWhole(Site site) throws Exception {
    List<String> ids = manyIds(site, 10_001);
    String all = ids.stream().limit(10_000).map(id -> label(id, "setosa")).collect(joined());
    assertCounts(json(site, all), 10_000, 0, 0, 0);
    assertCounts(json(site, all), 0, 10_000, 0, 0);
    assertTrue(site.drain.await(Duration.ofSeconds(30)));
    assertCounts(json(site, all), 0, 10_000, 0, 0);
    String more = ids.stream().map(id -> label(id, "virginica")).collect(joined());
    var refused = send(site, "application/json", more);
    assertEquals(400, refused.statusCode(), refused.body());
    JsonNode problem = JSON.readTree(refused.body());
    assertEquals("urn:perennial:problem:invalid-input", problem.get("type").asString());
    assertTrue(problem.get("errors").get(0).get("message").asString().contains("10000 labels"));
    assertEquals("setosa", recorded(site, ids.get(0)).get("label").asString());
    String csv = "prediction_id,label\n" + String.join(",setosa\n", ids) + ",setosa\n";
    assertEquals(400, send(site, "text/csv", csv).statusCode());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(",", "[", "]");
  }

  @Test
  void aBadRowDoesNotSinkTheOthers(Site site) throws Exception {
    String good = id(site);
    String foreign = ids(site, Hostile.NAME, HOSTILE).get(0);
    String wrong = good.substring(0, 20) + (good.endsWith("0") ? "1" : "0");
    List<String> rows =
        List.of(
            label(good, "setosaa"),
            label(wrong, "setosa"),
            label(foreign, "setosa"),
            "7",
            "{\"label\":\"setosa\"}",
            label(good, "setosa"),
            "{\"prediction_id\":\"" + good + "\"}");
    JsonNode answer = json(site, "[" + String.join(",", rows) + "]");
    assertCounts(answer, 1, 0, 0, 6);
    List<Integer> indexes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    answer
        .get("errors")
        .forEach(
            error -> {
              indexes.add(error.get("index").asInt());
              reasons.add(error.get("reason").asString());
            });
    assertEquals(List.of(0, 1, 2, 3, 4, 6), indexes);
    assertEquals(
        "label \"setosaa\" is not a known value; did you mean \"setosa\"?", reasons.get(0));
    assertTrue(reasons.get(1).startsWith("prediction_id is not one that an answer carried"));
    assertTrue(reasons.get(2).contains("give one of \"=<i>yes</i>\", \"no\""), reasons.get(2));
    assertTrue(reasons.get(3).startsWith("must be an object"), reasons.get(3));
    assertEquals("prediction_id is missing", reasons.get(4));
    assertTrue(reasons.get(5).startsWith("label is missing"), reasons.get(5));
    assertEquals(wrong, answer.get("errors").get(1).get("prediction_id").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SETOSA",
        " setosa",
        "setosa\\u0000",
        "\\ud800",
        "<script>alert(1)</script>",
        "'; DROP TABLE label; --",
        "=cmd|' /C calc'!A0",
        "null",
        "NaN",
        "?",
        "0",
        ""
      })
  void aHostileLabelIsRejectedInWords(String text, Site site) throws Exception {
    String id = id(site);
    assertTrue(reason(json(site, label(id, text))).contains("is not a known value"));
    assertTrue(recorded(site, id).get("label").isNull());
  }

  @Test
  void aVeryLongLabelAndIdAreCutInTheReason(Site site) throws Exception {
    String answer = json(site, label("x".repeat(100_000), "y".repeat(100_000))).toString();
    assertTrue(answer.length() < 600, answer);
    String long2 = json(site, label(id(site), "y".repeat(100_000))).toString();
    assertTrue(long2.length() < 600, long2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'prediction_id':ID,'label':null}|label is missing",
        "{'prediction_id':ID,'label':true}|label must be a text or a number",
        "{'prediction_id':ID,'label':['setosa']}|label must be a text or a number",
        "{'prediction_id':ID,'label':{'a':[1]}}|label must be a text or a number",
        "{'prediction_id':ID,'label':1e999}|is not a known value",
        "{'prediction_id':7,'label':'setosa'}|prediction_id must be a text in quotes",
        "{'prediction_id':ID,'label':'setosa','label':'setosa'}|label is given more than once",
        "{'prediction_id':ID,'label':'setosa','Label':1}|\"Label\" is not a field of a label; did you mean label?",
        "{'prediction_id':ID,'label':'setosa','observed_at':1}|observed_at must be a text in quotes",
        "{'prediction_id':ID,'label':'setosa','observed_at':'noon'}|observed_at must be a time",
        "{'prediction_id':ID,'label':'setosa','observed_at':'1969-01-01'}|lies before 1970",
        "{'prediction_id':ID,'label':'setosa','observed_at':'9999-01-01'}|lies in the future",
        "{'prediction_id':ID,'label':'setosa','observed_at':'+999999999-01-01'}|observed_at must be a time",
      })
  void aRowOfAWrongFormIsRejectedInWords(String row, String reason, Site site) throws Exception {
    String body = row.replace("ID", "'" + id(site) + "'").replace('\'', '"');
    String given = reason(json(site, body));
    assertTrue(given.contains(reason), given);
  }

  @Test
  void theTimeOfObservationIsKept(Site site) throws Exception {
    String id = id(site);
    String bare = label(id, "setosa");
    String dated = bare.replace("}", ",\"observed_at\":\"2026-05-04T05:02:01.5+02:00\"}");
    assertCounts(json(site, dated), 1, 0, 0, 0);
    assertCounts(json(site, dated), 0, 1, 0, 0);
    assertCounts(json(site, bare), 0, 1, 0, 0);
    JsonNode read = recorded(site, id);
    assertEquals("2026-05-04T03:02:01.500Z", read.get("observed_at").asString());
    Instant told = Instant.parse(read.get("label_time").asString());
    assertTrue(Duration.between(told, Instant.now()).abs().toMinutes() < 1);
    assertCounts(json(site, dated.replace("2026", "2025")), 0, 0, 1, 0);
  }

  @Test
  void theSourceIsKeptAndAStrangerDoesNotOverruleIt(Site site) throws Exception {
    String id = id(site);
    json(site, label(id, "setosa"));
    assertCounts(json(site, label(id, "setosa"), administrator()), 1, 0, 0, 0);
    assertCounts(json(site, label(id, "setosa")), 0, 1, 0, 0);
    assertTrue(reason(json(site, label(id, "virginica"))).contains("sign in or send a token"));
    JsonNode read = recorded(site, id);
    assertEquals("administrator", read.get("label_source").asString());
    assertEquals("anonymous", read.get("history").get(0).get("label_source").asString());
    assertEquals(2, read.get("history").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void csvComesWithAnyDelimiterOrderAndQuotes(String delimiter, Site site) throws Exception {
    String first = id(site);
    String second = id(site);
    String csv =
        "\uFEFFnote,label,observed_at,prediction_id\r\n\"a \"\"b\"\"\n, ; c\",setosa,,FIRST\r\n\r\n"
            + "x, \"virginica\" ,2026-05-04,FIRST\r\nx,\"virginica\",2026-05-04,SECOND";
    String body =
        csv.replace(",", delimiter)
            .replace("FIRST", first)
            .replace("SECOND", second)
            .replace(" \"virginica\" ", " virginica ");
    assertCounts(told(site, "text/csv; charset=UTF-8", body), 2, 0, 1, 0);
    assertEquals("virginica", recorded(site, first).get("label").asString());
    assertEquals("2026-05-04T00:00:00Z", recorded(site, second).get("observed_at").asString());
  }

  @Test
  void csvRowsThatAreWrongAreRejectedOneByOne(Site site) throws Exception {
    String id = id(site);
    String body =
        "prediction_id,label\n" + id + "\n" + id + ",\n" + id + ",setosa,\n" + id + ",setosa";
    JsonNode answer = told(site, "text/csv", body);
    assertCounts(answer, 1, 0, 0, 3);
    String first = answer.get("errors").get(0).get("reason").asString();
    assertTrue(first.startsWith("has 1 cells, the first line 2; label is missing"), first);
  }

  @Test
  void theExportComesBackWithItsLabels(Site site) throws Exception {
    String id = ids(site, Hostile.NAME, HOSTILE).get(0);
    assertCounts(json(site, label(id, Hostile.YES)), 1, 0, 0, 0);
    String path = "api/v1/models/" + Hostile.NAME + "/predictions?format=csv";
    String csv = site.get(path, administrator()).body();
    String row = csv.lines().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
    assertTrue(row.contains(",'=<i>yes</i>,20") && row.contains(",anonymous,"), row);
    JsonNode answer = told(site, "text/csv", csv.lines().findFirst().orElseThrow() + "\n" + row);
    assertCounts(answer, 0, 1, 0, 0);
    String lines = site.get(path.replace("csv", "jsonl"), administrator()).body();
    JsonNode logged =
        JSON.readTree(lines.lines().filter(line -> line.contains(id)).findFirst().orElseThrow());
    assertEquals(Hostile.YES, logged.get("label").asString());
    assertEquals("anonymous", logged.get("label_source").asString());
    assertTrue(logged.get("observed_at").isNull());
  }

  @Test
  void theLogIsReadWithOrWithoutLabels(Site site) throws Exception {
    List<String> ids = manyIds(site, 500);
    String last = ids.get(499);
    json(site, "[" + label(ids.get(3), "setosa") + "," + label(last, "virginica") + "]");
    String path = "api/v1/models/iris/predictions?format=csv&after=" + ids.get(0);
    String some = site.get(path + "&limit=2&labelled=true", administrator()).body();
    assertEquals(3, some.lines().count(), some);
    assertTrue(some.contains(ids.get(3)) && some.contains(last), some);
    String others = site.get(path + "&limit=499&labelled=false", administrator()).body();
    assertEquals(498, others.lines().count());
    assertFalse(others.contains(last));
    assertEquals(100, site.get(path + "&limit=99", administrator()).body().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json|''|400|malformed-json",
        "application/json|{'label':NaN}|400|malformed-json",
        "application/json|[{}] []|400|malformed-json",
        "application/json|[{'label':[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}]|400|malformed-json",
        "application/json|prediction_id,label|400|malformed-json",
        "text/csv|''|400|malformed-csv",
        "text/csv|prediction_id,Label|400|malformed-csv",
        "text/csv|prediction_id,label,label|400|malformed-csv",
        "text/csv|{'prediction_id':'a','label':'b'}|400|malformed-csv",
        "text/csv;charset=latin1|prediction_id,label|415|unsupported-media-type",
        "text/plain|prediction_id,label|415|unsupported-media-type",
        "application/x-www-form-urlencoded|prediction_id=1|415|unsupported-media-type",
      })
  void aBodyThatIsNoneIsAProblem(String type, String body, int status, String problem, Site site)
      throws Exception {
    var response = send(site, type, body.replace('\'', '"'));
    assertEquals(status, response.statusCode(), response.body());
    JsonNode read = JSON.readTree(response.body());
    assertEquals("urn:perennial:problem:" + problem, read.get("type").asString());
  }

  @Test
  void csvThatBreaksOffOrIsNotUtf8IsAProblem(Site site) throws Exception {
    for (String body : List.of("prediction_id,label\n\"a,b", "prediction_id,label\n\"a\"b,c")) {
      var response = send(site, "text/csv", body);
      assertEquals(400, response.statusCode());
      assertTrue(response.body().contains("ine 2"), response.body());
    }
    var latin =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/labels"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray("h\u00e9".getBytes(StandardCharsets.ISO_8859_1))));
    assertTrue(latin.body().contains("not valid UTF-8"), latin.body());
  }

  @Test
  void aBodyAboveItsOwnBoundIsTooLarge(Site site) throws Exception {
    String spaces = " ".repeat(Site.MOST_BODY + 1);
    assertCounts(json(site, "[" + spaces + "]"), 0, 0, 0, 0);
    assertEquals(413, send(site, "application/json", " ".repeat((4 << 20) + 1)).statusCode());
  }

  @Test
  void theHistoryIsForTheAdministrator(Site site) throws Exception {
    assertEquals(401, site.get("api/v1/labels/" + id(site)).statusCode());
    assertEquals(404, site.get("api/v1/labels/none", administrator()).statusCode());
    assertEquals(405, site.get("api/v1/labels").statusCode());
    JsonNode none = recorded(site, id(site));
    assertTrue(none.get("label").isNull());
    assertFalse(none.get("history").iterator().hasNext());
  }
}
