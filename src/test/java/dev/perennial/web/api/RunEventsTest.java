package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server of its own, since some of these stop it. */
class RunEventsTest {
  private static final String SLOW =
      "{\"scheme\":\"weka.classifiers.functions.MultilayerPerceptron\",\"options\":\"-N 60000\"}";
  private Site site;

  @BeforeEach
  void start() throws Exception {
    site = Site.start("/", "iris");
  }

  @AfterEach
  void stop() throws Exception {
    site.close();
  }

  private void post(String path, String body) throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private CompletableFuture<HttpResponse<Stream<String>>> follow(int run) {
    return site.http.sendAsync(
        HttpRequest.newBuilder(site.at("api/v1/runs/" + run + "/events")).build(),
        BodyHandlers.ofLines());
  }

  private static List<String> lines(HttpResponse<Stream<String>> answer) throws Exception {
    return CompletableFuture.supplyAsync(() -> answer.body().toList()).get(60, TimeUnit.SECONDS);
  }

  private String counted(String path) throws Exception {
    return site.get("metrics").body().lines().filter(l -> l.contains(path)).toList().toString();
  }

  @Test
  void aRunIsToldUntilItEndsAndIsThenTimedAndNoLongerInProgress() throws Exception {
    post("api/v1/models/iris/retrain", SLOW);
    HttpResponse<Stream<String>> answer = follow(1).get(30, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode());
    assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals(1, site.gate.inFlight());
    Thread.sleep(2_500);
    post("api/v1/runs/1/cancel", "");
    List<String> lines = lines(answer);
    assertTrue(lines.stream().filter("event: progress"::equals).count() >= 2, lines.toString());
    List<String> data = lines.stream().filter(line -> line.startsWith("data: ")).toList();
    assertTrue(data.get(0).contains("\"elapsed_ms\""), data.get(0));
    assertTrue(data.get(data.size() - 1).contains("\"state\":\"cancelled\""), lines.toString());
    assertEquals("event: end", lines.get(lines.size() - 3), lines.toString());
    assertTrue(site.gate.awaitIdle(Duration.ofSeconds(5)), "still in progress");
    String path = "/api/v1/runs/{run}/events";
    assertTrue(counted(path).contains("_count"), counted(path));
  }

  @Test
  void aRunThatHasEndedIsToldOnceAndOneThatIsNotThereIsMissing() throws Exception {
    post("api/v1/models/iris/retrain", SLOW);
    post("api/v1/runs/1/cancel", "");
    List<String> lines = lines(follow(1).get(30, TimeUnit.SECONDS));
    assertEquals("event: end", lines.get(1), lines.toString());
    assertEquals(4, lines.size(), lines.toString());
    assertEquals(404, site.get("api/v1/runs/7/events").statusCode());
    HttpResponse<String> head =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/runs/1/events"))
                .method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
  }

  @Test
  void tooManyAreRefusedAndAStopEndsThemAtOnce() throws Exception {
    post("api/v1/models/iris/retrain", SLOW);
    List<HttpResponse<Stream<String>>> following = new ArrayList<>();
    for (int i = 0; i < RunEvents.MOST; i++) {
      following.add(follow(1).get(30, TimeUnit.SECONDS));
      assertEquals(200, following.get(i).statusCode());
    }
    HttpResponse<String> refused = site.get("api/v1/runs/1/events");
    assertEquals(503, refused.statusCode());
    assertTrue(refused.body().contains("At most 64 may follow"), refused.body());
    long start = System.nanoTime();
    site.app.close();
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos(), "the stop waited");
    for (HttpResponse<Stream<String>> each : following) {
      assertTrue(lines(each).contains("event: progress"));
    }
    assertEquals(0, site.gate.inFlight());
  }
}
