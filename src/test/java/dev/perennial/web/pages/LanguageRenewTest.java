package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.web.LongPetals;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/**
 * The pages of renewing in the language of {@link LanguagePagesTest}: whole pages after real
 * retrainings, on servers of their own.
 */
class LanguageRenewTest {
  /** Names, labels, schemes, and what people typed. */
  private static final String[] NAMES = {
    "Iris",
    "iris",
    "species",
    "Species",
    "admin",
    "account",
    "because",
    "weka",
    "Weka",
    "Java",
    "classifiers",
    "functions",
    "Logistic",
    "Sepal",
    "Length",
    "Petal",
    "Width",
    "cm",
    "R",
    "M",
    "num",
    "decimal",
    "places",
    "sepal_length",
    "sepal",
    "length",
    "petal",
    "width",
    "setosa",
    "versicolor",
    "virginica",
    "system",
    "Run",
    "first",
    "start"
  };

  /** Who trained the seed, on the page of the comparison. */
  private static final List<String> TRAINER = List.of("the", "project");

  private static List<String> strangers(HtmlPage page) {
    return LanguagePagesTest.strangers(page, "nothing", NAMES);
  }

  private static HtmlPage open(WebClient browser, Site site, String path) throws Exception {
    return LanguagePagesTest.open(browser, site, path);
  }

  private static WebClient signedIn(Site site) throws Exception {
    WebClient browser = LanguagePagesTest.browser("vo");
    browser.setRefreshHandler((page, url, seconds) -> {});
    LanguagePagesTest.signIn(browser, site);
    return browser;
  }

  private static HtmlPage click(HtmlForm form) throws Exception {
    return ((DomElement) form.querySelector("button")).click();
  }

  private static HtmlForm form(HtmlPage page, String action) {
    return page.getForms().stream()
        .filter(form -> form.getActionAttribute().endsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form for " + action));
  }

  /** Starts a retraining and looks at every state of its page until it has ended. */
  private static HtmlPage retrained(WebClient browser, Site site) throws Exception {
    HtmlPage retrain = open(browser, site, "models/iris/retrain");
    assertEquals(List.of(), strangers(retrain));
    HtmlForm start = form(retrain, "/retrain");
    start.getInputByName("reason").type("because");
    HtmlPage now = click(start);
    for (int i = 0; i < 600 && now.getElementById("progress") != null; i++) {
      assertEquals(List.of(), strangers(now));
      Thread.sleep(50);
      now = browser.getPage(now.getUrl());
    }
    return now;
  }

  /** What stands on the monitoring page of what is done without anybody asking. */
  private static List<String> upkeep(WebClient browser, Site site) throws Exception {
    DomElement part = open(browser, site, "monitor/iris").getElementById("upkeep");
    for (int i = 0; i < 100 && !part.asNormalizedText().contains("⟦The champion"); i++) {
      Thread.sleep(100);
      part = open(browser, site, "monitor/iris").getElementById("upkeep");
    }
    assertTrue(part.asNormalizedText().contains("⟦The champion"), part.asNormalizedText());
    return LanguagePagesTest.strangers(part, "code", NAMES);
  }

  @Test
  void everyWordAfterARefusedRetrainingStandsInTheTexts() throws Exception {
    try (Site site = Site.start("/", "iris");
        WebClient browser = signedIn(site)) {
      HtmlPage run = retrained(browser, site);
      assertEquals(List.of(), strangers(run));
      assertTrue(run.asNormalizedText().contains("⟦refused"), run.asNormalizedText());
      assertEquals(List.of(), strangers(open(browser, site, "models/iris/versions")));
      HtmlPage compared = open(browser, site, "models/iris/compare?a=1&b=2");
      assertTrue(TRAINER.containsAll(strangers(compared)), strangers(compared).toString());
    }
  }

  @Test
  void everyWordAfterAnAdmittedRetrainingStandsInTheTexts() throws Exception {
    Map<String, String> settings =
        Map.of(
            "perennial.policy.staleness", "true",
            "perennial.monitor.tick", "1s");
    try (Site site = Site.start(settings);
        WebClient browser = signedIn(site)) {
      LongPetals.come(site, 900);
      HtmlPage run = retrained(browser, site);
      assertEquals(List.of(), strangers(run));
      assertTrue(run.asNormalizedText().contains("⟦admitted"), run.asNormalizedText());
      LongPetals.come(site, 100);
      assertEquals(List.of(), strangers(open(browser, site, "models/iris/versions")));
      HtmlPage models = open(browser, site, "models");
      String names = "th[scope=row], td:nth-child(3), td:nth-child(4)";
      assertEquals(List.of(), LanguagePagesTest.strangers(models, names, NAMES));
      assertEquals(List.of(), upkeep(browser, site));
      HtmlPage compared = open(browser, site, "models/iris/compare?a=1&b=2");
      assertTrue(TRAINER.containsAll(strangers(compared)), strangers(compared).toString());
      assertTrue(compared.asNormalizedText().contains("⟦F1 of ⟧setosa"), "nothing was judged");
    }
  }
}
