package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks and a person at the same alarm at the same time. */
class AlarmsRaceTest {
  private static final AlarmKind DRIFT = AlarmKind.DATA_DRIFT;

  /** Long enough for the others to come as far as they can. */
  private static final long HELD_MILLIS = 500;

  @TempDir Path folder;

  private static void tick(Alarms alarms, Handle handle, long window, Outcome outcome) {
    double value = outcome == Outcome.BELOW ? .1 : 1.5;
    Look look =
        new Look(outcome, value, false, new Evidence(Said.verbatim("window " + window), Map.of()));
    alarms.look(handle, "iris", List.of(new NewsLook(DRIFT, look, 1, window, 0)));
  }

  private static void pause() {
    try {
      Thread.sleep(HELD_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoTicksThatRaceAnAcknowledgementStandInOneLineOfSteps() throws Exception {
    try (Database database = Database.open(folder.resolve("db"))) {
      Alarms alarms = new Alarms(database, Clock.systemUTC(), false, key -> "" + key);
      database.run(handle -> tick(alarms, handle, 2, Outcome.EXCEEDED));
      CountDownLatch within = new CountDownLatch(1);
      CompletableFuture<Void> first =
          CompletableFuture.runAsync(
              () ->
                  database.run(
                      handle -> {
                        tick(alarms, handle, 3, Outcome.BELOW);
                        within.countDown();
                        pause();
                      }));
      within.await(20, TimeUnit.SECONDS);
      CompletableFuture<Kept> person =
          CompletableFuture.supplyAsync(
              () -> alarms.acknowledge("iris", DRIFT, "ann", "I look into it"));
      CompletableFuture<Void> second =
          CompletableFuture.runAsync(
              () -> database.run(handle -> tick(alarms, handle, 4, Outcome.EXCEEDED)));
      CompletableFuture.allOf(first, person, second).get(60, TimeUnit.SECONDS);

      List<Steps.Step> steps = database.read(handle -> Steps.of(handle, "iris", DRIFT, 0, 100));
      for (int newer = 1; newer < steps.size(); newer++) {
        State left = steps.get(newer - 1).transition().to();
        assertEquals(left, steps.get(newer).transition().from(), steps::toString);
      }
      assertEquals(1, steps.stream().filter(s -> s.transition().by().equals("ann")).count());
      assertEquals(State.ACKNOWLEDGED, alarms.find("iris", DRIFT).orElseThrow().alarm().state());
    }
  }
}
