package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Odd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The calls that stand on a model's page do what they say, whatever its columns are called. */
@ExtendWith(Sites.class)
class SampleCallsTest {
  @TempDir private Path folder;

  private static List<String> calls(Site site) throws Exception {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      HtmlPage page = browser.getPage(site.at("models/" + Odd.NAME).toString());
      return page.querySelectorAll("#calls code").stream()
          .map(code -> ((DomElement) code).getTextContent())
          .toList();
    }
  }

  /** What the command prints; what is not installed ends the test, and Java always is. */
  private String run(String file, String text, String... command) throws Exception {
    Path script = Files.writeString(folder.resolve(file), text);
    String[] whole = new String[command.length + 1];
    System.arraycopy(command, 0, whole, 0, command.length);
    whole[command.length] = script.toString();
    Assumptions.assumeTrue(isInstalled(command[0]), command[0] + " is not installed");
    Path out = folder.resolve(file + ".out");
    Process process =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
    return Files.readString(out);
  }

  private static boolean isInstalled(String program) {
    return Files.isExecutable(Path.of(program))
        || List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static void isAnswered(String printed) {
    assertTrue(printed.contains("prediction_id") && printed.contains("όχι"), printed);
  }

  @Test
  void eachProgramIsAnswered() throws Exception {
    try (Site site = Site.start(List.of(Odd.seed()))) {
      List<String> calls = calls(site);
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      isAnswered(run("Ask.java", calls.get(1), java, "-Dstdout.encoding=UTF-8"));
      isAnswered(run("ask.sh", calls.get(0), "sh"));
      isAnswered(run("ask.py", calls.get(2), "python3", "-X", "utf8"));
      isAnswered(run("ask.js", calls.get(3), "node"));
    }
  }

  @Test
  void aMissingValueIsNullInEachLanguage(Site site) throws Exception {
    String page = site.get("?sepal_length=&sepal_width=x").body();
    assertEquals(3, page.split("&#034;sepal_length&#034;: ?null", -1).length - 1, page);
    assertTrue(page.contains("&#034;sepal_length&#034;: None,"), page);
    assertTrue(page.contains("&#034;sepal_width&#034;: &#034;x&#034;,"), page);
  }
}
