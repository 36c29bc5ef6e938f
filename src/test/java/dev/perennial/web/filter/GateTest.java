package dev.perennial.web.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void letsOnlyTheProbesInDuringAStopWhichSayThatItIsLiveAndNotReady() throws Exception {
    try (Site site = Site.start("/perennial", "iris")) {
      assertEquals(200, site.get("v2/health/ready").statusCode());
      site.gate.stop();
      for (String probes : new String[] {"health/", "v2/health/"}) {
        assertEquals(200, site.get(probes + "live").statusCode(), probes);
        var ready = site.get(probes + "ready");
        assertEquals(503, ready.statusCode(), probes);
        assertTrue(ready.body().contains("The server is stopping."), ready.body());
      }
      for (String path : new String[] {"", "api/v1/models", "v2", "v2/models/iris", "metrics"}) {
        assertEquals(503, site.get(path).statusCode(), path);
      }
    }
  }
}
