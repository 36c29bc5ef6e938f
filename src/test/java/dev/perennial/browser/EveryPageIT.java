package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page in every state, light and dark, on a phone, a desk and a wall: no violation of WCAG
 * 2.2 AA that axe-core finds, nothing beyond the right edge, nothing in the console.
 */
@Tag("suite")
class EveryPageIT {
  private static Site site;
  private static Stage stage;
  private static Browser browser;
  private static Axe axe;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start("/", "iris");
    stage = Stage.over(site);
    browser = Browser.start();
    axe = new Axe();
    States.makeReader(site);
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    stage.close();
    site.close();
  }

  @TestFactory
  Stream<DynamicTest> isForEverybody() {
    String wanted = System.getProperty("states", ".*");
    return States.on(stage).stream()
        .filter(shown -> shown.name().matches(wanted))
        .map(shown -> DynamicTest.dynamicTest(shown.name(), () -> check(shown)));
  }

  private static void check(Shown shown) throws Exception {
    List<String> faults = new ArrayList<>();
    for (boolean dark : List.of(false, true)) {
      browser.look(dark ? Look.DESK.inTheDark() : Look.DESK);
      shown.way().lead(browser);
      if (browser.status() != shown.status()) {
        faults.add("status " + browser.status());
      }
      for (Look size : Look.WIDTHS) {
        look(shown, dark ? size.inTheDark() : size, faults);
      }
      browser.errors().forEach(found -> faults.add("console: " + found));
    }
    assertTrue(faults.isEmpty(), () -> shown + "\n" + String.join("\n", faults));
  }

  private static void look(Shown shown, Look look, List<String> faults) throws IOException {
    browser.look(look);
    browser.settle();
    if (!shown.repeats()) {
      List<String> found = look.dark() ? axe.unreadable(browser) : axe.violations(browser);
      found.forEach(each -> faults.add(look + ": " + each));
    }
    browser.overflow().forEach(each -> faults.add(look + ": too wide: " + each));
    browser.picture(shown.name() + "-" + look);
  }
}
