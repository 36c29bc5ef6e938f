package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Source;
import dev.perennial.model.Seed;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.monitor.Status;
import dev.perennial.serving.Live;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row's whole way: answered, journalled, drained, folded, judged, told. */
class WatchingTest {
  private static final double ONE_SD = 1.765;

  @TempDir Path folder;

  private static void answer(App app, double moved, int rows) throws Exception {
    List<String> lines =
        Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
            .filter(line -> line.matches("\\d.*"))
            .toList();
    Live live = app.live.find("iris").orElseThrow();
    Random random = new Random(5);
    for (int i = 0; i < rows; i++) {
      String[] f = lines.get(random.nextInt(lines.size())).split(",", -1);
      String body =
          String.format(
              Locale.ROOT,
              "{\"sepal_length\":%s,\"sepal_width\":%s,\"petal_length\":%s,\"petal_width\":%s}",
              f[0],
              f[1],
              Double.parseDouble(f[2]) + moved,
              f[3]);
      app.predictor.json(live, Source.API, app.ids.next(), body.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(app.drain.await(Duration.ofSeconds(20)));
  }

  private App open(Home home) {
    Properties system = new Properties();
    system.setProperty("perennial.model.copies", "1");
    system.setProperty("perennial.drain.interval", "10ms");
    system.setProperty("perennial.monitor.tick", "10m");
    return App.open(
        Settings.load(home.settingsFile(), Map.of(), system),
        home,
        List.of(Seed.folder(Path.of("weka-models/iris"))),
        Clock.systemUTC());
  }

  private static Report report(App app) {
    return app.monitor.report("iris", Span.HOUR).orElseThrow();
  }

  @Test
  void aMovedInputIsNamedWithinTwoTicksAndTheAlarmOutlivesARestart() throws Exception {
    try (Home home = Home.open(folder.resolve("home"))) {
      try (App app = open(home)) {
        assertEquals(Code.NOT_ENOUGH_DATA, report(app).diagnosis().code());
        answer(app, 0, 400);
        app.monitor.tick();
        assertEquals(Code.HEALTHY, report(app).diagnosis().code());
        assertTrue(app.monitor.alarms().isEmpty());
        answer(app, ONE_SD, 400);
        app.monitor.tick();
        app.monitor.tick();
        assertMoved(app, 800);
      }
      try (App app = open(home)) {
        assertMoved(app, 800);
      }
    }
  }

  private static void assertMoved(App app, long rows) throws IOException {
    Report report = report(app);
    assertEquals(rows, report.rows());
    assertEquals(Code.INPUTS_MOVED, report.diagnosis().code());
    assertEquals(
        Status.DRIFTED,
        report.columns().stream()
            .filter(c -> c.verdict().column().name().equals("petal_length"))
            .findFirst()
            .orElseThrow()
            .verdict()
            .status());
    AlarmReport alarm = app.monitor.alarms().get(0);
    assertTrue(
        app.monitor.alarms().stream().anyMatch(a -> a.subject().contains("petal_length")),
        alarm.subject());
    assertEquals(State.FIRING, alarm.alarm().state());
  }
}
