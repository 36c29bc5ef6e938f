package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of one model alone. */
class ModelSettingsTest {
  @TempDir Path home;

  private Path file() {
    return home.resolve("perennial.properties");
  }

  private static Properties properties(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }

  @Test
  void aPolicyCanBeSetForOneModelAlone() throws IOException {
    Files.writeString(
        file(),
        """
        perennial.policy.staleness.after=9d
        perennial.model.my-model_2.policy.drift=true
        perennial.model.my-model_2.policy.staleness.after=3d
        perennial.model.import.policy.schedule=true
        """);
    Settings settings =
        Settings.load(
            file(),
            Map.of("PERENNIAL_MODEL_IRIS_POLICY_DRIFT", "true"),
            properties(Map.of("perennial.model.my-model_2.policy.drift.new-labels", "7")));
    Settings own = settings.of("my-model_2");
    assertTrue(own.flag("perennial.policy.drift"));
    assertEquals(7, own.integer("perennial.policy.drift.new-labels"));
    assertEquals(Duration.ofDays(3), own.duration("perennial.policy.staleness.after"));
    assertFalse(own.flag("perennial.policy.schedule"));
    assertTrue(settings.of("import").flag("perennial.policy.schedule"));
    assertFalse(settings.flag("perennial.policy.drift"));
    assertFalse(settings.of("iris").flag("perennial.policy.drift"));
    assertEquals(
        Duration.ofDays(9), settings.of("iris").duration("perennial.policy.staleness.after"));
    assertEquals(Set.of("import", "my-model_2"), settings.models());
    assertEquals(1, settings.warnings().size(), settings.warnings().toString());
  }

  @Test
  void everyFaultOfAModelsOwnSettingsIsNamedByItsKey() {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () ->
                Settings.load(
                    file(),
                    Map.of(),
                    properties(
                        Map.of(
                            "perennial.model.iris.policy.drift", "yes",
                            "perennial.model.iris.policy.drfit", "true",
                            "perennial.model.iris.train.recent", "3d",
                            "perennial.model.i!s.policy.drift", "true"))));
    String faults = String.valueOf(refused.getMessage());
    assertTrue(faults.contains("perennial.model.iris.policy.drift = \"yes\""), faults);
    assertTrue(faults.contains("accepted is one of true, false"), faults);
    assertTrue(faults.contains("did you mean perennial.model.iris.policy.drift?"), faults);
    assertTrue(faults.contains("perennial.model.iris.train.recent (set by"), faults);
    assertTrue(faults.contains("perennial.model.i!s.policy.drift (set by"), faults);
  }
}
