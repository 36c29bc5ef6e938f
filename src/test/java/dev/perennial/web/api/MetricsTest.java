package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** /metrics as Prometheus reads it. */
@ExtendWith(Sites.class)
class MetricsTest {
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE|EOF|UNIT).*|[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)*\\})? [-+0-9.eE]+|.* \\+?Inf");

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
  void promtoolFindsNothingToSay(Site site) throws Exception {
    Path promtool = Path.of("/usr/bin/promtool");
    Assumptions.assumeTrue(Files.isExecutable(promtool), "promtool is not installed");
    Path file =
        Files.writeString(Files.createTempFile("metrics", ".txt"), metrics(site, "text/plain"));
    Process check =
        new ProcessBuilder(promtool.toString(), "check", "metrics")
            .redirectInput(file.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("", said);
    assertEquals(0, check.waitFor());
  }
}
