package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of detectors that see a rise while the deciding one does not. */
class SecondOpinionTest {
  /** A few mistakes in a row after none at all: DDM calls it a change. */
  private static Status after(double holdOutError) {
    ConceptWatch watch = new ConceptWatch(List.of("a", "b"), holdOutError);
    for (int i = 0; i < 400; i++) {
      watch.add(i % 2, i % 2);
    }
    for (int i = 0; i < 4; i++) {
      watch.add(i % 2, 1 - i % 2);
    }
    return watch.verdict().status();
  }

  @Test
  void aRiseToMoreThanTheHoldOutsErrorIsAWarning() {
    assertEquals(Status.WARNING, after(.002));
  }

  @Test
  void aRiseThatStaysBelowTheHoldOutsErrorIsNone() {
    assertEquals(Status.STEADY, after(.06));
  }
}
