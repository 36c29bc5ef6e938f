package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StoredAsJsonTest {
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Test
  void anAlarmIsReadBackWithItsHistory() {
    Evidence evidence = new Evidence(Said.verbatim("psi is 0.4"), Map.of("psi", .4));
    Alarm alarm =
        Alarm.quiet(AlarmKind.PERFORMANCE)
            .after(new Look(Outcome.EXCEEDED, 4, false, evidence), 1000)
            .acknowledge("ada", "on it", 2000);
    assertEquals(alarm, json.readValue(json.writeValueAsString(alarm), Alarm.class));
  }

  @Test
  void aHoldOutIsReadBackWithItsCalibrators() {
    int[] actual = new int[100];
    double[][] probabilities = new double[100][];
    for (int i = 0; i < 100; i++) {
      actual[i] = i % 3 == 0 ? 1 : 0;
      double p = actual[i] == 1 ? .4 + i / 1000.0 : .1 + i / 1000.0;
      probabilities[i] = new double[] {1 - p, p};
    }
    HoldOut holdOut = HoldOut.of(actual, new int[100], probabilities, 2);
    String text = json.writeValueAsString(holdOut);
    assertEquals(text, json.writeValueAsString(json.readValue(text, HoldOut.class)));
  }

  @Test
  void errorsOfNumbersAreReadBackAndAHoldOutOfClassesDoesWithout() {
    HoldOutErrors errors = HoldOutErrors.of(new double[] {1, 2, 4, 8}, new double[] {1.5, 2, 3, 9});
    String text = json.writeValueAsString(errors);
    assertEquals(text, json.writeValueAsString(json.readValue(text, HoldOutErrors.class)));
    Both without = json.readValue("{\"holdOut\":null}", Both.class);
    assertEquals(Optional.empty(), without.errors());
  }

  private record Both(Optional<HoldOut> holdOut, Optional<HoldOutErrors> errors) {}
}
