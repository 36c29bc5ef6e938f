package dev.perennial.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {
  private static final int TENTHS_OF_A_SECOND = 300;

  @Test
  void aStopIsToldFirstAndWaitsForWhatIsInProgress() throws Exception {
    try (Site site = Site.start(Map.of("perennial.stop.timeout", "60s"));
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), site.root.getPort())) {
      assertEquals(200, site.get("health/ready").statusCode());
      slow.setSoTimeout(60_000);
      String head =
          "POST /api/v1/models/iris/predict HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: "
              + Site.SETOSA.length()
              + "\r\n\r\n{";
      slow.getOutputStream().write(head.getBytes(US_ASCII));
      await(site, () -> site.gate.inFlight() == 1);

      CompletableFuture<Void> stop = CompletableFuture.runAsync(site.app::close);
      await(site, site.gate::isStopping);
      var ready = site.get("health/ready");
      assertEquals(503, ready.statusCode());
      assertTrue(ready.body().contains("The server is stopping."), ready.body());
      assertEquals(200, site.get("health/live").statusCode());
      assertEquals(503, site.predict("iris", Site.SETOSA.getBytes(UTF_8)).statusCode());
      assertFalse(stop.isDone(), "the stop did not wait");

      slow.getOutputStream().write(Site.SETOSA.substring(1).getBytes(US_ASCII));
      String answer = new String(slow.getInputStream().readAllBytes(), UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("\"prediction\":\"setosa\""), answer);
      stop.get(60, TimeUnit.SECONDS);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Site site, Condition condition) throws Exception {
    for (int i = 0; i < TENTHS_OF_A_SECOND && !condition.holds(); i++) {
      Thread.sleep(100);
    }
    assertTrue(condition.holds(), site.root.toString());
  }
}
