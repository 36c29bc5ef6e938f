package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weka.classifiers.Classifier;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.lazy.IBk;
import weka.classifiers.rules.ZeroR;
import weka.classifiers.trees.J48;
import weka.core.Instances;

/** A classifier that Weka trained and saved, with its data, becomes a version. */
@ExtendWith(Sites.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GivenModelsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EDGE = "an-edge";
  private Site site;
  private byte[] iris = new byte[0];

  @BeforeAll
  void start() throws Exception {
    iris = Files.readAllBytes(Path.of("weka-models/iris/iris.arff"));
    site = Site.start(Map.of("perennial.model.upload", "true"));
  }

  @AfterAll
  void stop() throws Exception {
    site.close();
  }

  private static Instances rows(byte[] arff) throws Exception {
    Instances rows = new Instances(new StringReader(new String(arff, StandardCharsets.UTF_8)));
    rows.setClassIndex(rows.numAttributes() - 1);
    return rows;
  }

  private static byte[] saved(Object... objects) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      for (Object each : objects) {
        out.writeObject(each);
      }
    }
    return bytes.toByteArray();
  }

  private static Classifier trained(Classifier classifier, byte[] arff) throws Exception {
    classifier.buildClassifier(rows(arff));
    return classifier;
  }

  /** The parts of a request that is taken. */
  private Map<String, Object> good(String model) throws Exception {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("model", model);
    parts.put("account", "admin");
    parts.put("password", Site.PASSWORD);
    parts.put("rows", "hold-out");
    parts.put("classifier", saved(trained(new J48(), iris)));
    parts.put("data", iris);
    return parts;
  }

  private static HttpResponse<String> sent(Site to, Map<String, Object> parts) throws Exception {
    return sent(to, "api/v1/model-files", parts);
  }

  private static HttpResponse<String> sent(Site to, String path, Map<String, Object> parts)
      throws Exception {
    var body = new ByteArrayOutputStream();
    for (var part : parts.entrySet()) {
      boolean file = part.getValue() instanceof byte[];
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(EDGE, part.getKey(), file ? "; filename=\"../x\"" : "");
      body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(
          part.getValue() instanceof byte[] bytes
              ? bytes
              : part.getValue().toString().getBytes(StandardCharsets.UTF_8));
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return to.send(
        HttpRequest.newBuilder(to.at(path))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpResponse<String> sent(Map<String, Object> parts) throws Exception {
    return sent(site, parts);
  }

  private void refuses(Map<String, Object> parts, int status, String field, String says)
      throws Exception {
    var before = site.files("registry");
    HttpResponse<String> answer = sent(parts);
    assertEquals(status, answer.statusCode(), answer.body());
    JsonNode errors = JSON.readTree(answer.body()).get("errors");
    assertEquals(field, errors.get(0).get("field").asString(), answer.body());
    assertTrue(errors.get(0).get("message").asString().contains(says), answer.body());
    assertEquals(before, site.files("registry"));
  }

  private HttpResponse<String> promoted(String model) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/models/" + model + "/versions/1/promote"))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\":\"it came as a file\"}")));
  }

  @Test
  void answersWhenItIsPromotedAsWekaAnsweredAndIsWatched() throws Exception {
    HttpResponse<String> answer = sent(good("brought"));
    assertEquals(201, answer.statusCode(), answer.body());
    JsonNode made = JSON.readTree(answer.body());
    assertEquals("bootstrap", made.get("requested_by").asString());
    assertTrue(made.get("hold_out").get("rule").asString().contains("trained on none of them"));
    assertEquals(404, site.get("models/brought").statusCode());
    assertEquals(200, promoted("brought").statusCode());
    var predicted = site.predict("brought", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, predicted.statusCode(), predicted.body());
    assertTrue(predicted.body().contains("setosa"), predicted.body());
    assertEquals(200, site.get("models/brought").statusCode());
    assertEquals(200, site.get("monitor/brought").statusCode());
    String audit = site.get("api/v1/audit", "Authorization", "Bearer " + Site.TOKEN).body();
    assertTrue(audit.contains("model-file-imported"), audit);
  }

  @Test
  void thePageTakesModelsAndZipsAndSaysWhatIsWrong(Site closed) throws Exception {
    String[] token = {"Authorization", "Bearer " + Site.TOKEN};
    assertTrue(site.get("admin/imports", token).body().contains("name=\"password\""));
    assertFalse(closed.get("admin/imports", token).body().contains("name=\"password\""));
    Map<String, Object> parts = good("by-page");
    parts.put("act", "model");
    HttpResponse<String> taken = sent(site, "admin/imports", parts);
    assertEquals(303, taken.statusCode(), taken.body());
    String page = taken.headers().firstValue("Location").orElseThrow();
    assertEquals("/models/by-page/versions?done=imported", page);
    String versions = site.get(page.substring(1), token).body();
    assertTrue(versions.contains("is imported"), versions);
    assertTrue(versions.contains("Let version 1 answer"), versions);
    parts.put("password", "<b>wrong</b>");
    HttpResponse<String> wrong = sent(site, "admin/imports", parts);
    assertEquals(403, wrong.statusCode());
    assertTrue(wrong.body().contains("It is wrong: type it again."), wrong.body());
    HttpResponse<String> zip =
        sent(site, "admin/imports", Map.of("zip", "no zip".getBytes(StandardCharsets.UTF_8)));
    assertEquals(400, zip.statusCode());
    assertTrue(zip.body().contains("it has no origin.txt"), zip.body());
    byte[] whole =
        site.http
            .send(
                HttpRequest.newBuilder(site.at("api/v1/models/hostile/versions/1/export"))
                    .headers(token)
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofByteArray())
            .body();
    HttpResponse<String> back = sent(site, "admin/imports", Map.of("zip", whole));
    assertEquals(303, back.statusCode(), back.body());
    assertEquals(
        "/models/hostile/versions?done=imported",
        back.headers().firstValue("Location").orElseThrow());
    assertEquals(400, sent(site, "admin/imports", Map.of("act", "")).statusCode());
    assertEquals(409, sent(closed, "admin/imports", parts).statusCode());
  }

  @Test
  void saysThatFiguresOfLearnedRowsAreTooGood() throws Exception {
    Map<String, Object> parts = good("learned");
    parts.put("rows", "training");
    parts.put("classifier", saved(trained(new IBk(), iris), rows(iris)));
    assertEquals(201, sent(parts).statusCode());
    assertEquals(200, promoted("learned").statusCode());
    String page = site.get("models/learned").body();
    assertTrue(page.contains("worse than it looks"), page);
    assertTrue(site.get("models/learned/versions").body().contains("figures are too good"));
  }

  @Test
  void refusesWhatIsNoClassifierOfTheseData() throws Exception {
    Map<String, Object> parts = good("refused");
    parts.put("classifier", saved(new Random(1), new J48()));
    refuses(parts, 400, "classifier", "it holds no classifier");
    parts.put("classifier", saved(new java.awt.Point(1, 2)));
    refuses(parts, 400, "classifier", "java.awt.Point");
    byte[] array = saved(new int[1]);
    Arrays.fill(array, array.length - 8, array.length - 4, (byte) 0x7f);
    parts.put("classifier", array);
    refuses(parts, 400, "classifier", "an array of 2139062143 elements");
    byte[] whole = saved(trained(new J48(), iris));
    parts.put("classifier", Arrays.copyOf(whole, whole.length / 2));
    refuses(parts, 400, "classifier", "it is cut off");
    parts.put("classifier", "no model".getBytes(StandardCharsets.UTF_8));
    refuses(parts, 400, "classifier", "not a serialized classifier");
    parts.put("classifier", saved(trained(new LinearRegression(), numbers())));
    refuses(parts, 400, "classifier", "predicts a number");
    parts.put("classifier", saved(trained(new J48(), months())));
    refuses(parts, 400, "classifier", "the header that it was trained with");
    parts.put("classifier", saved(trained(new ZeroR(), months())));
    refuses(parts, 400, "classifier", "tells 12 classes apart, not the 3");
    parts.put("classifier", saved(trained(new J48(), iris), rows(months())));
    refuses(parts, 400, "classifier", "holds the header of its training");
    parts.put("classifier", saved(new J48()));
    refuses(parts, 400, "classifier", "does not answer row");
  }

  @Test
  void refusesDataOfAnotherFormAndNamesEveryField() throws Exception {
    Map<String, Object> parts = good("../up");
    parts.put("target", "species of flower");
    HttpResponse<String> answer = sent(parts);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"model\"") && answer.body().contains("\"target\""));
    parts = good("refused");
    parts.put("data", "a,b\n1,2\n".repeat(30).getBytes(StandardCharsets.UTF_8));
    refuses(parts, 400, "data", "CSV");
    parts.put("data", "@relation x".getBytes(StandardCharsets.UTF_8));
    refuses(parts, 400, "data", "");
    parts.remove("data");
    parts.remove("rows");
    answer = sent(parts);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"data\"") && answer.body().contains("\"rows\""));
    parts = good("iris");
    parts.put("classifier", saved(trained(new ZeroR(), months())));
    parts.put("data", months());
    refuses(parts, 400, "classifier", "inputs or classes are others");
  }

  @Test
  void needsAnAdministratorsPasswordAndTheSetting(Site closed) throws Exception {
    Map<String, Object> parts = good("refused");
    parts.put("password", "another password");
    refuses(parts, 403, "password", "wrong");
    parts.remove("password");
    refuses(parts, 400, "password", "Give the password");
    HttpResponse<String> off = sent(closed, good("refused"));
    assertEquals(409, off.statusCode(), off.body());
    assertTrue(off.body().contains("perennial.model.upload=true"), off.body());
    assertFalse(closed.files("registry").toString().contains("refused"));
  }

  private static byte[] numbers() {
    StringBuilder arff = new StringBuilder("@relation n\n@attribute a numeric\n");
    arff.append("@attribute b numeric\n@attribute c numeric\n@attribute d numeric\n");
    arff.append("@attribute y numeric\n@data\n");
    for (int i = 0; i < 40; i++) {
      arff.append(i).append(',').append(i % 7).append(',').append(i % 3).append(",1,");
      arff.append(2 * i).append('\n');
    }
    return arff.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] months() {
    StringBuilder arff = new StringBuilder("@relation months\n@attribute day numeric\n");
    arff.append("@attribute a numeric\n@attribute b numeric\n@attribute c numeric\n");
    arff.append("@attribute e numeric\n@attribute f numeric\n");
    arff.append("@attribute month {m1,m2,m3,m4,m5,m6,m7,m8,m9,m10,m11,m12}\n@data\n");
    for (int day = 0; day < 120; day++) {
      arff.append("1,1,1,1,1,").append(day).append(",m").append(1 + day / 10).append('\n');
    }
    return arff.toString().getBytes(StandardCharsets.UTF_8);
  }
}
