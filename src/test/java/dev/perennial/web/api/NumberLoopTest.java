package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.model.Seed;
import dev.perennial.web.Trained;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model of a number, from its first answer to the version that takes its place. */
class NumberLoopTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static Site site;

  private final Random random = new Random(4);

  /** Three times one number less twice another, and noise. */
  private static double truth(double a, double b, Random random) {
    return 3 * a - 2 * b + random.nextGaussian();
  }

  private static Seed line() {
    Random random = new Random(3);
    StringBuilder arff = new StringBuilder("@relation line\n@attribute a numeric\n");
    arff.append("@attribute b numeric\n@attribute y numeric\n@data\n");
    for (int i = 0; i < 1_000; i++) {
      double a = 10 * random.nextDouble();
      double b = 10 * random.nextDouble();
      arff.append(a).append(',').append(b).append(',').append(truth(a, b, random)).append('\n');
    }
    return Trained.seed(
        "line",
        Trained.plain("Line", "weka.classifiers.functions.LinearRegression"),
        arff.toString());
  }

  @BeforeAll
  static void start() throws Exception {
    site = Site.start(List.of(line()));
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  private static String post(String path, String type, String body, int status) throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static String text(String path) throws Exception {
    HttpResponse<String> answer = site.get(path, "Authorization", "Bearer " + Site.TOKEN);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
    JsonNode found = MAPPER.readTree(text(path));
    for (int i = 0; i < 600 && !wanted.test(found); i++) {
      Thread.sleep(100);
      found = MAPPER.readTree(text(path));
    }
    assertTrue(wanted.test(found), found.toString());
    return found;
  }

  /** Asks for so many rows and tells the truth of each, which lies {@code off} higher. */
  private void live(int rows, double off) throws Exception {
    StringBuilder asked = new StringBuilder("a,b\n");
    double[] truths = new double[rows];
    for (int i = 0; i < rows; i++) {
      double a = 10 * random.nextDouble();
      double b = 10 * random.nextDouble();
      truths[i] = off + truth(a, b, random);
      asked.append(a).append(',').append(b).append('\n');
    }
    String[] answers =
        post("api/v1/models/line/predict", "text/csv", asked.toString(), 200).split("\\R", -1);
    int id = List.of(answers[0].split(",", -1)).indexOf("prediction_id");
    StringBuilder told = new StringBuilder("prediction_id,label\n");
    for (int i = 0; i < rows; i++) {
      told.append(answers[i + 1].split(",", -1)[id]).append(',').append(truths[i]).append('\n');
    }
    JsonNode outcome = MAPPER.readTree(post("api/v1/labels", "text/csv", told.toString(), 200));
    assertEquals(rows, outcome.path("accepted").intValue(), outcome.toString());
  }

  private static JsonNode performance(int labels) throws Exception {
    return await(
        "api/v1/models/line/monitor?window=1h",
        document ->
            document.path("performance").path("labels").intValue() == labels
                && document.path("concept_drift").path("labels").intValue() == labels);
  }

  private static String state(JsonNode document, String kind) {
    for (JsonNode alarm : document.path("alarms")) {
      if (alarm.path("kind").stringValue().equals(kind)) {
        return alarm.path("state").stringValue();
      }
    }
    return "";
  }

  @Test
  void errorsAreSeenTheirGrowthAlarmsAndARetrainingIsAdmitted() throws Exception {
    live(600, 0);
    JsonNode steady = performance(600);
    JsonNode seen = steady.path("performance");
    assertEquals("steady", seen.path("status").stringValue(), seen.toString());
    assertEquals(Math.sqrt(2 / Math.PI), seen.path("mae").doubleValue(), .1);
    assertEquals(1, seen.path("rmse").doubleValue(), .12);
    assertTrue(seen.path("r2").doubleValue() > .95, seen.toString());
    assertEquals("steady", seen.path("residual").path("status").stringValue());
    assertEquals(1, seen.path("coverage").doubleValue());
    assertFalse(seen.has("accuracy") || seen.has("confusion"), seen.toString());

    live(700, 4);
    JsonNode grown = performance(1_300);
    assertEquals("drifted", grown.path("performance").path("status").stringValue());
    assertEquals("drifted", grown.path("concept_drift").path("status").stringValue());
    assertEquals("concept_drift", grown.path("diagnosis").path("code").stringValue());
    assertTrue(
        grown.path("diagnosis").path("sentence").stringValue().contains("mean absolute error grew"),
        grown.path("diagnosis").toString());
    await(
        "api/v1/models/line/monitor?window=1h",
        document ->
            state(document, "performance").equals("firing")
                && state(document, "concept_drift").equals("firing"));
    String metrics = text("metrics");
    assertTrue(metrics.contains("perennial_model_absolute_error{model=\"line\"}"), metrics);
    JsonNode points =
        await("api/v1/models/line/monitor/series?metric=mae&window=1h", any -> true).path("points");
    assertTrue(points.get(0).path("low").doubleValue() < points.get(0).path("value").doubleValue());
    assertEquals(400, site.get("api/v1/models/line/monitor/series?metric=accuracy").statusCode());
    String page = site.get("monitor/line").body();
    assertTrue(page.contains("Mean absolute error") && page.contains("Where errors lie"), page);
    assertFalse(page.contains("Accuracy"), page);

    String run = post("api/v1/models/line/retrain", "application/json", "{\"reason\":\"x\"}", 202);
    JsonNode ended =
        await(
            "api/v1/runs/" + MAPPER.readTree(run).path("run").intValue(),
            found -> found.has("ended_at"));
    assertTrue(ended.path("verdict").path("admitted").booleanValue(), ended.toString());
    assertTrue(ended.path("verdict").path("better").booleanValue(), ended.toString());
    assertEquals(2, ended.path("version").intValue());
  }

  @Test
  void aLabelThatIsNoNumberIsRefusedWithWhatToGive() throws Exception {
    String answer =
        post("api/v1/models/line/predict", "application/json", "{\"a\":1,\"b\":2}", 200);
    String id = MAPPER.readTree(answer).path("prediction_id").stringValue();
    for (String label : List.of("NaN", "Infinity", "1e999", "many", "")) {
      JsonNode outcome =
          MAPPER.readTree(
              post("api/v1/labels", "text/csv", "prediction_id,label\n" + id + "," + label, 200));
      assertEquals(1, outcome.path("rejected").intValue(), label);
      assertTrue(
          outcome.path("errors").get(0).path("reason").stringValue().contains("give "), label);
    }
  }
}
