package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.Uptime;
import dev.perennial.log.Uptime.Stop;
import dev.perennial.log.Uptime.Stretch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The packaged war when a stop, the disk or the database goes wrong. */
@Tag("suite")
class TroubleIT {
  private static final String PREDICT = "api/v1/models/iris/predict";
  private static final String IRIS =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";
  private static final int TENTHS_OF_A_SECOND = 600;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void nameTheHome() {
    home = folder.resolve("home");
  }

  @Test
  void recordsAnUncleanStopAsACrashAndACleanOneNot() throws Exception {
    ServerProcess killed = ServerProcess.war(home, "-Dperennial.heartbeat.interval=1s");
    Thread.sleep(2_500);
    killed.kill();
    ServerProcess.war(home).close();
    ServerProcess.war(home).close();

    List<Stretch> stretches = stretches();

    assertEquals(
        List.of(Stop.CRASH, Stop.CLEAN, Stop.CLEAN),
        stretches.stream().map(Stretch::stop).toList());
    Stretch crashed = stretches.get(0);
    assertTrue(crashed.to().isAfter(crashed.from()), "no heartbeat was recorded");
  }

  @Test
  void refusesWhileTheJournalsDiskIsFullAndGoesOnOnceItIsNot() throws Exception {
    try (Disk disk = Disk.mount(home.resolve("journal"), 1);
        ServerProcess server = ServerProcess.war(home)) {
      Set<String> answered = new TreeSet<>();
      HttpResponse<String> refused = postUntil(server, disk, answered, 503);

      assertEquals(
          "application/problem+json", refused.headers().firstValue("Content-Type").orElse(""));
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      HttpResponse<String> ready = server.get("health/ready");
      assertEquals(503, ready.statusCode(), ready.body());
      assertTrue(ready.body().contains("The journal takes no entries"), ready.body());

      disk.free();
      server.awaitReady();
      answered.add(id(server.postJson(PREDICT, IRIS)));
      assertEquals(answered, logged(server));
    }
  }

  @Test
  void answersUnloggedWhileTheDiskIsFullWhereTheSettingSaysSo() throws Exception {
    try (Disk disk = Disk.mount(home.resolve("journal"), 1);
        ServerProcess server =
            ServerProcess.war(home, "-Dperennial.journal.when-full=answer-unlogged")) {
      Set<String> answered = new TreeSet<>();
      HttpResponse<String> unlogged = postUntil(server, disk, answered, 200);

      assertTrue(unlogged.body().contains("\"prediction\":\"setosa\""), unlogged.body());
      assertEquals(503, server.get("health/ready").statusCode());

      disk.free();
      server.awaitReady();
      answered.add(id(server.postJson(PREDICT, IRIS)));
      assertEquals(answered, logged(server));
    }
  }

  @Test
  void goesOnPredictingWhileTheDatabasesDiskIsFullAndCatchesUp() throws Exception {
    try (Disk disk = Disk.mount(home.resolve("db"), 16);
        ServerProcess server = ServerProcess.war(home)) {
      Set<String> answered = new TreeSet<>();
      for (int i = 0; !server.get("health/ready").body().contains("\"degraded\":[\""); i++) {
        assertTrue(i < TENTHS_OF_A_SECOND, "the full disk was not noticed");
        disk.fill();
        answered.add(id(server.postJson(PREDICT, IRIS)));
        Thread.sleep(100);
      }
      HttpResponse<String> ready = server.get("health/ready");
      assertEquals(200, ready.statusCode(), ready.body());
      assertTrue(ready.body().contains("\"status\":\"degraded\""), ready.body());
      answered.add(id(server.postJson(PREDICT, IRIS)));

      disk.free();
      for (int i = 0; server.get("health/ready").body().contains("\"degraded\":[\""); i++) {
        assertTrue(i < TENTHS_OF_A_SECOND, "the drain did not go on");
        Thread.sleep(100);
      }
      assertEquals(answered, logged(server));
    }
  }

  @Test
  void refusesToStartOnADatabaseThatAnotherProcessHolds() {
    Database held = Database.open(home.resolve("db"));
    try {
      IOException refusal = assertThrows(IOException.class, () -> ServerProcess.war(home));
      String said = String.valueOf(refusal.getMessage());
      assertTrue(said.contains(Long.toString(ProcessHandle.current().pid())), said);
    } finally {
      held.close();
    }
  }

  @Test
  void losesNothingThatWasAnsweredWhenItIsStoppedUnderLoad() throws Exception {
    Set<String> answered = new ConcurrentSkipListSet<>();
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try (ServerProcess server = ServerProcess.war(home)) {
      for (int c = 0; c < 8; c++) {
        clients.execute(() -> postUntilRefused(server, answered));
      }
      Thread.sleep(2_000);
      assertTrue(server.stop());
    }
    clients.shutdown();
    assertTrue(clients.awaitTermination(1, TimeUnit.MINUTES), "a client hangs");
    assertTrue(answered.size() > 8, "too few answers to tell");
    assertEquals(List.of(Stop.CLEAN), stretches().stream().map(Stretch::stop).toList());
    try (ServerProcess again = ServerProcess.war(home)) {
      assertEquals(answered, logged(again));
    }
  }

  private static void postUntilRefused(ServerProcess server, Set<String> answered) {
    try {
      HttpResponse<String> answer = server.postJson(PREDICT, IRIS);
      while (answer.statusCode() == 200) {
        answered.add(id(answer));
        answer = server.postJson(PREDICT, IRIS);
      }
    } catch (IOException | InterruptedException gone) {
      // What was not answered counts for nothing.
    }
  }

  /** Fills the disk and posts until an answer is not in the journal; gives that answer. */
  private static HttpResponse<String> postUntil(
      ServerProcess server, Disk disk, Set<String> answered, int status) throws Exception {
    for (int i = 0; i < TENTHS_OF_A_SECOND; i++) {
      disk.fill();
      HttpResponse<String> answer = server.postJson(PREDICT, IRIS);
      if (answer.statusCode() != 200 || answer.body().contains("\"logged\":false")) {
        assertEquals(status, answer.statusCode(), answer.body());
        return answer;
      }
      answered.add(id(answer));
    }
    throw new AssertionError("the full disk was not noticed");
  }

  private static String id(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body()).get("prediction_id").asString();
  }

  private static Set<String> logged(ServerProcess server) throws Exception {
    return server
        .asAdministrator("api/v1/models/iris/predictions?format=jsonl")
        .lines()
        .map(line -> JSON.readTree(line).get("prediction_id").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Stretch> stretches() {
    Database database = Database.open(home.resolve("db"));
    try {
      return new Uptime(database, Clock.systemUTC(), Duration.ofSeconds(10), 0, "the suite")
          .stretches(Instant.EPOCH, Instant.now().plusSeconds(60));
    } finally {
      database.close();
    }
  }
}
