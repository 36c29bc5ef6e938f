package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchedTest {
  private static Alarm alarm(AlarmKind kind, State now, long... steps) {
    Evidence none = Evidence.NONE;
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

  private static final Look SUSPECTED = new Look(Outcome.SUSPECTED, 1, false, Evidence.NONE);
  private static final Look EXCEEDED = new Look(Outcome.EXCEEDED, 2, false, Evidence.NONE);
  private static final Look BELOW = new Look(Outcome.BELOW, 0, false, Evidence.NONE);

  private static Optional<Long> driftSince(Alarm alarm) {
    return Watched.of(List.of(alarm)).driftSince().map(Instant::toEpochMilli);
  }

  @Test
  void aDriftCountsFromTheSuspicionThatWasConfirmedWhileItIsOpen() {
    Alarm inVain = Alarm.quiet(AlarmKind.CONCEPT_DRIFT).after(SUSPECTED, 1_000).after(BELOW, 2_000);
    Alarm pending = inVain.after(SUSPECTED, 3_000);
    assertEquals(Optional.empty(), driftSince(pending));
    Alarm open = pending.after(EXCEEDED, 4_000).acknowledge("ann", "seen", 4_500);
    assertEquals(Optional.of(3_000L), driftSince(open));
    Alarm over = open.after(BELOW, 5_000).after(BELOW, 6_000);
    assertEquals(Optional.empty(), driftSince(over));
    assertEquals(Optional.of(7_000L), driftSince(over.after(EXCEEDED, 7_000)));
    Alarm other = Alarm.quiet(AlarmKind.DATA_DRIFT).after(EXCEEDED, 1_000);
    assertEquals(Optional.empty(), driftSince(other));
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
