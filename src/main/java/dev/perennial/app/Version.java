package dev.perennial.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this build calls itself. */
final class Version {
  private Version() {}

  /** As in the pom, such as "1.0.0". */
  static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/perennial-version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
