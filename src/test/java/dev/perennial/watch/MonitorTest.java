package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.log.Uptime;
import dev.perennial.model.Limits;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import dev.perennial.model.Signatures;
import dev.perennial.model.VersionId;
import dev.perennial.model.Weka;
import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.monitor.RequestSums;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.AlarmReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
  private static final int PETAL_LENGTH = 2;
  private static final double ONE_SD = 1.765;
  private static final Duration TICK = Duration.ofSeconds(10);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final Random random = new Random(11);
  private final Map<VersionId, Counted> counted = new HashMap<>();
  private final RequestSums requests = new RequestSums();
  private boolean waiting;
  private Database database;
  private ModelRegistry registry;
  private Uptime uptime;
  private Monitor monitor;
  private Counted iris;

  @BeforeEach
  void open() {
    Weka.prepare(folder);
    database = Database.open(folder.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            folder.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            clock,
            1);
    new SeedImport(registry).run(List.of(Seed.folder(Path.of("weka-models/iris"))));
    uptime = new Uptime(database, clock, TICK, 0, "test");
    uptime.start();
    iris = watch(registry.champion("iris").orElseThrow(), true);
    monitor = another();
  }

  private Counted watch(VersionId id, boolean hasHoldOut) {
    Counted made = new Counted(id, clock.instant(), hasHoldOut);
    counted.put(id, made);
    return made;
  }

  /** As after a restart. */
  private Monitor another() {
    Ledger ledger =
        new Ledger(
            id -> Optional.ofNullable(counted.get(id)).map(c -> c.standing(clock.instant())),
            (id, from, to, step) ->
                Optional.ofNullable(counted.get(id))
                    .map(c -> c.parts(from, to, step))
                    .orElse(List.of()),
            (from, to, step) ->
                requests.span().requests() == 0
                    ? List.of()
                    : List.of(new Ledger.Part<>(from, requests)));
    Monitor.Rules rules = new Monitor.Rules(TICK, Duration.ofDays(90), .999, 0, TICK);
    return new Monitor(
        database, clock, rules, registry, ledger, uptime, () -> 0, () -> waiting, true);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void tick() {
    clock.move(TICK);
    uptime.beat();
    monitor.tick();
  }

  private Report report() {
    return monitor.report("iris", Span.HOUR).orElseThrow();
  }

  private AlarmReport alarm(AlarmKind kind) {
    return monitor.alarms("iris").stream()
        .filter(report -> report.alarm().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private State state(AlarmKind kind) {
    return alarm(kind).alarm().state();
  }

  private void answer(int rows, double moved) {
    iris.answer(rows, PETAL_LENGTH, moved, random, clock.instant());
  }

  @Test
  void aVersionWithoutARowHasNotEnoughDataAndRaisesNothing() {
    tick();
    Report report = report();
    assertEquals(0, report.rows());
    assertEquals(Code.NOT_ENOUGH_DATA, report.diagnosis().code());
    assertTrue(
        report.columns().stream().allMatch(c -> c.verdict().status() == Status.NOT_ENOUGH_DATA));
    assertEquals(0, report.performance().orElseThrow().coverage());
    assertFalse(report.estimated().orElseThrow().trusted());
    assertTrue(monitor.alarms().isEmpty());
    assertEquals(AlarmKind.values().length, report.alarms().size());
  }

  @Test
  void aModelThatIsNotWatchedHasNoReport() {
    counted.clear();
    tick();
    assertTrue(monitor.report("iris", Span.HOUR).isEmpty());
    assertTrue(monitor.report("nothing", Span.HOUR).isEmpty());
    assertTrue(monitor.series("nothing", "rows", Span.HOUR).isEmpty());
  }

  @Test
  void inputsThatMoveAreNamedWithinTwoTicksAndTheDiagnosisSaysSo() {
    answer(400, ONE_SD);
    tick();
    tick();
    Report report = report();
    assertEquals(Code.INPUTS_MOVED, report.diagnosis().code());
    assertTrue(report.diagnosis().sentence().contains("petal_length"));
    AlarmReport alarm = alarm(AlarmKind.DATA_DRIFT);
    assertEquals(State.FIRING, alarm.alarm().state());
    assertTrue(alarm.subject().contains("petal_length"), alarm.subject());
    assertEquals("iris-data_drift-1", alarm.id());
    assertEquals(alarm, report.alarms().get(0));
    assertEquals(List.of(alarm), monitor.alarms());
    assertEquals(1, new Deliveries(database).newest(10).size());
  }

  @Test
  void manyTicksOnTheSameWindowsChangeNothing() {
    answer(400, ONE_SD);
    tick();
    answer(200, 0);
    tick();
    State once = state(AlarmKind.DATA_DRIFT);
    for (int i = 0; i < 10; i++) {
      tick();
    }
    assertEquals(State.RESOLVING, once);
    assertEquals(once, state(AlarmKind.DATA_DRIFT));
    answer(200, 0);
    tick();
    assertEquals(State.RESOLVED, state(AlarmKind.DATA_DRIFT));
  }

  @Test
  void steadyInputsWithoutLabelsAreHealthyAndAskForLabels() {
    answer(1_000, 0);
    tick();
    assertEquals(Code.HEALTHY, report().diagnosis().code());
    assertEquals("Get labels.", report().diagnosis().action());
    assertTrue(monitor.alarms().isEmpty());
  }

  @Test
  void anAccuracyThatFallsWithSteadyInputsIsConceptDrift() {
    answer(1_000, 0);
    iris.label(1_000, .05, random);
    tick();
    assertEquals(Code.HEALTHY, report().diagnosis().code());
    iris.label(1_000, .4, random);
    tick();
    assertEquals(Code.CONCEPT_DRIFT, report().diagnosis().code());
    assertEquals(State.FIRING, state(AlarmKind.PERFORMANCE));
    assertEquals(State.FIRING, state(AlarmKind.CONCEPT_DRIFT));
  }

  @Test
  void aModelWithoutAHoldOutIsNotJudgedByItsLabels() {
    iris = watch(iris.id, false);
    answer(400, 0);
    iris.label(400, .5, random);
    tick();
    Report report = report();
    assertTrue(report.estimated().isEmpty());
    assertEquals(0, report.performance().orElseThrow().holdOutRows());
    assertEquals(
        "no hold-out to compare with", report.performance().orElseThrow().verdict().reason());
    assertEquals(State.OK, state(AlarmKind.PERFORMANCE));
  }

  @Test
  void aSilentMonitorIsAnAlarmOfTheReader() {
    tick();
    assertFalse(monitor.isSilent());
    clock.move(Duration.ofMinutes(5));
    assertTrue(monitor.isSilent());
    assertEquals(State.FIRING, state(AlarmKind.MONITOR_SILENT));
    assertEquals("service-monitor_silent-1", monitor.alarms().get(0).id());
    tick();
    assertEquals(State.FIRING, state(AlarmKind.MONITOR_SILENT));
    tick();
    tick();
    assertEquals(State.RESOLVED, state(AlarmKind.MONITOR_SILENT));
    assertEquals(3, monitor.history("iris", AlarmKind.MONITOR_SILENT, Long.MAX_VALUE, 10).size());
  }

  @Test
  void theTimeThatTheServiceWasStoppedIsNoSilenceOfTheMonitor() {
    tick();
    clock.move(Duration.ofHours(8));
    monitor = another();
    assertFalse(monitor.isSilent());
    tick();
    assertEquals(State.OK, state(AlarmKind.MONITOR_SILENT));
  }

  @Test
  void requestsThatFailTooFastAreAnAlarmOfTheService() {
    for (int i = 0; i < 200; i++) {
      requests.addStatus("/api", i % 4 == 0 ? 503 : 200);
      requests.addDuration("total", 900);
    }
    tick();
    assertEquals(State.FIRING, state(AlarmKind.ERRORS));
    Report.Health health = report().health();
    assertEquals(50, health.errors());
    assertFalse(health.burning().isEmpty());
    assertEquals(900, Optional.ofNullable(health.stages().get("total")).orElseThrow().p50(), 9);
  }

  @Test
  void aStaleModelIsToldOncePerHourAndClearsWhenItsVersionIsReplaced() {
    clock.move(Duration.ofDays(91));
    monitor = another();
    tick();
    assertEquals(Status.DRIFTED, report().staleness().status());
    assertEquals(State.FIRING, state(AlarmKind.STALENESS));
    tick();
    assertEquals(1, alarm(AlarmKind.STALENESS).alarm().history().size());
    iris = watch(iris.id, true);
    for (int hour = 0; hour < 2; hour++) {
      clock.move(Duration.ofHours(1));
      tick();
    }
    assertEquals(State.RESOLVED, state(AlarmKind.STALENESS));
  }

  @Test
  void aClockThatStepsBackGivesNoNegativeAgeAndNoError() {
    answer(400, 0);
    tick();
    clock.move(Duration.ofHours(-2));
    tick();
    Report report = report();
    assertEquals(Duration.ZERO, report.staleness().age());
    assertFalse(monitor.isSilent());
    assertEquals(1, report.health().uptime().share());
  }

  @Test
  void whatIsAcknowledgedStaysSoThroughTicksAndARestart() {
    answer(400, ONE_SD);
    tick();
    monitor.acknowledge("iris", AlarmKind.DATA_DRIFT, "ada", "the new lamp");
    tick();
    monitor = another();
    tick();
    Alarm alarm = alarm(AlarmKind.DATA_DRIFT).alarm();
    assertEquals(State.ACKNOWLEDGED, alarm.state());
    assertEquals("the new lamp", alarm.history().get(1).note());
  }

  @Test
  void figuresOverTimeAreThereForEveryMetricAndNoOther() {
    answer(400, 0);
    iris.label(50, .05, random);
    requests.addStatus("/api", 200);
    tick();
    for (String metric : Series.METRICS) {
      assertFalse(
          monitor.series("iris", metric, Span.HOUR).orElseThrow().points().isEmpty(), metric);
    }
    for (String figure : Series.COLUMN_METRICS) {
      assertTrue(monitor.series("iris", figure + ":petal_length", Span.DAY).isPresent());
    }
    assertTrue(monitor.series("iris", "mean:petal", Span.DAY).isEmpty());
    assertTrue(monitor.series("iris", "moon", Span.DAY).isEmpty());
  }

  @Test
  void everySpanHasFewEnoughPoints() {
    for (Duration length :
        List.of(
            Duration.ofSeconds(5),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(3_000))) {
      Duration step = Curves.step(length);
      assertTrue(length.dividedBy(step) < 400, step.toString());
      Instant begin = clock.instant();
      assertTrue(begin.plus(step).isAfter(begin));
    }
  }
}
