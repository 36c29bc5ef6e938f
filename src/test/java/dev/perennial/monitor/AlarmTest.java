package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final long HOUR = 3_600_000;
  private static final Look SUSPECTED = look(Outcome.SUSPECTED, 1.2);
  private static final Look EXCEEDED = look(Outcome.EXCEEDED, 1.2);
  private static final Look NEAR = look(Outcome.BELOW, .9);
  private static final Look CALM = look(Outcome.BELOW, .5);
  private static final Look NO_DATA = look(Outcome.NO_DATA, 0);

  private static Look look(Outcome outcome, double value) {
    return new Look(
        outcome, value, false, new Evidence(Said.verbatim("it is " + value), Map.of("v", value)));
  }

  /** One look an hour. */
  private static Alarm after(Alarm alarm, Look... looks) {
    Alarm next = alarm;
    long now = alarm.sinceMillis();
    for (Look look : looks) {
      now += HOUR;
      next = next.after(look, now);
    }
    return next;
  }

  private static Alarm quiet() {
    return Alarm.quiet(AlarmKind.DATA_DRIFT);
  }

  @Test
  void anAlarmGoesFromSuspicionToFiringToResolved() {
    Alarm alarm = after(quiet(), SUSPECTED);
    assertEquals(State.PENDING, alarm.state());
    assertFalse(alarm.open());
    alarm = after(alarm, EXCEEDED);
    assertEquals(State.FIRING, alarm.state());
    alarm = after(alarm, CALM);
    assertEquals(State.RESOLVING, alarm.state());
    alarm = after(alarm, CALM);
    assertEquals(State.RESOLVED, alarm.state());
    assertEquals(4, alarm.history().size());
    assertEquals(1, alarm.incident());
  }

  @Test
  void whenItWasRaisedIsKnownWhileItIsOpen() {
    assertEquals(Optional.empty(), after(quiet(), SUSPECTED).raisedMillis());
    Alarm open = after(quiet(), SUSPECTED, EXCEEDED, CALM, NEAR, EXCEEDED);
    assertEquals(Optional.of(2 * HOUR), open.raisedMillis());
    assertEquals(Optional.empty(), after(open, CALM, CALM).raisedMillis());
    Alarm again = after(open, CALM, CALM, EXCEEDED);
    assertEquals(Optional.of(again.sinceMillis()), again.raisedMillis());
    List<Transition> newest = open.history().subList(2, open.history().size());
    Alarm shortened =
        new Alarm(open.kind(), open.state(), open.held(), 1, open.sinceMillis(), 0, 0, newest);
    assertEquals(Optional.of(newest.get(0).atMillis()), shortened.raisedMillis());
  }

  @Test
  void aSuspicionThatIsNotConfirmedIsNoIncident() {
    Alarm alarm = after(quiet(), SUSPECTED, CALM);
    assertEquals(State.OK, alarm.state());
    assertEquals(0, alarm.incident());
  }

  @Test
  void aValueJustBelowTheThresholdClearsNothing() {
    assertEquals(State.FIRING, after(quiet(), EXCEEDED, NEAR, NEAR, NEAR).state());
    assertEquals(State.FIRING, after(quiet(), EXCEEDED, CALM, NEAR).state());
    assertEquals(State.RESOLVING, after(quiet(), EXCEEDED, CALM, NEAR, CALM).state());
  }

  @Test
  void noDataNeverClearsAnAlarm() {
    Alarm alarm = after(quiet(), EXCEEDED, CALM, NO_DATA, NO_DATA, NO_DATA);
    assertEquals(State.RESOLVING, alarm.state());
    assertEquals(State.FIRING, after(quiet(), EXCEEDED, NO_DATA, NO_DATA).state());
  }

  @Test
  void evidenceIsFrozenAtEachStep() {
    Map<String, Double> figures = new HashMap<>(Map.of("psi", .4));
    Look first =
        new Look(Outcome.EXCEEDED, 4, false, new Evidence(Said.verbatim("psi is 0.4"), figures));
    Alarm alarm = after(quiet(), first);
    figures.put("psi", 9.0);
    alarm = after(alarm, EXCEEDED, CALM);
    assertEquals(.4, alarm.history().get(0).evidence().figures().get("psi"));
    assertEquals("it is 0.5", alarm.history().get(1).evidence().sentence().english());
    assertThrows(
        UnsupportedOperationException.class, () -> first.evidence().figures().put("psi", 1.0));
  }

  @Test
  void anAcknowledgedAlarmStaysSoUntilItClearsOrChangesAgain() {
    Alarm taken = after(quiet(), EXCEEDED).acknowledge("ada", "looking at it", 2 * HOUR);
    assertEquals(State.ACKNOWLEDGED, taken.state());
    assertEquals("ada", taken.history().get(1).by());
    assertEquals(State.ACKNOWLEDGED, after(taken, EXCEEDED, NEAR).state());
    assertEquals(State.ACKNOWLEDGED, after(taken, CALM, NEAR).state());
    assertEquals(State.RESOLVED, after(taken, CALM, CALM).state());
    Look again =
        new Look(Outcome.EXCEEDED, 2, true, Evidence.of(Said.verbatim("the errors changed again")));
    assertEquals(State.FIRING, after(taken, again).state());
  }

  @Test
  void aSilenceEndsAtItsTime() {
    Alarm alarm = after(quiet(), EXCEEDED).silence("ada", "known", 5 * HOUR, 2 * HOUR);
    assertEquals(State.SILENCED, alarm.after(EXCEEDED, 4 * HOUR).state());
    Alarm loud = alarm.after(EXCEEDED, 5 * HOUR);
    assertEquals(State.FIRING, loud.state());
    assertEquals("the silence is over", loud.history().get(2).note());
    assertEquals(State.FIRING, alarm.after(NO_DATA, 6 * HOUR).state());
  }

  @Test
  void acknowledgingAsksForANoteAndAnOpenIncident() {
    Alarm open = after(quiet(), EXCEEDED);
    assertThrows(IllegalArgumentException.class, () -> open.acknowledge("ada", " ", HOUR));
    assertThrows(IllegalStateException.class, () -> quiet().acknowledge("ada", "why", HOUR));
    assertThrows(IllegalStateException.class, () -> quiet().silence("ada", "why", HOUR, 0));
  }

  @Test
  void anAlarmThatComesBackWithinADayAndAHalfIsTheSameIncident() {
    Alarm over = after(quiet(), EXCEEDED, CALM, CALM);
    Alarm soon = over.after(EXCEEDED, over.sinceMillis() + 36 * HOUR);
    assertEquals(1, soon.incident());
    assertEquals("the incident is open again", soon.history().get(3).note());
    Alarm late = over.after(EXCEEDED, over.sinceMillis() + 36 * HOUR + 1);
    assertEquals(2, late.incident());
    assertEquals(1, late.history().size());
  }

  @Test
  void aFurtherChangeWhileOpenIsAStepOfTheSameIncident() {
    Look again =
        new Look(Outcome.EXCEEDED, 2, true, Evidence.of(Said.verbatim("the errors changed again")));
    Alarm alarm = after(quiet(), EXCEEDED, EXCEEDED, again);
    assertEquals(1, alarm.incident());
    assertEquals(2, alarm.history().size());
    assertEquals("it changed again", alarm.history().get(1).note());
  }

  @Test
  void manyColumnsAtOnceAreToldAsOne() {
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), Iris.answered(Iris.inputs()));
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    java.util.Random random = new java.util.Random(71);
    for (int i = 0; i < 400; i++) {
      double[] row = Iris.draw(Iris.inputs(), random);
      for (int c = 0; c < 4; c++) {
        row[c] += 3;
      }
      watch.add(Iris.answered(row), i);
    }
    Look look = DriftLooks.inputs(watch.verdicts(), watch.joint());
    assertEquals(Outcome.EXCEEDED, look.outcome());
    assertTrue(
        look.evidence().sentence().english().contains("columns at once"),
        look.evidence().sentence().english());
    assertTrue(look.evidence().figures().getOrDefault("petal_length.psi_corrected", 0.0) > .25);
    assertEquals(Outcome.BELOW, DriftLooks.faults(watch.verdicts()).outcome());
  }

  @Test
  void withoutAWindowTheLooksHaveNoData() {
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), Iris.answered(Iris.inputs()));
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    assertEquals(Outcome.NO_DATA, DriftLooks.answers(watch.verdicts()).outcome());
  }
}
