package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.log.Ids;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weka.core.Instance;
import weka.core.Instances;

/** The log as programs read it. */
@ExtendWith(Sites.class)
class PredictionsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static String id(Site site, String model, String body) throws Exception {
    var response = site.predict(model, body.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, response.statusCode(), response.body());
    return JSON.readTree(response.body()).get("prediction_id").asString();
  }

  private static HttpResponse<String> read(Site site, String model, String query) throws Exception {
    String path = "api/v1/models/" + model + "/predictions?" + query;
    return site.get(path, "Authorization", "Bearer " + Site.TOKEN);
  }

  @Test
  void givesARowAsSoonAsItsAnswerWasSent(Site site) throws Exception {
    String before = id(site, "iris", Site.SETOSA);
    String first = id(site, "iris", Site.SETOSA.replace("5.1", "5.25"));
    String second = id(site, "iris", Site.SETOSA);
    var response = read(site, "iris", "format=jsonl&after=" + before);
    assertEquals(200, response.statusCode(), response.body());
    List<String> lines = response.body().lines().toList();
    assertEquals(2, lines.size(), response.body());
    assertTrue(lines.stream().allMatch(line -> line.startsWith("{")), response.body());
    JsonNode row = JSON.readTree(lines.get(0));
    assertEquals(first, row.get("prediction_id").asString());
    assertEquals(5.25, row.get("inputs").get("sepal_length").asDouble());
    assertEquals("setosa", row.get("prediction").asString());
    assertEquals(3, row.get("probabilities").size());
    assertEquals(second, JSON.readTree(lines.get(1)).get("prediction_id").asString());
    var limited = JSON.readTree(read(site, "iris", "limit=1&after=" + before).body());
    assertEquals(1, limited.get("predictions").size());
    String later = "format=csv&from=2079-01-01T00:00:00Z";
    assertEquals(1, read(site, "iris", later).body().lines().count());
  }

  @Test
  void writesCsvThatNoSpreadsheetRuns(Site site) throws Exception {
    String body = "{\"<u>size</u>\":-4,\"a \\\"b\\\"\":\"=1+1\"}";
    String id = id(site, "hostile", body);
    List<String> lines = read(site, "hostile", "format=csv").body().lines().toList();
    assertEquals(
        "prediction_id,time,version,<u>size</u>,\"a \"\"b\"\"\",prediction,probability_=<i>yes</i>,probability_no,label,label_time,label_source,observed_at",
        lines.get(0));
    String line = lines.stream().filter(l -> l.startsWith(id)).findFirst().orElseThrow();
    String[] cells = line.split(",", -1);
    assertEquals("-4", cells[3]);
    assertEquals("'=1+1", cells[4]);
    assertTrue(cells[5].equals("'=<i>yes</i>") || cells[5].equals("no"), line);
    assertEquals("", cells[8]);
  }

  @Test
  void writesArffThatWekaReadsBackWordForWord(Site site) throws Exception {
    String id = id(site, "hostile", "{\"<u>size</u>\":-4,\"a \\\"b\\\"\":\"=1+1\"}");
    tell(site, id, "no");
    var response = read(site, "hostile", "format=arff");
    assertEquals("text/x-arff", type(response));
    assertEquals(
        "attachment; filename=\"hostile-predictions.arff\"",
        response.headers().firstValue("Content-Disposition").orElseThrow());
    Instances rows = new Instances(new StringReader(response.body()));
    Instance row =
        rows.stream().filter(each -> each.stringValue(0).equals(id)).findFirst().orElseThrow();
    assertEquals(-4, row.value(rows.attribute("<u>size</u>")));
    assertEquals("=1+1", row.stringValue(rows.attribute("a \"b\"")));
    assertEquals("no", row.stringValue(rows.attribute("label")));
    assertEquals(Ids.millis(site.ids().parse(id).getAsLong()), (long) row.value(1));
    double sum =
        row.value(rows.attribute("probability_=<i>yes</i>"))
            + row.value(rows.attribute("probability_no"));
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void anArffOfNoRowsIsWhole(Site site) throws Exception {
    String text = read(site, "iris", "format=arff&from=2079-01-01T00:00:00Z").body();
    Instances rows = new Instances(new StringReader(text));
    assertEquals(0, rows.numInstances());
    assertEquals(15, rows.numAttributes());
  }

  private static void tell(Site site, String id, String label) throws Exception {
    String body = "{\"prediction_id\":\"" + id + "\",\"label\":\"" + label + "\"}";
    var told =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/labels"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertEquals(200, told.statusCode(), told.body());
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  @Test
  void isForTheHolderOfTheTokenOnly(Site site) throws Exception {
    String path = "api/v1/models/iris/predictions";
    for (var response :
        List.of(
            site.get(path),
            site.get(path, "Authorization", "Bearer wrong"),
            site.get(path, "Authorization", "Bearer "),
            site.get(path, "Authorization", Site.TOKEN),
            site.get(path, "Authorization", "Basic " + Site.TOKEN))) {
      assertEquals(401, response.statusCode());
      assertTrue(
          response.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Bearer"));
    }
    assertEquals(200, site.get(path, "Authorization", "bearer " + Site.TOKEN).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday,from",
    "to=2026-13-01T00:00:00Z,to",
    "to=9999-01-01T00:00:00Z,to",
    "after=17,after",
    "limit=0,limit",
    "limit=-1,limit",
    "limit=99999999999999999999,limit",
    "limit=1&limit=2,limit",
    "format=xml,format",
    "labelled=yes,labelled",
    "page=2,page"
  })
  void namesAWrongParameter(String query, String name, Site site) throws Exception {
    var response = read(site, "iris", query);
    assertEquals(400, response.statusCode(), response.body());
    JsonNode problem = JSON.readTree(response.body());
    assertEquals("urn:perennial:problem:invalid-parameter", problem.get("type").asString());
    assertEquals(name, problem.get("errors").get(0).get("field").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=%zz", "limit=%", "format=%ff"})
  void refusesAQueryThatCannotBeDecoded(String query, Site site) throws Exception {
    String line = "GET /api/v1/models/iris/predictions?" + query;
    String answer = site.raw(line, "Authorization: Bearer " + Site.TOKEN);
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
  }

  @Test
  void anUnknownModelHasNoLog(Site site) throws Exception {
    assertEquals(404, read(site, "rose", "").statusCode());
  }
}
