package dev.perennial.app;

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

/** The settings there are, in the order of the defaults file, by key. Immutable. */
record Defaults(Map<String, Setting> byKey) {

  /** One setting: its key, what it accepts, and its value when nobody says otherwise. */
  record Setting(String key, Rule rule, String value) {
    /** The name of the environment variable that overrides this setting. */
    String variable() {
      return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
  }

  Defaults {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

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
        settings.put(key, new Setting(key, Rule.of(rule), line.substring(equals + 1).strip()));
        rule = "";
      }
    }
    return new Defaults(settings);
  }
}
