package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Visit;
import dev.perennial.web.Hostile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a server of its own: it erases. */
class ExportPageTest {
  private static final String PAGE = "models/iris/export";

  @Test
  void aPeriodIsTakenAwayAndErasedOnlyWhenItIsConfirmed() throws Exception {
    try (Site site = Site.start("/", "iris")) {
      assertEquals(303, new Visit(site, "192.0.2.1").get(PAGE).statusCode());
      site.predict("iris", Site.SETOSA.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
      assertEquals(200, visit.get(PAGE).statusCode());
      String hostile = visit.get("models/" + Hostile.NAME + "/export").body();
      assertTrue(hostile.contains("&lt;b&gt;iris&lt;/b&gt;"), hostile);
      var download = visit.get(PAGE + "?from=2026-01-01T10:00&to=&labelled=&format=arff");
      assertEquals(303, download.statusCode());
      String location = download.headers().firstValue("Location").orElseThrow();
      String query = "api/v1/models/iris/predictions?format=arff&from=2026-01-01T10:00:00Z";
      assertTrue(location.endsWith("/" + query), location);
      assertTrue(visit.get(query).body().contains(",setosa,"));
      assertEquals(400, visit.get(PAGE + "?from=soon&format=csv").statusCode());
      String csrf = visit.csrf(PAGE);
      String to = "2079-01-01T00:00";
      Map<String, String> period = Map.of("from", "2026-01-01T00:00", "to", to, "csrf", csrf);
      var unsure = visit.post(PAGE, period);
      assertEquals(400, unsure.statusCode());
      assertTrue(unsure.body().contains("To confirm, type"), unsure.body());
      Map<String, String> sure =
          Map.of("from", "2026-01-01T00:00", "to", to, "csrf", csrf, "confirm", "iris");
      assertTrue(visit.get(query).body().contains(",setosa,"));
      assertEquals(303, visit.post(PAGE, sure).statusCode());
      assertFalse(visit.get(query).body().contains(",setosa,"));
      assertTrue(visit.get(PAGE).body().contains("1 predictions, 0 labels"));
      assertTrue(visit.get("models/iris/versions").body().contains(PAGE));
    }
  }

  @Test
  void onePredictionIsErasedByItsId() throws Exception {
    try (Site site = Site.start("/", "iris")) {
      String answer =
          site.predict("iris", Site.SETOSA.getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .body();
      String id = answer.replaceAll("(?s).*\"prediction_id\":\"([^\"]*)\".*", "$1");
      Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
      String csrf = visit.csrf(PAGE);
      var wrong = visit.post(PAGE, Map.of("prediction_id", "x", "confirm", "iris", "csrf", csrf));
      assertEquals(400, wrong.statusCode());
      assertEquals(200, visit.get("why/" + id).statusCode());
      var right = visit.post(PAGE, Map.of("prediction_id", id, "confirm", "iris", "csrf", csrf));
      assertEquals(303, right.statusCode(), right.body());
      assertEquals(404, visit.get("why/" + id).statusCode());
    }
  }
}
