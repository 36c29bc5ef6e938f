package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real monitor behind the pages and documents. */
@ExtendWith(Sites.class)
class MonitorRoutesTest {
  @Test
  void everyAddressAnswersForTheRealModels(Site site) throws Exception {
    for (String path :
        List.of(
            "monitor",
            "monitor/iris",
            "monitor/hostile",
            "monitor/iris/report.html",
            "monitor/iris/report.json",
            "api/v1/alarms",
            "api/v1/models/iris/monitor?window=all",
            "api/v1/models/iris/monitor/series?metric=rows",
            "api/v1/models/iris/monitor/series?metric=mean:petal_length")) {
      HttpResponse<String> response = site.get(path);
      assertEquals(200, response.statusCode(), path + ": " + response.body());
    }
    HttpResponse<String> wrong = site.get("api/v1/models/iris/monitor/series?metric=beauty");
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("macro_f1"), wrong.body());
  }
}
