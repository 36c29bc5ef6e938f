package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** /metrics as Prometheus reads it. */
@ExtendWith(Sites.class)
class MetricsTest {
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE|EOF|UNIT).*|[a-z_]+(\\{([a-z_]+=\"([^\"\\\\]|\\\\.)*\",?)*\\})? [-+0-9.eE]+|.* \\+?Inf");

  private static String metrics(Site site, String accept) throws Exception {
    site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response = site.get("metrics", "Accept", accept);
    assertEquals(200, response.statusCode());
    String type = response.headers().firstValue("Content-Type").orElse("");
    assertTrue(type.startsWith(accept), type);
    return response.body();
  }

  @Test
  void everyLineIsOneOfTheTextFormat(Site site) throws Exception {
    String body = metrics(site, "text/plain");
    List<String> strange = body.lines().filter(line -> !LINE.matcher(line).matches()).toList();
    assertEquals(List.of(), strange);
  }

  @Test
  void predictionsAndRequestsAreCounted(Site site) throws Exception {
    String body = metrics(site, "text/plain");
    assertTrue(body.contains("perennial_predictions_total{model=\"iris\",version=\"1\"} "), body);
    String count =
        "perennial_request_duration_seconds_count{route=\"/api/v1/models/{model}/predict\",status=\"2xx\"} ";
    assertTrue(body.contains(count), body);
    assertTrue(body.contains("perennial_journal_accepts 1.0"), body);
  }

  @Test
  void aScraperThatAsksForOpenMetricsGetsIt(Site site) throws Exception {
    String body = metrics(site, "application/openmetrics-text");
    assertTrue(body.endsWith("# EOF\n"), body);
  }

  @Test
  void anyOtherScraperGetsTheTextFormat(Site site) throws Exception {
    for (String accept : List.of("*/*", "text/html", PROTOBUF)) {
      String type =
          site.get("metrics", "Accept", accept).headers().firstValue("Content-Type").get();
      assertTrue(type.startsWith("text/plain; version=0.0.4"), type);
    }
  }

  @Test
  void strangersAreTurnedAwayWhereItIsClosedAndEveryRowIsCountedOnce() throws Exception {
    try (Site site = Site.start(Map.of("perennial.open.metrics", "false"))) {
      for (int i = 0; i < 3; i++) {
        site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
      }
      site.predict("iris", "{}".getBytes(StandardCharsets.UTF_8));
      assertEquals(401, site.get("metrics").statusCode());
      String body = site.get("metrics", "Authorization", "Bearer " + Site.TOKEN).body();
      List<String> lines = body.lines().toList();
      String took = "perennial_request_duration_seconds_count{route=\"";
      for (String line :
          List.of(
              "perennial_predictions_total{model=\"iris\",version=\"1\"} 3.0",
              took + "/api/v1/models/{model}/predict\",status=\"2xx\"} 3",
              took + "/api/v1/models/{model}/predict\",status=\"4xx\"} 1",
              took + "/metrics\",status=\"4xx\"} 1",
              "perennial_ready 1.0",
              "perennial_model_serving{model=\"iris\",version=\"1\"} 1.0",
              "perennial_model_report{model=\"iris\"} 1.0",
              "perennial_model_diagnosis{code=\"not_enough_data\",model=\"iris\"} 1.0",
              "perennial_model_diagnosis{code=\"healthy\",model=\"iris\"} 0.0",
              "perennial_alarm_open{kind=\"errors\",model=\"\",severity=\"critical\"} 0.0")) {
        assertTrue(lines.contains(line), line + " is not in\n" + body);
      }
    }
  }
}
