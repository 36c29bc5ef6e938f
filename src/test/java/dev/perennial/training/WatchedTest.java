package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private static Alarm alarm(AlarmKind kind, State now, long... steps) {
    Evidence none = Evidence.of("");
    List<Transition> history =
        Stream.of(steps)
            .flatMap(all -> java.util.Arrays.stream(all).boxed())
            .map(at -> new Transition(State.OK, now, at, "", "", none))
            .toList();
    return new Alarm(kind, now, State.OK, history.isEmpty() ? 0 : 1, 0, 0, 0, history);
  }

  private static boolean isFaulty(Alarm alarm, long at) {
    return Watched.of(List.of(alarm)).isFaulty(Instant.ofEpochMilli(at));
  }

  @Test
  void aDriftCountsFromItsFirstSuspicionWhileItIsOpen() {
    Alarm open = alarm(AlarmKind.CONCEPT_DRIFT, State.FIRING, 1_000, 5_000);
    assertEquals(Optional.of(Instant.ofEpochMilli(1_000)), Watched.of(List.of(open)).driftSince());
    Alarm over = alarm(AlarmKind.CONCEPT_DRIFT, State.RESOLVED, 1_000, 5_000);
    Alarm other = alarm(AlarmKind.DATA_DRIFT, State.FIRING, 1_000);
    assertEquals(Optional.empty(), Watched.of(List.of(over, other)).driftSince());
  }

  @Test
  void aFaultCoversItsIncident() {
    Alarm open = alarm(AlarmKind.DATA_FAULT, State.FIRING, 1_000, 5_000);
    assertFalse(isFaulty(open, 999));
    assertTrue(isFaulty(open, 1_000));
    assertTrue(isFaulty(open, 9_000));
    Alarm over = alarm(AlarmKind.DATA_FAULT, State.RESOLVED, 1_000, 5_000);
    assertTrue(isFaulty(over, 5_000));
    assertFalse(isFaulty(over, 5_001));
    assertFalse(isFaulty(Alarm.quiet(AlarmKind.DATA_FAULT), 1_000));
  }
}
