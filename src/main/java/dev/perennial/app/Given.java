package dev.perennial.app;

import dev.perennial.serving.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Values that somebody has set, each with its place; a later place overrides an earlier one. */
final class Given {
  /** Known to the program, but needed before the settings can be read. */
  private static final Set<String> EARLIER = Set.of("perennial.home", "perennial.log.level");

  private static final String PREFIX = "perennial.";
  private static final String VARIABLE_PREFIX = "PERENNIAL_";

  private final Defaults defaults;
  private final Map<String, Value> byKey = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** A value and where it was set, in words. */
  record Value(String text, String place) {}

  Given(Defaults defaults) {
    this.defaults = defaults;
  }

  Map<String, Value> byKey() {
    return byKey;
  }

  List<String> faults() {
    return faults;
  }

  List<String> warnings() {
    return warnings;
  }

  void file(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    Properties once =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
              faults.add(key + " stands more than once in " + file + ": keep one of them");
            }
            return super.put(key, value);
          }
        };
    try (Reader in = Files.newBufferedReader(file)) {
      once.load(in);
    } catch (IOException | IllegalArgumentException e) {
      faults.add(file + " cannot be read as UTF-8 text in lines of key=value");
      return;
    }
    for (String key : sorted(once)) {
      take(key, once.getProperty(key), file.toString());
    }
  }

  void environment(Map<String, String> environment) {
    Map<String, String> unknown = new TreeMap<>(environment);
    for (Defaults.Setting setting : defaults.byKey().values()) {
      String text = unknown.remove(setting.variable());
      if (text != null) {
        take(setting.key(), text, "the environment variable " + setting.variable());
      }
    }
    for (String name : unknown.keySet()) {
      // Orchestrators make such names for their services, so they are no reason to refuse.
      if (name.startsWith(VARIABLE_PREFIX) && !name.equals("PERENNIAL_HOME")) {
        warnings.add("The environment variable " + name + " is no setting and is not used.");
      }
    }
  }

  void system(Properties properties) {
    for (String key : sorted(properties)) {
      if (key.startsWith(PREFIX) && !EARLIER.contains(key)) {
        take(key, properties.getProperty(key), "the system property");
      }
    }
  }

  private void take(String key, String text, String place) {
    if (defaults.byKey().containsKey(key) || defaults.forModel(key).isPresent()) {
      byKey.put(key, new Value(text.strip(), place));
    } else {
      String hint =
          Nearest.of(key, known(key))
              .map(meant -> "did you mean " + meant + "?")
              .orElse("all there are stand in WEB-INF-config/perennial-defaults.properties");
      faults.add("%s (set by %s) is no setting; %s".formatted(key, place, hint));
    }
  }

  /** The keys that may be meant: those of the same model, if it names one. */
  private Set<String> known(String key) {
    Set<String> known = new LinkedHashSet<>(defaults.byKey().keySet());
    String[] parts = key.split("\\.", 4);
    if (parts.length == 4 && parts[1].equals("model")) {
      defaults.byKey().values().stream()
          .filter(Defaults.Setting::byModel)
          .forEach(setting -> known.add(setting.key(parts[2])));
    }
    return known;
  }

  private static List<String> sorted(Properties properties) {
    return properties.stringPropertyNames().stream().sorted().toList();
  }
}
