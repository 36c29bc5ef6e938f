package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Sites.class)
class ScoringTest {
  private static final String COLUMNS =
      "\"sepal_length\",\"sepal_width\",\"petal_length\",\"petal_width\"";
  private static final String RECORD =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";

  private static HttpResponse<String> send(Site site, String type, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("invocations"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static String filled(String body) {
    return body.replace("COLUMNS", COLUMNS).replace("RECORD", RECORD).replace('\'', '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'dataframe_split':{'columns':[COLUMNS],'index':[7],'data':[[5.1,3.5,1.4,0.2]]}}",
        "{'dataframe_split':{'data':[[5.1,3.5,1.4,0.2]],'columns':[COLUMNS]},'params':{'a':[1]}}",
        "{'dataframe_records':[RECORD]}",
        "{'instances':[RECORD]}",
        "{'instances':[[5.1,3.5,1.4,0.2]]}",
        "{'inputs':[[5.1,3.5,1.4,0.2]]}",
        "{'inputs':{'sepal_length':[5.1],'sepal_width':[[3.5]],'petal_length':[1.4],'petal_width':[0.2]}}"
      })
  void answersEveryShapeOfTheProtocol(String body, Site site) throws Exception {
    HttpResponse<String> response = send(site, "application/json", filled(body));
    assertEquals(200, response.statusCode(), response.body());
    JsonNode answer = new JsonMapper().readTree(response.body());
    assertEquals("[\"setosa\"]", answer.get("predictions").toString());
    assertTrue(site.ids().parse(answer.at("/prediction_ids/0").asString()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/csv; charset=UTF-8"})
  void answersCsv(String type, Site site) throws Exception {
    String csv = "petal_width,sepal_length,sepal_width,petal_length\n0.2,5.1,3.5,1.4\n2,6,3,5";
    HttpResponse<String> response = send(site, type, csv);
    assertTrue(response.body().startsWith("{\"predictions\":[\"setosa\",\""), response.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'dataframe_split':{'columns':[COLUMNS],'data':[[5.1]]}}|The row has 1 values where there are 4 columns.",
        "{'dataframe_split':{'columns':[COLUMNS]},'inputs':[]}|The request holds dataframe_split and inputs: send one of them.",
        "{'dataframe_split':[]}|\"dataframe_split\" must be an object with columns and data.",
        "{'dataframe_split':{'data':[[1]]}}|\"dataframe_split\" must hold the lists columns and data.",
        "{'dataframe_records':[5]}|The row must be an object with one value per field.",
        "{'inputs':{'a':[1],'b':[]}}|The columns of \"inputs\" must hold the same number of values.",
        "{'instances':7}|\"instances\" must be a list.",
        "{}|The request must hold one of dataframe_split, dataframe_records, instances, inputs.",
        "[RECORD]|The request must be an object with one of",
        "{'columns':[],'data':[]}|\"columns\" is not part of the protocol",
        "{'instances':[[5.1,3.5,1.4,'x']]}|petal_width is not a number; give",
        "{'instances':|The body is not valid JSON"
      })
  void saysWhatIsWrongInItsOwnShape(String body, String message, Site site) throws Exception {
    HttpResponse<String> response = send(site, "application/json", filled(body));
    assertEquals(400, response.statusCode(), response.body());
    JsonNode error = new JsonMapper().readTree(response.body());
    assertEquals("BAD_REQUEST", error.get("error_code").asString());
    assertTrue(error.get("message").asString().startsWith(message), response.body());
  }

  @Test
  void refusesOtherTypesAndTooManyRows(Site site) throws Exception {
    HttpResponse<String> other = send(site, "text/plain", "x");
    assertEquals(415, other.statusCode());
    assertTrue(other.body().contains("\"error_code\""), other.body());
    String row = "[5.1,3.5,1.4,0.2],";
    String many = "{\"inputs\":[" + row.repeat(1_000) + row.replace("],", "]") + "]}";
    assertEquals(400, send(site, "application/json", many).statusCode());
  }

  @Test
  void answersPingsAndItsVersion(Site site) throws Exception {
    assertEquals(200, site.get("ping").statusCode());
    assertEquals(200, site.get("health").statusCode());
    assertEquals(200, site.get("version").statusCode());
    HttpResponse<String> wrong = site.get("invocations");
    assertEquals(405, wrong.statusCode());
    assertTrue(wrong.body().contains("\"error_code\":\"BAD_REQUEST\""), wrong.body());
  }
}
