package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks and people at the same alarm at the same time. */
class AlarmsRaceTest {
  private static final AlarmKind DRIFT = AlarmKind.DATA_DRIFT;
  private static final int TICKS = 200;
  private static final int NOTES = 100;

  @TempDir Path folder;
  private final AtomicLong windows = new AtomicLong(2);

  private void tick(Database database, Alarms alarms) {
    long window = windows.incrementAndGet();
    Outcome outcome = window % 5 == 0 ? Outcome.BELOW : Outcome.EXCEEDED;
    Look look = new Look(outcome, window, false, new Evidence("window " + window, Map.of()));
    NewsLook news = new NewsLook(DRIFT, look, 1, window, 0);
    database.run(handle -> alarms.look(handle, "iris", List.of(news)));
  }

  private static List<Steps.Step> steps(Alarms alarms) {
    List<Steps.Step> all =
        new ArrayList<>(alarms.history("iris", DRIFT, Long.MAX_VALUE, Integer.MAX_VALUE));
    Collections.reverse(all);
    return all;
  }

  @Test
  void twoTicksThatRaceAnAcknowledgementLoseNoStep() throws Exception {
    try (Database database = Database.open(folder.resolve("db"))) {
      Alarms alarms = new Alarms(database, Clock.systemUTC(), false, key -> "" + key);
      tick(database, alarms);
      assertTrue(alarms.find("iris", DRIFT).orElseThrow().alarm().open());
      Callable<Integer> ticks =
          () -> {
            for (int i = 0; i < TICKS; i++) {
              tick(database, alarms);
            }
            return 0;
          };
      Callable<Integer> notes =
          () -> {
            for (int i = 0; i < NOTES; i++) {
              alarms.acknowledge("iris", DRIFT, "ann", "note " + i);
            }
            return NOTES;
          };
      ExecutorService threads = Executors.newFixedThreadPool(3);
      try {
        for (Future<Integer> each : threads.invokeAll(List.of(ticks, ticks, notes))) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
      List<Steps.Step> steps = steps(alarms);
      for (int i = 1; i < steps.size(); i++) {
        State left = steps.get(i - 1).transition().to();
        assertEquals(left, steps.get(i).transition().from(), "step " + i);
      }
      assertEquals(
          steps.get(steps.size() - 1).transition().to(),
          alarms.find("iris", DRIFT).orElseThrow().alarm().state());
      assertEquals(NOTES, steps.stream().filter(s -> s.transition().by().equals("ann")).count());
    }
  }
}
