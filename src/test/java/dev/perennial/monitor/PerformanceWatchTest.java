package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PerformanceWatchTest {
  private static void feed(PerformanceWatch watch, int labels, double accuracy) {
    Random random = new Random(61);
    for (int i = 0; i < labels; i++) {
      watch.add(random.nextDouble() < accuracy);
    }
  }

  @Test
  void fewerThanTwoWindowsOfLabelsAreNotEnoughData() {
    PerformanceWatch watch = new PerformanceWatch(500, 425);
    feed(watch, 1, .1);
    assertEquals("1 label so far, 400 are needed", watch.verdict().reason().english());
    feed(watch, 398, .1);
    assertEquals(Status.NOT_ENOUGH_DATA, watch.verdict().status());
    assertEquals("399 labels so far, 400 are needed", watch.verdict().reason().english());
  }

  @Test
  void withoutAHoldOutThereIsNothingToCompareWith() {
    PerformanceWatch watch = new PerformanceWatch(0, 0);
    feed(watch, 1000, .1);
    assertEquals(Status.NOT_ENOUGH_DATA, watch.verdict().status());
  }

  @Test
  void aSteadyModelIsSteadyAndItsFallIsSaidWithItsEvidence() {
    PerformanceWatch watch = new PerformanceWatch(500, 425);
    feed(watch, 4000, .85);
    assertEquals(Status.STEADY, watch.verdict().status());
    feed(watch, 600, .6);
    assertEquals(Status.DRIFTED, watch.verdict().status());
    assertTrue(
        watch.verdict().reason().english().startsWith("accuracy fell to 6"),
        watch.verdict().reason().english());
    assertTrue(watch.verdict().bound() < -.03);
  }

  @Test
  void aFallThatLastsDoesNotBecomeTheNewNormal() {
    PerformanceWatch watch = new PerformanceWatch(500, 425);
    feed(watch, 4000, .85);
    feed(watch, 40_000, .7);
    assertEquals(Status.DRIFTED, watch.verdict().status());
  }

  @Test
  void aRestartAtAnyLabelChangesNoVerdict() {
    PerformanceWatch whole = new PerformanceWatch(500, 425);
    PerformanceWatch restarted = new PerformanceWatch(500, 425);
    Random random = new Random(62);
    for (int i = 0; i < 9000; i++) {
      boolean right = random.nextDouble() < (i < 5000 ? .85 : .7);
      whole.add(right);
      restarted.add(right);
      if (i % 97 == 0) {
        restarted = PerformanceWatch.of(restarted.bytes());
      }
      assertEquals(whole.verdict(), restarted.verdict());
    }
    assertArrayEquals(whole.bytes(), restarted.bytes());
  }
}
