package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The parsing cases of JSONTestSuite as bodies. {@code -Dperennial.shared} names the folder above
 * {@code json-test-suite}; {@code ../shared/data} without it.
 */
@ExtendWith(Sites.class)
class JsonSuiteTest {
  @Test
  void everyCaseIsAnsweredWithoutAServerErrorAndWhatIsNoJsonWith400(Site site) throws Exception {
    Path folder =
        Path.of(System.getProperty("perennial.shared", "../shared/data"), "json-test-suite");
    assumeTrue(Files.isDirectory(folder), "the cases are not here: " + folder);
    List<Path> cases;
    try (Stream<Path> files = Files.list(folder)) {
      cases = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertEquals(318, cases.size());
    List<String> wrong = new ArrayList<>();
    for (Path file : cases) {
      String name = file.getFileName().toString();
      var response = site.predict("iris", Files.readAllBytes(file));
      int status = response.statusCode();
      boolean right = name.startsWith("n_") ? status == 400 : status == 200 || status == 400;
      boolean malformed = response.body().contains("malformed-json");
      if (!right || (name.startsWith("n_") && !malformed)) {
        wrong.add(name + " " + status + " " + response.body());
      }
      if (name.startsWith("y_") && malformed) {
        wrong.add(name + " is JSON, but: " + response.body());
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }
}
