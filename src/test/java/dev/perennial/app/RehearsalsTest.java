package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Source;
import dev.perennial.model.Seed;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.serving.Live;
import dev.perennial.watch.Leisure;
import dev.perennial.watch.Rehearsals;
import dev.perennial.watch.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** False alarms are found out with the rows that the database has, and shown in the report. */
class RehearsalsTest {
  @TempDir Path folder;

  private App open(Home home) {
    Properties system = new Properties();
    system.setProperty("perennial.model.copies", "1");
    system.setProperty("perennial.drain.interval", "10ms");
    system.setProperty("perennial.monitor.tick", "10m");
    system.setProperty("perennial.monitor.study-rows", "0");
    return App.open(
        Settings.load(home.settingsFile(), Map.of(), system),
        home,
        List.of(Seed.folder(Path.of("weka-models/iris"))),
        Clock.systemUTC());
  }

  /** As after a restart: what was found out last time is only in the database. */
  private static void rehearse(App app) {
    new Rehearsals(
            app.database,
            app.registry,
            app.references,
            app.study.ledger,
            app.clock,
            new Rehearsals.Options(10_000, Duration.ofSeconds(10)),
            new Leisure(1))
        .run();
  }

  private static int together(App app) {
    return app.database.read(
        handle ->
            handle
                .createQuery("SELECT together FROM quiet_run WHERE kind = 'DATA_DRIFT'")
                .mapTo(Integer.class)
                .one());
  }

  private static String runAt(App app) {
    return app.database.read(
        handle ->
            handle
                .createQuery("SELECT MIN(run_at) FROM quiet_run WHERE kind = 'DATA_DRIFT'")
                .mapTo(String.class)
                .one());
  }

  @Test
  void whichInputsMovedTogetherIsFoundOutAndShown() throws Exception {
    try (Home home = Home.open(folder.resolve("home"));
        App app = open(home)) {
      assertTrue(app.monitor.report("iris", Span.HOUR).orElseThrow().domain().isEmpty());
      answerInRuns(app, 400);
      app.study.domains.run();
      DomainVerdict domain =
          app.monitor.report("iris", Span.HOUR).orElseThrow().domain().orElseThrow();
      assertTrue(domain.apart(), domain.reason().english());
      assertEquals(150, domain.reference());
      assertEquals(400, domain.live());
      app.monitor.tick();
      assertTrue(
          app.monitor
              .alarms("iris")
              .get(0)
              .alarm()
              .history()
              .get(0)
              .evidence()
              .sentence()
              .english()
              .contains("trees tell live rows from training rows"));
    }
  }

  /** Each flower is sent as one of a run of flowers alike. */
  private static void answerInRuns(App app, int rows) throws Exception {
    Live live = app.live.find("iris").orElseThrow();
    Random random = new Random(5);
    double size = 0;
    for (int i = 0; i < rows; i++) {
      size = i % 20 == 0 ? random.nextDouble() : size;
      double petal = 1 + 5 * size + .2 * random.nextDouble();
      String body =
          "{\"sepal_length\":5.8,\"sepal_width\":%s,\"petal_length\":%s,\"petal_width\":%s}"
              .formatted(2.5 + random.nextDouble(), petal, petal / 3);
      app.predictor.json(live, Source.API, app.ids.next(), body.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(app.drain.await(Duration.ofSeconds(20)));
  }

  private static Optional<FalseAlarms> expected(App app, AlarmKind kind) {
    return app.monitor.report("iris", Span.HOUR).orElseThrow().alarms().stream()
        .filter(alarm -> alarm.alarm().kind() == kind)
        .findFirst()
        .orElseThrow()
        .expected();
  }

  @Test
  void falseAlarmsAreFoundOutOnceAndAgainWhenRowsHangTogether() throws Exception {
    try (Home home = Home.open(folder.resolve("home"));
        App app = open(home)) {
      assertTrue(expected(app, AlarmKind.DATA_DRIFT).isEmpty());
      rehearse(app);
      assertEquals(10_000, expected(app, AlarmKind.DATA_DRIFT).orElseThrow().length());
      assertEquals(0, expected(app, AlarmKind.DATA_DRIFT).orElseThrow().perMonth());
      assertTrue(expected(app, AlarmKind.PERFORMANCE).isPresent());
      assertTrue(expected(app, AlarmKind.STALENESS).isEmpty());
      assertEquals(1, together(app));
      String first = runAt(app);

      answerInRuns(app, 600);
      rehearse(app);
      String second = runAt(app);
      assertNotEquals(first, second);
      assertTrue(together(app) > 20, together(app) + " at a time");
      assertTrue(expected(app, AlarmKind.DATA_DRIFT).orElseThrow().perMonth() > 0);

      rehearse(app);
      assertEquals(second, runAt(app), "nothing has changed");
    }
  }
}
