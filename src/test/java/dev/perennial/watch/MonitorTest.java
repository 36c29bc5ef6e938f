package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.AlarmReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
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
  void aVersionWithoutARowHasNotEnoughDataAndRaisesNothing() {
    tower.tick();
    Report report = tower.report();
    assertEquals(0, report.rows());
    assertEquals(Code.NOT_ENOUGH_DATA, report.diagnosis().code());
    assertTrue(
        report.columns().stream().allMatch(c -> c.verdict().status() == Status.NOT_ENOUGH_DATA));
    assertEquals(0, report.performance().orElseThrow().coverage());
    assertFalse(report.estimated().orElseThrow().trusted());
    assertTrue(tower.monitor.alarms().isEmpty());
    assertEquals(AlarmKind.values().length, report.alarms().size());
  }

  @Test
  void aModelThatIsNotWatchedHasNoReport() {
    tower.counted.clear();
    tower.tick();
    assertTrue(tower.monitor.report("iris", Span.HOUR).isEmpty());
    assertTrue(tower.monitor.report("nothing", Span.HOUR).isEmpty());
    assertTrue(tower.monitor.series("nothing", List.of("rows"), Span.HOUR).isEmpty());
  }

  @Test
  void inputsThatMoveAreNamedWithinTwoTicksAndTheDiagnosisSaysSo() {
    tower.answer(400, Tower.ONE_SD);
    tower.tick();
    tower.tick();
    Report report = tower.report();
    assertEquals(Code.INPUTS_MOVED, report.diagnosis().code());
    assertTrue(report.diagnosis().sentence().english().contains("petal_length"));
    AlarmReport alarm = tower.alarm(AlarmKind.DATA_DRIFT);
    assertEquals(State.FIRING, alarm.alarm().state());
    assertTrue(alarm.subject().contains("petal_length"), alarm.subject());
    assertEquals("iris-data_drift-1", alarm.id());
    assertEquals(alarm, report.alarms().get(0));
    assertEquals(List.of(alarm), tower.monitor.alarms());
    assertEquals(1, new Deliveries(tower.database).newest(10).size());
  }

  @Test
  void manyTicksOnTheSameWindowsChangeNothing() {
    tower.answer(400, Tower.ONE_SD);
    tower.tick();
    tower.answer(200, 0);
    tower.tick();
    State once = tower.state(AlarmKind.DATA_DRIFT);
    for (int i = 0; i < 10; i++) {
      tower.tick();
    }
    assertEquals(State.RESOLVING, once);
    assertEquals(once, tower.state(AlarmKind.DATA_DRIFT));
    tower.answer(200, 0);
    tower.tick();
    assertEquals(State.RESOLVED, tower.state(AlarmKind.DATA_DRIFT));
  }

  @Test
  void steadyInputsWithoutLabelsAreHealthyAndAskForLabels() {
    tower.answer(1_000, 0);
    tower.tick();
    assertEquals(Code.HEALTHY, tower.report().diagnosis().code());
    assertEquals("Get labels.", tower.report().diagnosis().action().english());
    assertTrue(tower.monitor.alarms().isEmpty());
  }

  @Test
  void anAccuracyThatFallsWithSteadyInputsIsConceptDrift() {
    tower.answer(1_000, 0);
    tower.iris.label(1_000, .05, tower.random);
    tower.tick();
    assertEquals(Code.HEALTHY, tower.report().diagnosis().code());
    tower.iris.label(1_000, .4, tower.random);
    tower.tick();
    assertEquals(Code.CONCEPT_DRIFT, tower.report().diagnosis().code());
    assertEquals(State.FIRING, tower.state(AlarmKind.PERFORMANCE));
    assertEquals(State.FIRING, tower.state(AlarmKind.CONCEPT_DRIFT));
  }

  @Test
  void aModelWithoutAHoldOutIsNotJudgedByItsLabels() {
    tower.watch(tower.iris.id, false);
    tower.answer(400, 0);
    tower.iris.label(400, .5, tower.random);
    tower.tick();
    Report report = tower.report();
    assertTrue(report.estimated().isEmpty());
    assertEquals(0, report.performance().orElseThrow().holdOutRows());
    assertEquals(
        "no hold-out to compare with",
        report.performance().orElseThrow().verdict().reason().english());
    assertEquals("said.get-data", report.diagnosis().action().key());
    assertEquals(State.OK, tower.state(AlarmKind.PERFORMANCE));
  }

  @Test
  void figuresOverTimeAreThereForEveryMetricAndNoOther() {
    tower.answer(400, 0);
    tower.iris.label(50, .05, tower.random);
    tower.requests.addStatus("/api", 200);
    tower.tick();
    for (String metric : Series.metrics(false)) {
      assertFalse(
          tower
              .monitor
              .series("iris", List.of(metric), Span.HOUR)
              .orElseThrow()
              .get(0)
              .points()
              .isEmpty(),
          metric);
    }
    for (String figure : Series.COLUMN_METRICS) {
      assertTrue(
          tower.monitor.series("iris", List.of(figure + ":petal_length"), Span.DAY).isPresent());
    }
    assertTrue(tower.monitor.series("iris", List.of("mean:petal"), Span.DAY).isEmpty());
    assertTrue(tower.monitor.series("iris", List.of("moon"), Span.DAY).isEmpty());
    assertTrue(tower.monitor.series("iris", List.of("mae"), Span.DAY).isEmpty());
  }

  @Test
  void aWideModelIsDrawnInStepsThatAreStoredWhole() {
    assertEquals(Duration.ofMinutes(1), Curves.step(Duration.ofHours(1), 500));
    assertEquals(Duration.ofHours(1), Curves.step(Duration.ofDays(1), 500));
    assertEquals(Duration.ofDays(1), Curves.step(Duration.ofDays(28), 500));
  }

  @Test
  void everySpanHasFewEnoughPoints() {
    for (Duration length :
        List.of(
            Duration.ofSeconds(5),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(3_000))) {
      Duration step = Curves.step(length, 1);
      assertTrue(length.dividedBy(step) < 400, step.toString());
      Duration wide = Curves.step(length, 500);
      assertTrue(wide.compareTo(step) >= 0, wide.toString());
      Instant begin = tower.clock.instant();
      assertTrue(begin.plus(step).isAfter(begin));
    }
  }
}
