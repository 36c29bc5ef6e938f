package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alarms that tell of more than windows of rows: of the service, of age, of people and restarts.
 */
class MonitorAlarmsTest {
  @TempDir Path folder;
  private Tower tower;

  @BeforeEach
  void open() {
    tower = new Tower(folder);
  }

  @AfterEach
  void close() {
    tower.close();
  }

  @Test
  void aSilentMonitorIsAnAlarmOfTheReader() {
    tower.tick();
    assertFalse(tower.monitor.isSilent());
    tower.clock.move(Duration.ofMinutes(5));
    assertTrue(tower.monitor.isSilent());
    assertEquals(State.FIRING, tower.state(AlarmKind.MONITOR_SILENT));
    assertEquals("service-monitor_silent-1", tower.monitor.alarms().get(0).id());
    tower.tick();
    assertEquals(State.FIRING, tower.state(AlarmKind.MONITOR_SILENT));
    tower.tick();
    tower.tick();
    assertEquals(State.RESOLVED, tower.state(AlarmKind.MONITOR_SILENT));
    var incidents = new Incidents(tower.database).of("iris", Long.MAX_VALUE, 10);
    assertEquals(List.of(3), incidents.stream().map(i -> i.steps().size()).toList());
  }

  @Test
  void theTimeThatTheServiceWasStoppedIsNoSilenceOfTheMonitor() {
    tower.tick();
    tower.clock.move(Duration.ofHours(8));
    tower.restart();
    assertFalse(tower.monitor.isSilent());
    tower.tick();
    assertEquals(State.OK, tower.state(AlarmKind.MONITOR_SILENT));
  }

  @Test
  void requestsThatFailTooFastAreAnAlarmOfTheService() {
    for (int i = 0; i < 200; i++) {
      tower.requests.addStatus("/api", i % 4 == 0 ? 503 : 200);
      tower.requests.addDuration("total", 900);
    }
    tower.tick();
    assertEquals(State.FIRING, tower.state(AlarmKind.ERRORS));
    Report.Health health = tower.report().health();
    assertEquals(50, health.errors());
    assertFalse(health.burning().isEmpty());
    assertEquals(900, Optional.ofNullable(health.stages().get("total")).orElseThrow().p50(), 9);
  }

  @Test
  void aStaleModelIsToldOncePerHourAndClearsWhenItsVersionIsReplaced() {
    tower.clock.move(Duration.ofDays(91));
    tower.restart();
    tower.tick();
    assertEquals(Status.DRIFTED, tower.report().staleness().status());
    assertEquals(State.FIRING, tower.state(AlarmKind.STALENESS));
    tower.tick();
    assertEquals(1, tower.alarm(AlarmKind.STALENESS).alarm().history().size());
    tower.watch(tower.iris.id, true);
    for (int hour = 0; hour < 2; hour++) {
      tower.clock.move(Duration.ofHours(1));
      tower.tick();
    }
    assertEquals(State.RESOLVED, tower.state(AlarmKind.STALENESS));
  }

  @Test
  void aClockThatStepsBackGivesNoNegativeAgeAndNoError() {
    tower.answer(400, 0);
    tower.tick();
    tower.clock.move(Duration.ofHours(-2));
    tower.tick();
    Report report = tower.report();
    assertEquals(Duration.ZERO, report.staleness().age());
    assertFalse(tower.monitor.isSilent());
    assertEquals(1, report.health().uptime().share());
  }

  @Test
  void whatIsAcknowledgedStaysSoThroughTicksAndARestart() {
    tower.answer(400, Tower.ONE_SD);
    tower.tick();
    tower.monitor.acknowledge("iris", AlarmKind.DATA_DRIFT, "ada", "the new lamp");
    tower.tick();
    tower.restart();
    tower.tick();
    Alarm alarm = tower.alarm(AlarmKind.DATA_DRIFT).alarm();
    assertEquals(State.ACKNOWLEDGED, alarm.state());
    assertEquals("the new lamp", alarm.history().get(1).note());
  }
}
