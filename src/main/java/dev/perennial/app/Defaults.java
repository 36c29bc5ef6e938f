package dev.perennial.app;

import dev.perennial.training.Wish;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings there are, in the order of the defaults file, by key. Immutable. */
record Defaults(Map<String, Setting> byKey) {

  private static final Pattern FOR_MODEL =
      Pattern.compile("perennial\\.model\\.(" + Wish.NAME + ")\\.(.+)");
  private static final String BY_MODEL = ", by model";

  /**
   * One setting.
   *
   * @param rule what it accepts
   * @param value when nobody says otherwise
   * @param byModel whether it can be set for one model alone
   */
  record Setting(String key, Rule rule, String value, boolean byModel) {
    /** The key that sets it for this model alone. */
    String key(String model) {
      return "perennial.model." + model + key.substring(key.indexOf('.'));
    }

    /** The name of the environment variable that overrides this setting. */
    String variable() {
      return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
  }

  Defaults {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  /** The setting that a key sets for one model alone, if it is such a key. */
  Optional<ForModel> forModel(String key) {
    Matcher parts = FOR_MODEL.matcher(key);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byKey.get("perennial." + parts.group(2)))
        .filter(Setting::byModel)
        .map(setting -> new ForModel(parts.group(1), setting));
  }

  /** A setting and the model that it is set for. */
  record ForModel(String model, Setting setting) {}

  /** Reads the file that comes with the program. */
  static Defaults read() {
    try (InputStream in = Defaults.class.getResourceAsStream("/perennial-defaults.properties")) {
      if (in == null) {
        throw new IllegalStateException("perennial-defaults.properties is not on the class path");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Defaults read(BufferedReader lines) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    String rule = "";
    for (String line : lines.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("#:")) {
        rule = line.substring(2).strip();
      } else if (!line.startsWith("#") && equals > 0) {
        String key = line.substring(0, equals).strip();
        boolean byModel = rule.endsWith(BY_MODEL);
        String plain = byModel ? rule.substring(0, rule.length() - BY_MODEL.length()) : rule;
        String value = line.substring(equals + 1).strip();
        settings.put(key, new Setting(key, Rule.of(plain), value, byModel));
        rule = "";
      }
    }
    return new Defaults(settings);
  }
}
