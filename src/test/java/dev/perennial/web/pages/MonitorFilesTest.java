package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the monitor gives to be taken away, and its documents. */
@ExtendWith(Sites.class)
class MonitorFilesTest {
  private static Stage stage;

  @BeforeAll
  static void start(Site site) throws Exception {
    stage = Stage.over(site);
  }

  @AfterAll
  static void stop() throws Exception {
    stage.close();
  }

  private static HttpResponse<String> get(Site site, String path) throws Exception {
    return site.http.send(HttpRequest.newBuilder(stage.at(path)).build(), BodyHandlers.ofString());
  }

  @Test
  void theReportIsOneFileThatStandsAlone(Site site) throws Exception {
    HttpResponse<String> response = get(site, "monitor/drifting/report.html?window=24h");
    assertEquals(200, response.statusCode());
    String disposition = response.headers().firstValue("Content-Disposition").orElse("");
    assertEquals("attachment; filename=\"drifting-monitor.html\"", disposition);
    String html = response.body().replaceAll("href=\"data:text/css[^\"]*\"", "");
    assertFalse(html.matches("(?s).*(src=|href=\"(?!#)|<form|<script).*"), "it needs a server");
    assertTrue(html.contains("What to do:"));
  }

  @Test
  void theReportAsDataIsTheEndpointsDocument(Site site) throws Exception {
    HttpResponse<String> file = get(site, "monitor/drifting/report.json?window=24h");
    HttpResponse<String> data = get(site, "api/v1/models/drifting/monitor?window=24h");
    assertEquals(data.body(), file.body());
    assertTrue(data.body().contains("\"window\":\"24h\""));
  }

  @Test
  void aFigureOverTimeIsReadAsPoints(Site site) throws Exception {
    String body = get(site, "api/v1/models/healthy/monitor/series?metric=accuracy").body();
    assertTrue(body.contains("\"points\":[{\"at\":\"2026-11-24T08:30:00Z\",\"value\":0."), body);
    assertTrue(body.contains("\"low\":") && body.contains("\"n\":70"), body);
  }

  @Test
  void alarmsOfAllModelsAreOneDocument(Site site) throws Exception {
    String body = get(site, "api/v1/alarms").body();
    assertTrue(body.contains("\"model\":\"faulty\"") && body.contains("\"state\":\"silenced\""));
  }
}
