package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The guided demo from an empty server to its removal, with the rules as they are, four times as
 * fast. It leaves pictures: {@code mvn -Psuites verify -Dit.test=DemoIT -Dpictures=docs/pictures}
 * makes those of the README.
 */
@Tag("suite")
class DemoIT {
  private static final Path PICTURES =
      Path.of(System.getProperty("pictures", Browser.PICTURES.resolve("demo").toString()));
  private static final Look README = new Look("readme", 1120, 760, false);
  private static final String MONITOR = "monitor/iris-demo?window=15m";

  private static final Map<String, String> QUICK =
      Map.of("perennial.demo.rows-per-second", "64", "perennial.monitor.tick", "2s");

  private void awaitText(Site site, Browser browser, String path, String text) throws Exception {
    long start = System.nanoTime();
    browser.open(site.at(path));
    while (!browser.text("main").contains(text)) {
      assertTrue(
          System.nanoTime() - start < 90_000_000_000L,
          () -> text + " never in " + browser.text("main"));
      Thread.sleep(300);
      browser.open(site.at(path));
    }
  }

  private void photograph(Browser browser, String name) throws IOException {
    browser.settle();
    browser.photograph(PICTURES.resolve("demo-" + name + ".png"));
  }

  private void awaitDiagnosis(Site site, Browser browser, String wanted) throws Exception {
    long start = System.nanoTime();
    browser.open(site.at(MONITOR));
    while (!browser.text("#diagnosis .status").equals(wanted)) {
      assertTrue(
          System.nanoTime() - start < 90_000_000_000L,
          () -> wanted + " never in " + browser.text("#diagnosis"));
      Thread.sleep(300);
      browser.open(site.at(MONITOR));
    }
  }

  @Test
  void theAlarmRisesTheModelIsRetrainedAndRecoversAndNothingIsLeft() throws Exception {
    try (Site site = Site.start(QUICK);
        Browser browser = Browser.start()) {
      browser.look(README);
      browser.open(site.at(""));
      assertTrue(browser.text("#welcome").contains("What to do next"));
      browser.open(site.at("monitor"));
      photograph(browser, "1-empty");
      browser.followLink("See the three-minute demo");
      browser.followLink("Sign in to play it");
      browser.type("#name", "admin");
      browser.type("#password", Site.PASSWORD);
      browser.followButton("Sign in");
      browser.followButton("Play the demo");

      awaitText(site, browser, "demo", "2 of 5: Petals grow");
      awaitText(site, browser, MONITOR, "Inputs moved (petal_length)");
      assertTrue(browser.text("#drift").contains("petal_length"), browser.text("#drift"));
      assertTrue(browser.text("#made-up").contains("demo rows"));
      photograph(browser, "2-moved");
      browser.open(site.at("demo"));
      photograph(browser, "3-story");
      awaitDiagnosis(site, browser, "Harmful shift");
      photograph(browser, "4-harmful");
      awaitText(site, browser, "models/iris-demo/retrain", "so the rows since then are chosen");
      String chosen = "return document.querySelector('[name=rows]:checked').value";
      assertEquals("since-drift", browser.run(chosen));
      awaitText(site, browser, "demo", "5 of 5: Recovery");
      browser.followLink("The run, and why the gate decided as it did");
      assertTrue(browser.text("main").contains("The gate admitted version 2"));
      assertTrue(browser.text("main").contains("What the candidate loses"));
      photograph(browser, "5-run");
      awaitText(site, browser, "demo", "The demo is over");
      awaitDiagnosis(site, browser, "Healthy");
      photograph(browser, "6-healthy");
      browser.look(README.inTheDark());
      photograph(browser, "7-dark");
      assertEquals(List.of(), browser.errors());

      browser.open(site.at("demo"));
      browser.followButton("Remove the demo");
      awaitText(site, browser, "demo", "See it at work in three minutes");
      browser.open(site.at("monitor"));
      assertTrue(browser.text("#welcome").contains("What to do next"));
      assertFalse(site.get("api/v1/models").body().contains("iris-demo"));
    }
  }
}
