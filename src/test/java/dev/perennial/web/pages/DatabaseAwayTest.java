package dev.perennial.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of which a table is away stands for one that cannot be read, or not be written. */
class DatabaseAwayTest {
  private static final String DOCUMENT = "api/v1/models/iris/monitor";
  private static final String SENTENCE = "the database has not done its work for";
  private static final int TENTHS_OF_A_SECOND = 600;
  private static final JsonMapper JSON = new JsonMapper();

  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start(Map.of("perennial.monitor.tick", "1s"));
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  @Test
  void thatItTakesNoRowsIsSeenWhereverAlarmsAreAndIsOverWhenItDoes() throws Exception {
    rename("request", "away");
    assertEquals(200, site.predict("iris", Site.SETOSA.getBytes(UTF_8)).statusCode());
    awaitState("firing");
    for (String page : new String[] {"monitor", "monitor/iris", "api/v1/alarms", DOCUMENT}) {
      HttpResponse<String> shown = site.get(page);
      assertEquals(200, shown.statusCode(), page);
      assertTrue(shown.body().contains(SENTENCE), page);
    }
    assertTrue(site.get("metrics").body().contains(metric("1.0")));
    assertTrue(site.get("health/ready").body().contains("\"status\":\"degraded\""));

    rename("away", "request");
    awaitState("resolved");
    assertTrue(site.get("monitor/iris").body().contains(SENTENCE), "no history");
    assertFalse(site.get("monitor").body().contains(SENTENCE));
    assertTrue(site.get("metrics").body().contains(metric("0.0")));
    assertTrue(site.get("health/ready").body().contains("\"status\":\"ready\""));
  }

  @Test
  void thatItCannotBeReadIsSeenOnWhatNeedsItNotAndOverInItsHistory() throws Exception {
    rename("promotion", "away");
    rename("monitor_tick", "elsewhere");
    awaitState("firing");
    HttpResponse<String> alarms = site.get("api/v1/alarms");
    assertEquals(200, alarms.statusCode());
    JsonNode told = JSON.readTree(alarms.body());
    assertFalse(told.get("complete").asBoolean());
    assertEquals(1, told.get("alarms").size(), alarms.body());
    assertTrue(told.get("alarms").get(0).get("sentence").asString().startsWith(SENTENCE));
    HttpResponse<String> page = site.get("monitor");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains(SENTENCE), page.body());
    assertTrue(page.body().contains("The models cannot be looked at now"));
    for (String needs : new String[] {"monitor/iris", DOCUMENT}) {
      HttpResponse<String> refused = site.get(needs);
      assertEquals(503, refused.statusCode(), needs);
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      assertTrue(refused.body().contains("/monitor shows it"), refused.body());
    }
    assertTrue(site.get("metrics").body().contains(metric("1.0")));
    assertEquals(200, site.predict("iris", Site.SETOSA.getBytes(UTF_8)).statusCode());
    assertEquals(200, site.get("models/iris").statusCode());

    rename("away", "promotion");
    rename("elsewhere", "monitor_tick");
    awaitState("resolved");
    JsonNode history = database().get("history");
    assertEquals("firing", history.get(history.size() - 3).get("to").asString());
    assertTrue(
        history.get(history.size() - 3).get("sentence").asString().startsWith(SENTENCE),
        history.toString());
  }

  private static void rename(String table, String to) {
    site.database.run(handle -> handle.execute("ALTER TABLE " + table + " RENAME TO " + to));
  }

  private static String metric(String value) {
    return "perennial_alarm_open{kind=\"database\",model=\"\",severity=\"critical\"} " + value;
  }

  private static void awaitState(String state) throws Exception {
    String seen = "";
    for (int i = 0; i < TENTHS_OF_A_SECOND && !seen.equals(state); i++) {
      Thread.sleep(100);
      JsonNode alarm = database();
      seen = alarm.isMissingNode() ? "" : alarm.get("state").asString();
    }
    assertEquals(state, seen);
  }

  private static JsonNode database() throws Exception {
    for (JsonNode alarm : JSON.readTree(site.get("api/v1/alarms").body()).get("alarms")) {
      if (alarm.get("kind").asString().equals("database")) {
        return alarm;
      }
    }
    return JSON.missingNode();
  }
}
