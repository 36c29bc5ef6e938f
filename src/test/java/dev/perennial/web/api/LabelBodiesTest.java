package dev.perennial.web.api;

import static dev.perennial.web.api.Telling.JSON;
import static dev.perennial.web.api.Telling.assertCounts;
import static dev.perennial.web.api.Telling.id;
import static dev.perennial.web.api.Telling.json;
import static dev.perennial.web.api.Telling.label;
import static dev.perennial.web.api.Telling.reason;
import static dev.perennial.web.api.Telling.recorded;
import static dev.perennial.web.api.Telling.send;
import static dev.perennial.web.api.Telling.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies of labels in every form, most of them wrong. */
@ExtendWith(Sites.class)
class LabelBodiesTest {
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
}
