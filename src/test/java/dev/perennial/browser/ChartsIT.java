package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Charts by keyboard and on paper, and times as how long ago. */
@Tag("suite")
@ExtendWith(Sites.class)
class ChartsIT {
  private static final String LIVE = "#chart-performance .live";
  private static Stage stage;
  private static Browser browser;

  @BeforeAll
  static void start(Site site) throws Exception {
    stage = Stage.over(site);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    stage.close();
  }

  @BeforeEach
  void openAModel() {
    browser.look(Look.DESK);
    browser.open(stage.at("monitor/drifting"));
    browser.awaitTrue("return document.querySelector('" + LIVE + "') !== null");
  }

  @AfterEach
  void theConsoleIsEmpty() {
    assertEquals(List.of(), browser.errors());
  }

  private static String spoken(CharSequence keys) {
    browser.press(keys);
    return browser.run("return document.querySelector('" + LIVE + " [role=status]').textContent")
        + "";
  }

  @Test
  void arrowKeysTellEachValueWithItsBandAndItsRows() {
    browser.run("document.querySelector('" + LIVE + "').focus()");
    String last = spoken(Keys.END);
    assertTrue(
        last.matches(".*; Accuracy from labels 0\\.\\d+ \\(0\\.\\d+ to [01]\\.\\d+\\); .*"), last);
    assertTrue(last.endsWith("; Labels 74, Rows 74"), last);
    assertNotEquals(last, spoken(Keys.ARROW_LEFT));
    assertEquals(last, spoken(Keys.ARROW_RIGHT));
    String zoomed = spoken("+");
    assertEquals(last, zoomed);
    String first = spoken(Keys.HOME);
    spoken(Keys.ESCAPE);
    assertNotEquals(first, spoken(Keys.HOME));
  }

  @Test
  void timesAreToldAsHowLongAgoAndExactOnHoverAndOnPaper() {
    String read = "return [...document.querySelectorAll('#where time')].pop().";
    String ago = browser.run(read + "textContent") + "";
    assertTrue(ago.matches("\\d+ \\w+ ago|[A-Z][a-z]+ \\d+, \\d{4}|now"), ago);
    String title = browser.run(read + "title") + "";
    assertTrue(title.endsWith(" · 2026-11-24 09:30 UTC"), title);
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assertTrue((browser.run(read + "textContent") + "").contains(":"), "on paper");
    browser.run("dispatchEvent(new Event('afterprint'))");
    assertEquals(ago, browser.run(read + "textContent"));
    assertFalse(browser.text("#chart-performance .events").contains("ago"));
  }

  @Test
  void theServersDrawingWaitsForPaper() {
    String shown =
        "return getComputedStyle(document.querySelector('#chart-performance .plot > svg')).display";
    assertEquals("none", browser.run(shown));
    assertEquals(1L, browser.run("return document.querySelectorAll('" + LIVE + " canvas').length"));
  }
}
