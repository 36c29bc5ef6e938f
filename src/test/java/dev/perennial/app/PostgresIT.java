package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.PostgresServer;
import dev.perennial.log.Retention;
import dev.perennial.watch.Report;
import dev.perennial.web.Route;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application on PostgreSQL: migrated, used by every door that reads or writes, and no
 * statement refused. It shows that the SQL is portable, no more: nothing else of several instances.
 */
@Tag("suite")
class PostgresIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String API = "api/v1/models/iris/";
  private final Random random = new Random(1);

  @Test
  void everyStatementRunsOnPostgresToo() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      Fittings fittings = new Fittings(home -> server.open(), fold -> fold);
      try (Site site = Site.start(Map.of(), fittings)) {
        List<String> ids = predict(site, 0);
        label(site, ids, "virginica");
        label(site, ids.subList(0, 9), "setosa");
        predict(site, 2);
        predict(site, 2);
        alarm(site);
        long run = renew(site);
        accounts(site);
        long erasure = erase(site, ids);
        everyPage(site, ids.get(20), run, erasure);
        sweep(site);
        site.app.monitor.tick();
      }
      assertEquals(List.of(), server.refused());
    }
  }

  private static HttpResponse<String> call(Site site, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    assertTrue(answer.statusCode() < 400, path + ": " + answer.statusCode() + answer.body());
    return answer;
  }

  private static JsonNode post(Site site, String path, String body) throws Exception {
    return JSON.readTree(call(site, "POST", path, body).body());
  }

  /** Five hundred flowers with petals longer by so much; the ids of their answers. */
  private List<String> predict(Site site, double longer) throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(
          "{\"sepal_length\":%.1f,\"sepal_width\":3.0,\"petal_length\":%.1f,\"petal_width\":1.2}"
              .formatted(4.5 + 3 * random.nextDouble(), 1.5 + longer + 4 * random.nextDouble()));
    }
    JsonNode answer = post(site, API + "predict", "[" + String.join(",", rows) + "]");
    List<String> ids = new ArrayList<>();
    answer.path("predictions").forEach(each -> ids.add(each.path("prediction_id").stringValue("")));
    assertEquals(500, ids.size(), answer.toString());
    assertTrue(site.drain.await(Duration.ofSeconds(30)));
    assertEquals(0, site.drain.refused() + site.drain.unfolded());
    return ids;
  }

  private static void label(Site site, List<String> ids, String label) throws Exception {
    List<String> labels =
        ids.stream()
            .map(id -> "{\"prediction_id\":\"%s\",\"label\":\"%s\"}".formatted(id, label))
            .toList();
    call(site, "POST", "api/v1/labels", "[" + String.join(",", labels) + "]");
    assertTrue(site.drain.await(Duration.ofSeconds(30)));
  }

  private static void alarm(Site site) throws Exception {
    site.app.monitor.tick();
    List<Report.AlarmReport> open =
        site.app.monitor.alarms("iris").stream().filter(each -> each.alarm().open()).toList();
    assertTrue(!open.isEmpty(), "nothing alarms");
    String alarm = API + "alarms/data_drift/";
    call(site, "POST", alarm + "acknowledge", "{\"note\":\"seen\"}");
    String until = Clock.systemUTC().instant().plusSeconds(3_600).toString();
    call(site, "POST", alarm + "silence", "{\"note\":\"for now\",\"until\":\"" + until + "\"}");
  }

  /** A run, and its version promoted and rolled back. */
  private static long renew(Site site) throws Exception {
    long run = post(site, API + "retrain", "").path("run").longValue();
    JsonNode now = JSON.missingNode();
    for (int i = 0; i < 600 && now.path("ended_at").stringValue("").isEmpty(); i++) {
      Thread.sleep(100);
      now = JSON.readTree(call(site, "GET", "api/v1/runs/" + run, "").body());
    }
    assertTrue(
        List.of("admitted", "refused").contains(now.path("state").stringValue("")), "" + now);
    String reason = "{\"reason\":\"a test\"}";
    if (now.path("state").stringValue("").equals("admitted")) {
      call(site, "POST", API + "rollback", reason); // it answers already
    }
    call(site, "POST", API + "versions/2/promote", reason);
    call(site, "POST", API + "rollback", reason);
    call(site, "POST", API + "versions/2/challenge", reason);
    call(site, "POST", API + "versions/2/withdraw", reason);
    return run;
  }

  private static void accounts(Site site) throws Exception {
    Visit visit = new Visit(site, "192.0.2.7");
    assertEquals(303, visit.signIn("admin", Site.PASSWORD).statusCode());
    assertEquals(401, new Visit(site, "192.0.2.8").signIn("admin", "wrong").statusCode());
    assertEquals(200, visit.get("account").statusCode());
    visit.post("sign-out", Map.of("csrf", visit.csrf("account")));
    site.audit("somebody", "test", "that the audit is written");
  }

  private static long erase(Site site, List<String> ids) throws Exception {
    call(site, "DELETE", API + "predictions/" + ids.get(0), "");
    JsonNode erasure =
        JSON.readTree(
            call(
                    site,
                    "DELETE",
                    API + "predictions?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z",
                    "")
                .body());
    return erasure.path("erasure").longValue();
  }

  /** Every URL that can be read, as the administrator: none fails. */
  private static void everyPage(Site site, String prediction, long run, long erasure)
      throws Exception {
    Map<String, String> places =
        Map.of(
            "{model}",
            "iris",
            "{version}",
            "2",
            "{prediction_id}",
            prediction,
            "{prediction}",
            prediction,
            "{run}",
            Long.toString(run),
            "{erasure}",
            Long.toString(erasure),
            "{kind}",
            "data_drift");
    for (Route route : site.routes()) {
      String path = route.template().substring(1);
      for (Map.Entry<String, String> place : places.entrySet()) {
        path = path.replace(place.getKey(), place.getValue());
      }
      path = path.replaceAll("\\{\\w+}", "none");
      if (route.methods().contains("GET")) {
        for (String query : List.of("", "?window=1h", "?window=7d", "?metric=accuracy")) {
          HttpResponse<String> answer =
              site.get(path + query, "Authorization", "Bearer " + Site.TOKEN);
          assertTrue(answer.statusCode() < 500, path + query + " " + answer.statusCode());
        }
      }
    }
    for (String format : List.of("csv", "json", "arff")) {
      call(site, "GET", API + "predictions?format=" + format, "");
    }
  }

  /** Deletes all that is older than now. */
  private static void sweep(Site site) {
    site.app.buckets.sweep();
    Clock later = Clock.offset(site.app.clock, Duration.ofDays(2));
    assertTrue(new Retention(site.database, later, Duration.ofDays(1), 1).sweep() > 1_000);
  }
}
