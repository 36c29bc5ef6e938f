package dev.perennial.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** What Weka needs before its first use, and which Weka it is. */
public final class Weka {
  private static final String NETLIB = "com.github.fommil.netlib.";

  private Weka() {}

  /**
   * Sets the system properties that Weka reads when its classes are first loaded: its own folder
   * (else it makes one in the user's home), pure-Java linear algebra (the native libraries are not
   * shipped) and no display. Classes that options name are loaded by their name: else Weka looks
   * for them along the path of the virtual machine, on which a container has no application. Call
   * it before anything else touches Weka; calling it again is harmless.
   */
  public static void prepare(Path home) {
    System.setProperty("WEKA_HOME", home.resolve("weka").toAbsolutePath().toString());
    System.setProperty("java.awt.headless", "true");
    System.setProperty("weka.test.maventest", "true"); // see ResourceUtils.forName: by name alone
    for (String part : List.of("ARPACK", "BLAS", "LAPACK")) {
      System.setProperty(NETLIB + part, NETLIB + "F2j" + part);
    }
  }

  /**
   * The version in the jar's Maven metadata, "unknown" without it. {@code weka.core.Version} is not
   * asked: in 3.8.7 it names a snapshot of the version after.
   */
  public static String version() {
    String name = "/META-INF/maven/nz.ac.waikato.cms.weka/weka-stable/pom.properties";
    Properties properties = new Properties();
    try (InputStream in = weka.core.Instances.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}
