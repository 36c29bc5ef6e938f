package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.model.Seed;
import dev.perennial.training.Recipe;
import dev.perennial.web.Trained;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A private input is used to answer, and nothing on the disk tells what it was. */
class PrivateInputsTest {
  private static final double PLANTED = 37.12345678912;
  private static final double OPEN = 41.98765432198;
  private static final String WORD = "zqxjkv-planted-word";

  private static Seed loans() {
    StringBuilder arff = new StringBuilder("@relation loans\n@attribute age numeric\n");
    arff.append("@attribute note string\n@attribute sum numeric\n");
    arff.append("@attribute class {yes,no}\n@data\n");
    for (int i = 0; i < 100; i++) {
      arff.append(i).append(",'a b',").append(i % 7).append(i < 50 ? ",yes\n" : ",no\n");
    }
    Recipe recipe =
        new Recipe(
            "Loans",
            Optional.empty(),
            "weka.classifiers.meta.FilteredClassifier",
            "-F \"weka.filters.unsupervised.attribute.RemoveType -T string\" -W weka.classifiers.trees.J48",
            1,
            Instant.EPOCH,
            "the tests",
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.of(Set.of("age", "note")));
    return Trained.seed("loans", recipe, arff.toString());
  }

  private static HttpResponse<String> post(Site site, String path, String type, String body)
      throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void nothingIsFound(Site site) throws Exception {
    assertEquals(List.of(), site.holding(text(Double.toString(PLANTED))));
    assertEquals(List.of(), site.holding(ByteBuffer.allocate(8).putDouble(PLANTED).array()));
    assertEquals(List.of(), site.holding(text(WORD)));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theWholeHomeHoldsNoTraceOfAPlantedValue() throws Exception {
    try (Site site = Site.start(List.of(loans()))) {
      String row = "{\"age\":%s,\"note\":\"%s\",\"sum\":%s}".formatted(PLANTED, WORD, OPEN);
      String predict = "api/v1/models/loans/predict";
      String json = "application/json";
      HttpResponse<String> answer = post(site, predict + "?explain=true", json, row);
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("yes"), answer.body());
      nothingIsFound(site);
      String form = "age=%s&note=%s&sum=%s".formatted(PLANTED, WORD, OPEN);
      var led = post(site, "models/loans", "application/x-www-form-urlencoded", form);
      String address = led.headers().firstValue("Location").orElseThrow();
      assertFalse(address.contains(WORD), address);
      String page = site.get(address.substring(1)).body();
      String known = address.substring(0, address.lastIndexOf('/'));
      assertEquals(303, site.get(known.substring(1) + "/none").statusCode());
      assertTrue(page.contains(WORD), page);
      assertTrue(page.contains("only its bin is recorded"), page);
      assertFalse(page.contains("/why/"), page);
      String csv = "age,note,sum\n%s,%s,%s\n".formatted(PLANTED, WORD, OPEN);
      assertEquals(200, post(site, predict, "text/csv", csv).statusCode());
      String wrong = row.replace("\"sum\"", "\"none\"");
      assertEquals(400, post(site, predict, json, wrong).statusCode());
      assertEquals(400, post(site, predict, json, row + "}").statusCode());
      assertEquals(404, post(site, "api/v1/models/lons/predict", json, row).statusCode());
      assertEquals(200, post(site, predict, "text/csv", csv + "x,y\n").statusCode());
      assertTrue(site.drain.await(Duration.ofSeconds(20)));
      nothingIsFound(site);
      assertFalse(site.holding(text(Double.toString(OPEN))).isEmpty(), "the search finds nothing");
      exportsSaySo(site);
    }
  }

  private static void exportsSaySo(Site site) throws Exception {
    String log = "api/v1/models/loans/predictions?format=";
    String[] token = {"Authorization", "Bearer " + Site.TOKEN};
    String csv = site.get(log + "csv", token).body();
    assertTrue(csv.contains(",4: 29.7 to 39.6,11 to 100 characters,41.98765432198,yes,"), csv);
    String arff = site.get(log + "arff", token).body();
    assertTrue(arff.contains("% Of a private input the log has only the bin."), arff);
    assertTrue(arff.contains("'4: 29.7 to 39.6'"), arff);
    assertTrue(site.get(log + "jsonl", token).body().contains("\"age\":\"4: 29.7 to 39.6\""));
    assertTrue(site.get("api/v1/models/loans").body().contains("\"private\":true"));
    String id = csv.lines().skip(1).findFirst().orElseThrow().replaceAll(",.*", "");
    assertEquals(409, site.get("why/" + id).statusCode());
    assertEquals(200, site.get("monitor/loans").statusCode());
  }
}
