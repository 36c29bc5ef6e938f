package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DriftWatchTest {
  private static final DriftThresholds RULE = DriftThresholds.standard();
  private final double[][] inputs = Iris.inputs();
  private final ReferenceProfile reference =
      ReferenceProfile.of(Iris.columns(), Iris.answered(inputs));

  @Test
  void aRestartAtAnyRowChangesNoVerdict() {
    Random random = new Random(21);
    DriftWatch whole = new DriftWatch(reference, RULE);
    DriftWatch restarted = new DriftWatch(reference, RULE);
    for (int i = 0; i < 1300; i++) {
      double[] row = Iris.draw(inputs, random);
      row[Iris.PETAL_LENGTH] += i > 500 ? 1 : 0;
      whole.add(Iris.answered(row), i * 1000L);
      restarted.add(Iris.answered(row), i * 1000L);
      if (i % 37 == 0) {
        restarted = DriftWatch.of(reference, RULE, restarted.bytes());
      }
    }
    assertEquals(whole.verdicts().toString(), restarted.verdicts().toString());
    assertEquals(whole.joint(), restarted.joint());
    assertArrayEquals(whole.bytes(), restarted.bytes());
    assertEquals(Status.DRIFTED, restarted.verdicts().get(Iris.PETAL_LENGTH).status());
  }

  @Test
  void aRestartInTheMiddleOfARetryingSenderStillTakesItsRowOut() {
    Random random = new Random(24);
    DriftWatch watch = new DriftWatch(reference, RULE);
    double[] retried = Iris.answered(new double[] {5.05, 3.45, 1.45, .25});
    for (int i = 0; i < 200; i++) {
      watch.add(i % 3 == 0 ? retried : Iris.answered(Iris.draw(inputs, random)), i);
      watch = i == 100 ? DriftWatch.of(reference, RULE, watch.bytes()) : watch;
    }
    assertEquals(134, watch.verdicts().get(0).n());
  }

  @Test
  void theReferenceSurvivesBeingWrittenAsJson() {
    JsonMapper json = JsonMapper.builder().build();
    ReferenceProfile read =
        json.readValue(json.writeValueAsString(reference), ReferenceProfile.class);
    DriftWatch one = new DriftWatch(reference, RULE);
    DriftWatch other = new DriftWatch(read, RULE);
    Random random = new Random(22);
    for (int i = 0; i < 400; i++) {
      double[] row = Iris.answered(Iris.draw(inputs, random));
      one.add(row, i);
      other.add(row, i);
    }
    assertEquals(one.verdicts().toString(), other.verdicts().toString());
  }

  @Test
  void aStateOfAnotherFormatIsRefused() {
    byte[] bytes = new DriftWatch(reference, RULE).bytes();
    bytes[0] = 9;
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> DriftWatch.of(reference, RULE, bytes));
    assertEquals(
        "the stored monitor state has format 9, this program reads 1", refused.getMessage());
  }

  @Test
  void theStateOfAModelOfFourInputsIsAFewKilobytes() {
    DriftWatch watch = new DriftWatch(reference, RULE);
    Random random = new Random(23);
    for (int i = 0; i < 5000; i++) {
      watch.add(Iris.answered(Iris.draw(inputs, random)), i);
    }
    assertTrue(watch.bytes().length < 24_000, watch.bytes().length + " bytes");
  }
}
