package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the war. */
@Tag("suite")
class WarIT {
  @Test
  void namesTheLicenceOfEveryLibrary() throws IOException {
    String licences = Files.readString(Path.of("docs/licences.md"));

    List<String> unnamed =
        entries().stream()
            .filter(name -> name.endsWith(".jar"))
            .map(name -> name.replaceAll(".*/|-[0-9][^/]*\\.jar$|\\.jar$", ""))
            .filter(library -> !licences.contains("| " + library + " |"))
            .toList();

    assertEquals(List.of(), unnamed);
  }

  @Test
  void hasOnlyTheServletContainersNeighboursOutsideItsLibraries() throws IOException {
    List<String> entries = entries();

    assertTrue(entries.stream().noneMatch(name -> name.matches("[^/]*\\.class|(dev|org)/.*")));
    assertTrue(
        entries.stream()
            .noneMatch(
                name ->
                    name.matches(
                        "WEB-INF/(classes/dev/perennial/launcher/.*\\.class|lib/(jetty|jakarta.servlet-api).*)")));
    assertTrue(entries.contains("META-INF/versions/17/dev/perennial/launcher/Main.class"));
  }

  @Test
  void hasTheClassOfEveryPage() throws IOException {
    List<String> entries = entries();

    List<String> pages = entries.stream().filter(name -> name.endsWith(".jsp")).toList();
    List<String> without =
        pages.stream().filter(page -> !entries.contains(compiled(page))).toList();

    assertTrue(pages.size() > 20, pages::toString);
    assertEquals(List.of(), without);
  }

  /** As the JSP compiler names what it makes of a page. */
  private static String compiled(String page) {
    String name = page.replace("-", "_002d").replace(".jsp", "_jsp.class");
    return "WEB-INF/classes/org/apache/jsp/" + name;
  }

  private static List<String> entries() throws IOException {
    try (JarFile war = new JarFile(ServerProcess.war().toFile())) {
      return war.stream().map(ZipEntry::getName).toList();
    }
  }
}
