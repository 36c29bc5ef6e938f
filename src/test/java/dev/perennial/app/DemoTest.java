package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import dev.perennial.demo.Scene;
import dev.perennial.log.Source;
import dev.perennial.model.ModelCopies;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.VersionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's beginning, end and removal, and that it leaves nothing. Its story is DemoIT's. */
class DemoTest {
  @TempDir Path folder;

  private App open(Home home) {
    Properties system = new Properties();
    system.setProperty("perennial.model.copies", "1");
    system.setProperty("perennial.drain.interval", "10ms");
    system.setProperty("perennial.monitor.tick", "1s");
    system.setProperty("perennial.monitor.study-rows", "0");
    system.setProperty("perennial.demo.rows-per-second", "400");
    return App.open(
        Settings.load(home.settingsFile(), Map.of(), system),
        home,
        List.of(Seed.folder(Path.of("weka-models/iris"))),
        Clock.systemUTC());
  }

  private static void await(BooleanSupplier wanted) throws InterruptedException {
    long start = System.nanoTime();
    while (!wanted.getAsBoolean()) {
      assertTrue(System.nanoTime() - start < Duration.ofMinutes(1).toNanos(), "it never came");
      Thread.sleep(20);
    }
  }

  private static void awaitState(App app, Demo.State state) throws InterruptedException {
    await(() -> app.demo.progress().state() == state);
  }

  private static boolean isAt(App app, Scene scene) {
    return app.demo.progress().scene().equals(Optional.of(scene));
  }

  /** How many rows each table has that tells of a version or a model. */
  private static Map<String, Long> sizes(App app) {
    Map<String, Long> sizes = new TreeMap<>();
    app.database.run(
        handle -> {
          List<String> tables =
              handle
                  .createQuery(
                      """
                      SELECT DISTINCT table_name FROM INFORMATION_SCHEMA.COLUMNS
                      WHERE table_schema = 'PUBLIC' AND (column_name IN
                        ('MODEL', 'VERSION', 'MODEL_VERSION', 'PREDICTION', 'TRANSITION'))
                      """)
                  .mapTo(String.class)
                  .list();
          for (String table : tables) {
            sizes.put(
                table,
                handle
                    .createQuery("SELECT COUNT(*) FROM " + table + ofTheService(table))
                    .mapTo(Long.class)
                    .one());
          }
        });
    return sizes;
  }

  private static String ofTheService(String table) {
    return table.startsWith("ALARM") ? " WHERE model <> '' AND model <> 'iris'" : "";
  }

  private static List<Source> sources(App app) {
    List<Source> sources = new ArrayList<>();
    app.database.run(
        handle ->
            handle
                .createQuery("SELECT DISTINCT source FROM prediction")
                .mapTo(Integer.class)
                .forEach(code -> sources.add(Source.of(code))));
    return sources;
  }

  @Test
  void isMarkedStoppedAndRemovedWithoutATrace() throws Exception {
    try (Home home = Home.open(folder.resolve("home"));
        App app = open(home)) {
      Map<String, Long> before = sizes(app);
      assertTrue(before.size() >= 12, before::toString);
      assertTrue(app.demo.isPossible());
      assertTrue(app.demo.play());
      assertFalse(app.demo.play(), "it plays already");
      await(() -> isAt(app, Scene.MOVED));
      assertTrue(app.demo.stop());
      awaitState(app, Demo.State.ENDED);
      assertEquals("It was stopped.", app.demo.progress().sentence());
      assertTrue(app.drain.await(Duration.ofSeconds(10)));
      assertTrue(app.demo.rows() >= Scene.STEADY.rows());
      assertEquals(List.of(Source.DEMO), sources(app));
      assertTrue(sizes(app).getOrDefault("LABEL", 0L) >= Scene.STEADY.rows());
      assertTrue(app.live.isReady(Copy.MODEL));

      assertTrue(app.demo.remove());
      awaitState(app, Demo.State.NONE);
      assertEquals(before, sizes(app));
      assertEquals(List.of("iris"), app.registry.models());
      assertFalse(app.live.isReady(Copy.MODEL));
      assertFalse(
          Files.exists(home.folder("registry").resolve(Copy.MODEL).resolve("1")),
          "its files are gone");
      assertEquals(0, app.demo.rows());
    }
  }

  @Test
  void isRemovedWhileItPlaysAndCanBeginAgain() throws Exception {
    try (Home home = Home.open(folder.resolve("home"));
        App app = open(home)) {
      assertTrue(app.demo.play());
      await(() -> app.demo.progress().sent() > 0);
      assertTrue(app.demo.remove());
      awaitState(app, Demo.State.NONE);
      assertTrue(app.demo.play());
      await(() -> app.demo.progress().sent() > 0);
    }
  }

  @Test
  void aRestartLeavesWhatWasToldAndOffersToRemoveIt() throws Exception {
    try (Home home = Home.open(folder.resolve("home"))) {
      try (App app = open(home)) {
        assertTrue(app.demo.play());
        await(() -> app.demo.progress().sent() >= 80);
      }
      try (App app = open(home)) {
        assertEquals(Demo.State.LEFT, app.demo.progress().state());
        assertTrue(app.demo.rows() >= 80);
        assertTrue(app.live.isReady(Copy.MODEL));
        assertTrue(app.demo.remove());
        awaitState(app, Demo.State.NONE);
        assertEquals(List.of("iris"), app.registry.models());
      }
    }
  }

  @Test
  void aModelOfSomebodyElseWithItsNameIsLeftAlone() throws Exception {
    try (Home home = Home.open(folder.resolve("home"));
        App app = open(home)) {
      new ModelCopies(app.registry, app.clock)
          .copy(first(app.registry), Copy.MODEL, "Mine", "account:rose", "mine");
      assertTrue(app.demo.remove());
      Thread.sleep(200);
      assertEquals(List.of("iris", Copy.MODEL), app.registry.models());
      app.demo.play();
      awaitState(app, Demo.State.ENDED);
      assertTrue(app.demo.progress().sentence().contains("already"));
      assertEquals(1, app.registry.versions(Copy.MODEL).size());
    }
  }

  private static VersionId first(ModelRegistry registry) {
    return registry.versions("iris").get(0);
  }
}
