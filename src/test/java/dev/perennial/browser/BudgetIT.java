package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each page costs a reader who comes for the first time, and one who comes again. Printed;
 * asserted are the bytes of the first page and that nobody but the server is asked.
 */
@Tag("suite")
class BudgetIT {
  private static final long FIRST_PAGE_BYTES = 100_000;
  private static final List<String> PAGES =
      List.of(
          "",
          "monitor",
          "monitor/healthy",
          "monitor/drifting",
          "monitor/wide",
          "monitor/wide?all=true",
          "models/iris/versions",
          "sign-in",
          "no/such/page");

  private static Site site;
  private static Stage stage;
  private static Browser browser;

  /** A page once loaded. */
  private record Load(Traffic traffic, double firstPaint) {}

  @BeforeAll
  static void start() throws Exception {
    site = Site.start("/", "iris");
    stage = Stage.over(site);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    stage.close();
    site.close();
  }

  private static Load load(URI address) {
    browser.open(address);
    browser.awaitTrue("return performance.getEntriesByType('paint').length > 0");
    browser.settle();
    Traffic traffic = browser.traffic();
    assertEquals(List.of(), traffic.elsewhere(address));
    return new Load(traffic, browser.firstPaint().orElseThrow());
  }

  @Test
  void everyPageIsSmallAndAsksNobodyElse() {
    browser.open(stage.at("monitor/drifting"));
    Traffic warmUp = browser.traffic();
    assertFalse(warmUp.addresses().isEmpty());
    System.out.println(
        "| page | bytes | requests | first paint, ms | again: bytes | requests | first paint, ms |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String path : PAGES) {
      URI address = stage.at(path);
      browser.forget();
      Load first = load(address);
      Load again = load(address);
      System.out.printf(
          Locale.ROOT,
          "| /%s | %,d | %d | %.0f | %,d | %d | %.0f |%n",
          path,
          first.traffic.bytes(),
          first.traffic.addresses().size(),
          first.firstPaint,
          again.traffic.bytes(),
          again.traffic.addresses().size(),
          again.firstPaint);
      assertTrue(again.traffic.bytes() < first.traffic.bytes(), "nothing is kept of /" + path);
      if (path.isEmpty()) {
        assertTrue(first.traffic.bytes() < FIRST_PAGE_BYTES, first::toString);
      }
    }
  }
}
