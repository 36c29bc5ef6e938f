package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuietRunsTest {
  @Test
  void theReferenceRunThroughItsOwnRulesRaisesNothing() {
    double[][] rows = Iris.answered(Iris.inputs());
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), rows);
    Map<AlarmKind, Long> incidents = QuietRuns.ofRows(reference, rows, 1, 20_000, 5);
    assertEquals(0L, incidents.get(AlarmKind.DATA_DRIFT));
    assertEquals(3, incidents.size());
  }

  @Test
  void rowsThatHangTogetherForLongRaiseAlarmsThatTheRunCounts() {
    double[][] rows = Iris.answered(Iris.inputs());
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), rows);
    Map<AlarmKind, Long> incidents = QuietRuns.ofRows(reference, rows, 50, 20_000, 5);
    assertTrue(incidents.getOrDefault(AlarmKind.DATA_DRIFT, 0L) > 3, incidents.toString());
  }

  @Test
  void labelsDrawnFromTheHoldOutRarelyRaiseAnAlarm() {
    HoldOut holdOut =
        new HoldOut(
            500,
            430,
            new long[][] {{200, 40}, {30, 230}},
            .86,
            .3,
            .2,
            .01,
            new Calibrators(List.of()));
    Map<AlarmKind, Long> incidents = QuietRuns.ofLabels(holdOut, List.of("a", "b"), 200_000, 9);
    assertTrue(incidents.getOrDefault(AlarmKind.PERFORMANCE, 99L) <= 2, incidents.toString());
    assertEquals(0L, incidents.get(AlarmKind.CONCEPT_DRIFT));
  }
}
