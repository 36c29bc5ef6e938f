package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.training.Run.State;
import dev.perennial.training.Signs.Sign;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyLookTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Optional<Sign> DRIFT =
      Optional.of(
          new Sign(
              Said.of("said.sign-drifted", "petal_length", "iris-data_drift-12"),
              Optional.empty()));

  private Signs signs = Signs.NONE;
  private Duration age = Duration.ofDays(10);
  private Instant considered = NOW.minus(Duration.ofSeconds(10));
  private Optional<Run> last = Optional.empty();
  private int labels = 1_000;

  private PolicyState state(PolicyKind kind) {
    return new PolicyLook(
            NOW,
            signs,
            NOW.minus(age),
            Duration.ofDays(30),
            Timetable.of("30 2 * * *"),
            considered,
            last,
            labels)
        .of(new Policy(kind, true, DAY, 200));
  }

  private void drifted() {
    signs = new Signs(false, DRIFT, Optional.empty());
  }

  private static Optional<Run> run(State state, Duration before) {
    Instant at = NOW.minus(before);
    return Optional.of(
        new Run(
            7,
            "iris",
            state,
            at.minusSeconds(60),
            "account:ada",
            "asked by hand",
            Optional.of(at.minusSeconds(50)),
            state.hasEnded() ? Optional.of(at) : Optional.empty(),
            Said.verbatim(""),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void anAlarmOfCriticalDriftIsActedOnAndNamed() {
    assertFalse(state(PolicyKind.DRIFT).due());
    assertEquals("No alarm of critical drift fires.", state(PolicyKind.DRIFT).sentence().english());
    drifted();
    PolicyState state = state(PolicyKind.DRIFT);
    assertTrue(state.due());
    assertEquals("petal_length drifted, alarm iris-data_drift-12", state.sentence().english());
    assertFalse(state(PolicyKind.CONCEPT_DRIFT).due());
    assertFalse(state(PolicyKind.STALENESS).due());
    assertFalse(state(PolicyKind.SCHEDULE).due());
  }

  @Test
  void aPolicyThatIsOffNeverActs() {
    drifted();
    PolicyLook look =
        new PolicyLook(NOW, signs, NOW, DAY, Optional.empty(), NOW, Optional.empty(), 1_000);
    PolicyState state = look.of(new Policy(PolicyKind.DRIFT, false, DAY, 200));
    assertFalse(state.due());
    assertFalse(state.on());
  }

  @Test
  void itWaitsUntilTheLastRunHasCooledDownWhoeverAskedForIt() {
    drifted();
    last = run(State.REFUSED, Duration.ofHours(23));
    PolicyState waits = state(PolicyKind.DRIFT);
    assertFalse(waits.due());
    assertEquals(Optional.of(NOW.plus(Duration.ofHours(1))), waits.next());
    assertEquals(
        "petal_length drifted, alarm iris-data_drift-12, but run 7 cools down first.",
        waits.sentence().english());
    last = run(State.REFUSED, Duration.ofHours(24));
    assertTrue(state(PolicyKind.DRIFT).due());
  }

  @Test
  void itWaitsForARunThatGoesOn() {
    drifted();
    last = run(State.TRAINING, Duration.ofDays(2));
    assertFalse(state(PolicyKind.DRIFT).due());
    assertTrue(state(PolicyKind.DRIFT).sentence().english().endsWith("and run 7 goes on."));
  }

  @Test
  void itWaitsForLabelsAndSaysHowManyThereAre() {
    drifted();
    labels = 199;
    PolicyState waits = state(PolicyKind.DRIFT);
    assertFalse(waits.due());
    assertEquals(
        "petal_length drifted, alarm iris-data_drift-12, but only 199 of 200 new labels since the"
            + " version that answers was trained.",
        waits.sentence().english());
    labels = 200;
    assertTrue(state(PolicyKind.DRIFT).due());
  }

  @Test
  void anAlarmThatSomebodyHasTakenOnIsLeftToThem() {
    signs =
        new Signs(
            false,
            Optional.empty(),
            Optional.of(
                new Sign(
                    Said.of("said.sign-performance", "x"),
                    Optional.of(Said.of("said.alarm-silenced")))));
    PolicyState waits = state(PolicyKind.CONCEPT_DRIFT);
    assertFalse(waits.due());
    assertEquals(
        "The performance fell, alarm x: the alarm is silenced.", waits.sentence().english());
  }

  @Test
  void whatComesInUnderADataFaultIsNotToBeLearned() {
    signs = new Signs(true, DRIFT, Optional.empty());
    assertFalse(state(PolicyKind.DRIFT).due());
    assertTrue(state(PolicyKind.DRIFT).sentence().english().contains("a data fault is open"));
  }

  @Test
  void anOldChampionIsActedOnAndAYoungOneHasItsDay() {
    assertEquals(Optional.of(NOW.plus(Duration.ofDays(20))), state(PolicyKind.STALENESS).next());
    age = Duration.ofDays(30);
    assertTrue(state(PolicyKind.STALENESS).due());
    assertEquals(
        "The champion is 30 days old, 30 days are allowed",
        state(PolicyKind.STALENESS).sentence().english());
  }

  @Test
  void aYoungChampionIsNotReplacedBeforeTheLastRunHasCooledDown() {
    age = Duration.ofDays(29).plusHours(23);
    last = run(State.REFUSED, Duration.ZERO);
    assertEquals(Optional.of(NOW.plus(DAY)), state(PolicyKind.STALENESS).next());
  }

  @Test
  void theScheduleActsOnceAtItsTime() {
    assertEquals(
        Optional.of(Instant.parse("2026-11-25T02:30:00Z")), state(PolicyKind.SCHEDULE).next());
    considered = Instant.parse("2026-11-24T02:29:59Z");
    assertTrue(state(PolicyKind.SCHEDULE).due());
    considered = Instant.parse("2026-11-24T02:30:00Z");
    assertFalse(state(PolicyKind.SCHEDULE).due());
  }

  @Test
  void theSchedulesNextTimeIsTheFirstAfterThePause() {
    last = run(State.REFUSED, Duration.ofHours(1));
    assertEquals(
        Optional.of(Instant.parse("2026-11-26T02:30:00Z")),
        state(PolicyKind.SCHEDULE).next(),
        "25T11:00 ends the pause");
  }

  @Test
  void aTimetableIsACrontabsAndNothingElse() {
    assertTrue(Timetable.of("*/15 8-18 * * MON-FRI").isPresent());
    for (String wrong : new String[] {"", "daily", "61 * * * *", "0 3 * *", "0 0 3 * * *"}) {
      assertFalse(Timetable.of(wrong).isPresent(), wrong);
    }
    assertFalse(Timetable.of("0 0 31 2 *").isPresent(), "a day that never comes");
  }
}
