package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsTest {
  private static final AlarmKind DRIFT = AlarmKind.DATA_DRIFT;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private Alarms alarms;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("db"));
    alarms = another();
  }

  /** As after a restart. */
  private Alarms another() {
    return new Alarms(database, clock, true, key -> "" + key);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Kept look(int version, long windows, Outcome outcome, long change) {
    clock.move(Duration.ofSeconds(10));
    double value = outcome == Outcome.BELOW ? .1 : 1.5;
    Evidence evidence =
        new Evidence(Said.verbatim(outcome + " in window " + windows), Map.of("value", value));
    Look look = new Look(outcome, value, false, evidence);
    NewsLook news = new NewsLook(DRIFT, look, version, windows, change);
    database.run(handle -> alarms.look(handle, "iris", List.of(news)));
    return alarms.find("iris", DRIFT).orElseThrow();
  }

  private State after(int version, long windows, Outcome outcome) {
    return look(version, windows, outcome, 0).alarm().state();
  }

  private List<Steps.Step> steps() {
    return database.read(handle -> Steps.of(handle, "iris", DRIFT, 0, 1_000));
  }

  private List<Deliveries.Delivery> deliveries() {
    return new Deliveries(database).newest(100);
  }

  @Test
  void twoTicksOnTheSameWindowAreOneCalmLook() {
    assertEquals(State.FIRING, after(1, 2, Outcome.EXCEEDED));
    assertEquals(State.RESOLVING, after(1, 3, Outcome.BELOW));
    for (int tick = 0; tick < 20; tick++) {
      assertEquals(State.RESOLVING, after(1, 3, Outcome.BELOW));
    }
    assertEquals(State.RESOLVED, after(1, 4, Outcome.BELOW));
  }

  @Test
  void noDataNeverResolvesHoweverOftenItIsLookedAt() {
    after(1, 2, Outcome.EXCEEDED);
    for (int windows = 3; windows < 10; windows++) {
      assertEquals(State.FIRING, after(1, windows, Outcome.NO_DATA));
    }
  }

  @Test
  void everyStepIsStoredWithTheEvidenceOfItsTime() {
    after(1, 1, Outcome.SUSPECTED);
    after(1, 2, Outcome.EXCEEDED);
    after(1, 3, Outcome.BELOW);
    after(1, 4, Outcome.BELOW);
    List<Steps.Step> steps = steps();
    assertEquals(
        List.of(State.PENDING, State.FIRING, State.RESOLVING, State.RESOLVED),
        steps.stream().map(step -> step.transition().to()).toList());
    assertEquals("EXCEEDED in window 2", steps.get(1).transition().evidence().sentence().english());
    assertEquals(1.5, steps.get(1).transition().evidence().figures().get("value"));
    assertEquals(1, steps.get(1).version());
  }

  @Test
  void anAlarmIsTheSameAfterARestart() {
    after(1, 1, Outcome.SUSPECTED);
    Kept before = look(1, 2, Outcome.EXCEEDED, 0);
    alarms = another();
    assertEquals(before, alarms.find("iris", DRIFT).orElseThrow());
    assertEquals(2, before.alarm().history().size());
    assertEquals(List.of(before), alarms.all());
    assertEquals(State.RESOLVING, after(1, 3, Outcome.BELOW));
  }

  @Test
  void anIncidentThatIsLongOverIsNotPartOfTheNext() {
    after(1, 1, Outcome.EXCEEDED);
    after(1, 2, Outcome.BELOW);
    after(1, 3, Outcome.BELOW);
    clock.move(Duration.ofDays(3));
    Kept next = look(1, 4, Outcome.EXCEEDED, 0);
    assertEquals("iris-data_drift-2", next.id());
    assertEquals(1, next.alarm().history().size());
    assertEquals(4, steps().size());
  }

  @Test
  void aVersionThatTakesOverClearsAnOldAlarmOnlyByCalmWindowsOfItsOwn() {
    after(1, 7, Outcome.EXCEEDED);
    assertEquals(State.FIRING, after(2, 0, Outcome.NO_DATA));
    assertEquals(State.RESOLVING, after(2, 1, Outcome.BELOW));
    assertEquals(State.RESOLVED, after(2, 2, Outcome.BELOW));
  }

  @Test
  void whatAVersionSawBeforeItWasRolledBackToIsNotLookedAtAgain() {
    after(1, 7, Outcome.EXCEEDED);
    after(2, 0, Outcome.NO_DATA);
    after(2, 1, Outcome.BELOW);
    assertEquals(State.RESOLVED, after(2, 2, Outcome.BELOW));
    assertEquals(State.RESOLVED, after(1, 7, Outcome.EXCEEDED));
    assertEquals(State.RESOLVED, after(1, 7, Outcome.EXCEEDED));
    assertEquals(State.FIRING, after(1, 8, Outcome.EXCEEDED));
  }

  @Test
  void aFurtherChangeIsToldOnce() {
    look(1, 3, Outcome.EXCEEDED, 600);
    assertEquals(1, look(1, 3, Outcome.EXCEEDED, 600).alarm().history().size());
    Kept again = look(1, 4, Outcome.EXCEEDED, 900);
    assertEquals("it changed again", again.alarm().history().get(1).note());
    assertEquals(2, look(1, 4, Outcome.EXCEEDED, 900).alarm().history().size());
    assertEquals(1, again.alarm().incident());
  }

  @Test
  void aSilencedAlarmIsHeardAgainWhenItsTimeIsOverThoughNothingIsNew() {
    after(1, 2, Outcome.EXCEEDED);
    alarms.silence("iris", DRIFT, clock.instant().plusSeconds(60), "ada", "known");
    assertEquals(State.SILENCED, after(1, 2, Outcome.EXCEEDED));
    assertEquals(2, deliveries().size());
    clock.move(Duration.ofSeconds(60));
    assertEquals(State.FIRING, after(1, 2, Outcome.EXCEEDED));
    assertEquals(3, deliveries().size());
    assertTrue(deliveries().get(0).body().contains("the silence is over"));
  }

  @Test
  void aSilencedAlarmThatClearsSaysNothing() {
    after(1, 2, Outcome.EXCEEDED);
    alarms.silence("iris", DRIFT, clock.instant().plusSeconds(600), "ada", "known");
    after(1, 3, Outcome.BELOW);
    after(1, 4, Outcome.EXCEEDED);
    after(1, 5, Outcome.BELOW);
    assertEquals(State.RESOLVED, after(1, 6, Outcome.BELOW));
    assertEquals(2, deliveries().size());
  }

  @Test
  void onlyAnOpenAlarmIsAcknowledgedAndOnlyWithANote() {
    assertThrows(
        IllegalStateException.class, () -> alarms.acknowledge("iris", DRIFT, "ada", "why"));
    after(1, 2, Outcome.EXCEEDED);
    assertThrows(
        IllegalArgumentException.class, () -> alarms.acknowledge("iris", DRIFT, "ada", " "));
    assertThrows(
        IllegalArgumentException.class,
        () -> alarms.acknowledge("iris", DRIFT, "ada", "x".repeat(1_001)));
    assertThrows(
        IllegalArgumentException.class,
        () -> alarms.silence("iris", DRIFT, clock.instant(), "ada", "why"));
    alarms.acknowledge("iris", DRIFT, "ada", "looking at it");
    assertEquals(State.ACKNOWLEDGED, after(1, 2, Outcome.EXCEEDED));
    assertEquals("ada", steps().get(1).transition().by());
  }

  @Test
  void aClockThatStepsBackLosesNoLook() {
    after(1, 1_000, Outcome.EXCEEDED);
    assertEquals(State.RESOLVING, after(1, 5, Outcome.BELOW));
    assertEquals(State.RESOLVING, after(1, 5, Outcome.BELOW));
    assertEquals(State.RESOLVED, after(1, 6, Outcome.BELOW));
  }

  @Test
  void flappingKeepsABoundedHistoryInMemoryAndAllOfItStored() {
    for (long window = 1; window <= 60; window++) {
      after(1, 2 * window, Outcome.SUSPECTED);
      after(1, 2 * window + 1, Outcome.BELOW);
    }
    Kept kept = alarms.find("iris", DRIFT).orElseThrow();
    assertEquals(Steps.CARRIED, kept.alarm().history().size());
    assertEquals(120, steps().size());
  }
}
