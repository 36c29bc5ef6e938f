package dev.perennial.web.api;

import static dev.perennial.web.api.Telling.HOSTILE;
import static dev.perennial.web.api.Telling.JSON;
import static dev.perennial.web.api.Telling.administrator;
import static dev.perennial.web.api.Telling.assertCounts;
import static dev.perennial.web.api.Telling.id;
import static dev.perennial.web.api.Telling.ids;
import static dev.perennial.web.api.Telling.json;
import static dev.perennial.web.api.Telling.label;
import static dev.perennial.web.api.Telling.manyIds;
import static dev.perennial.web.api.Telling.reason;
import static dev.perennial.web.api.Telling.recorded;
import static dev.perennial.web.api.Telling.send;
import static dev.perennial.web.api.Telling.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Hostile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** True answers as programs tell them, and as they are read again. */
@ExtendWith(Sites.class)
class LabelsTest {
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
