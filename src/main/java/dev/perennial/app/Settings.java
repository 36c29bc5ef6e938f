package dev.perennial.app;

import dev.perennial.access.Proxies;
import dev.perennial.watch.Webhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every setting, checked. What a key means and accepts stands in
 * WEB-INF-config/perennial-defaults.properties, and nowhere else.
 *
 * <p>A getter throws IllegalArgumentException for a key that is not in that file or has another
 * type: that is a mistake in the program, not in the settings. Immutable, so safe for many threads.
 */
public final class Settings {
  private final Map<String, Object> values;
  private final Map<String, Map<String, Object>> byModel;
  private final List<String> warnings;

  private Settings(
      Map<String, Object> values, Map<String, Map<String, Object>> byModel, List<String> warnings) {
    this.values = values;
    this.byModel = byModel;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The defaults, overridden by the home's perennial.properties, then the environment, then -D.
   *
   * @throws SettingsException with all faults, if there is one
   */
  public static Settings load(Home home) {
    return load(home.settingsFile(), System.getenv(), System.getProperties());
  }

  /** As {@link #load(Home)}, from the given places; the file need not exist. */
  public static Settings load(Path file, Map<String, String> environment, Properties system) {
    Defaults defaults = Defaults.read();
    Given given = new Given(defaults);
    given.file(file);
    given.environment(environment);
    given.system(system);
    List<String> faults = new ArrayList<>(given.faults());
    Map<String, Object> values = new LinkedHashMap<>();
    for (Defaults.Setting setting : defaults.byKey().values()) {
      Given.Value value =
          given
              .byKey()
              .getOrDefault(setting.key(), new Given.Value(setting.value(), "the defaults"));
      read(setting, setting.key(), value, values, faults);
    }
    Map<String, Map<String, Object>> byModel = new TreeMap<>();
    given
        .byKey()
        .forEach(
            (key, value) ->
                defaults
                    .forModel(key)
                    .ifPresent(
                        one ->
                            read(
                                one.setting(),
                                key,
                                value,
                                byModel.computeIfAbsent(one.model(), model -> new HashMap<>()),
                                faults)));
    checkSegments(values, faults);
    checkWebhook(values, faults);
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return new Settings(values, byModel, given.warnings());
  }

  private static void read(
      Defaults.Setting setting,
      String key,
      Given.Value value,
      Map<String, Object> values,
      List<String> faults) {
    setting
        .rule()
        .read(value.text())
        .ifPresentOrElse(
            v -> values.put(setting.key(), v), () -> faults.add(fault(setting, key, value)));
  }

  private static String fault(Defaults.Setting setting, String key, Given.Value value) {
    String shown = setting.rule().isSecret() ? "(not shown)" : '"' + value.text() + '"';
    return "%s = %s (set by %s): accepted is %s"
        .formatted(key, shown, value.place(), setting.rule().accepted());
  }

  /** The only bound that depends on another setting: a journal of one file could never let go. */
  private static void checkSegments(Map<String, Object> values, List<String> faults) {
    Object segment = values.get("perennial.journal.segment-size");
    Object all = values.get("perennial.journal.max-size");
    if (segment instanceof Long one && all instanceof Long most && one > most / 2) {
      faults.add(
          "perennial.journal.segment-size (%d B) is more than half of perennial.journal.max-size (%d B): make it smaller, or the other larger"
              .formatted(one, most));
    }
  }

  private static void checkWebhook(Map<String, Object> values, List<String> faults) {
    String url = String.valueOf(values.getOrDefault("perennial.webhook.url", ""));
    if (url.isEmpty()) {
      return;
    }
    if (Webhook.url(url).isEmpty()) {
      faults.add(
          "perennial.webhook.url = \"%s\": accepted is an http or https address with a host and without a user"
              .formatted(url));
    }
    if ("".equals(values.get("perennial.webhook.secret"))) {
      faults.add(
          "perennial.webhook.url is set and perennial.webhook.secret is empty: set a secret, so that the receiver can tell who sends");
    }
  }

  /** What holds for this model: all that is not set for it alone is as for every model. */
  public Settings of(String model) {
    Map<String, Object> own = new HashMap<>(values);
    own.putAll(byModel.getOrDefault(model, Map.of()));
    return new Settings(own, Map.of(), List.of());
  }

  /** The models that something is set for alone, sorted; they need not exist. */
  public Set<String> models() {
    return Collections.unmodifiableSet(byModel.keySet());
  }

  /** What is odd but no reason to refuse, one sentence each. */
  public List<String> warnings() {
    return warnings;
  }

  public Duration duration(String key) {
    return Duration.ofMillis(value(key, Long.class));
  }

  /** A size in bytes. */
  public long bytes(String key) {
    return value(key, Long.class);
  }

  public int integer(String key) {
    return Math.toIntExact(value(key, Long.class));
  }

  /** One of the words that the defaults list for this key. */
  public String choice(String key) {
    return value(key, String.class);
  }

  public String text(String key) {
    return value(key, String.class);
  }

  public boolean flag(String key) {
    return Boolean.parseBoolean(value(key, String.class));
  }

  /** Ranges of addresses, as the proxies that are trusted. */
  public Proxies proxies(String key) {
    return value(key, Proxies.class);
  }

  /** Never to be printed or logged; "" if there is none. */
  public String secret(String key) {
    return value(key, String.class);
  }

  private <T> T value(String key, Class<T> type) {
    Object value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("no setting of this type: " + key);
    }
    return type.cast(value);
  }
}
