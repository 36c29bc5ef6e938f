package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.training.Signs.Sign;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignsTest {
  private static AlarmReport alarm(AlarmKind kind, State state) {
    Alarm alarm = new Alarm(kind, state, state, 12, 0, 0, 0, List.of());
    return new AlarmReport("iris-" + kind.name() + "-12", "", "", alarm, Optional.empty());
  }

  private static FeatureVerdict column(Status status, boolean critical) {
    return new FeatureVerdict(
        Column.number("petal_length"),
        status,
        critical,
        200,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        Optional.empty(),
        0,
        Optional.empty(),
        Said.verbatim(""));
  }

  private static Signs signs(AlarmReport alarm, Status status, boolean critical) {
    return Signs.of(List.of(alarm), List.of(column(status, critical)), status, Status.STEADY);
  }

  @Test
  void aFiringAlarmOfCriticalDriftNamesColumnAndAlarm() {
    AlarmReport fires = alarm(AlarmKind.DATA_DRIFT, State.FIRING);
    assertEquals(
        "petal_length drifted, alarm iris-DATA_DRIFT-12",
        signs(fires, Status.DRIFTED, true).drift().orElseThrow().cause().english());
    assertTrue(signs(fires, Status.DRIFTED, false).drift().isEmpty(), "not critical");
  }

  @Test
  void anAlarmThatOutlivedItsVersionIsNoReason() {
    AlarmReport drift = alarm(AlarmKind.DATA_DRIFT, State.FIRING);
    AlarmReport concept = alarm(AlarmKind.CONCEPT_DRIFT, State.FIRING);
    assertTrue(signs(drift, Status.NOT_ENOUGH_DATA, true).drift().isEmpty());
    assertTrue(signs(concept, Status.NOT_ENOUGH_DATA, true).concept().isEmpty());
    assertTrue(signs(concept, Status.DRIFTED, true).concept().isPresent());
  }

  @Test
  void anAlarmThatIsOverOrSuspectedIsNoReason() {
    for (State state : List.of(State.OK, State.PENDING, State.RESOLVED)) {
      AlarmReport alarm = alarm(AlarmKind.DATA_DRIFT, state);
      assertTrue(signs(alarm, Status.DRIFTED, true).drift().isEmpty(), state.name());
    }
  }

  @Test
  void anAlarmThatSomebodyDealsWithIsHeld() {
    for (State state : List.of(State.ACKNOWLEDGED, State.SILENCED, State.RESOLVING)) {
      Sign sign =
          signs(alarm(AlarmKind.CONCEPT_DRIFT, state), Status.DRIFTED, true)
              .concept()
              .orElseThrow();
      assertFalse(sign.held().isEmpty(), state.name());
    }
  }

  @Test
  void aFallenAccuracyThatFiresGoesBeforeAConceptDriftThatIsHeld() {
    List<AlarmReport> alarms =
        List.of(
            alarm(AlarmKind.CONCEPT_DRIFT, State.SILENCED),
            alarm(AlarmKind.PERFORMANCE, State.FIRING));
    Signs both = Signs.of(alarms, List.of(), Status.DRIFTED, Status.DRIFTED);
    assertEquals(
        "The performance fell, alarm iris-PERFORMANCE-12",
        both.concept().orElseThrow().cause().english());
    Signs held = Signs.of(alarms, List.of(), Status.DRIFTED, Status.STEADY);
    assertEquals(Optional.of(Said.of("said.alarm-silenced")), held.concept().orElseThrow().held());
  }

  @Test
  void anOpenDataFaultIsSeen() {
    assertTrue(signs(alarm(AlarmKind.DATA_FAULT, State.FIRING), Status.STEADY, false).faulty());
    assertFalse(signs(alarm(AlarmKind.DATA_FAULT, State.RESOLVED), Status.STEADY, false).faulty());
  }
}
