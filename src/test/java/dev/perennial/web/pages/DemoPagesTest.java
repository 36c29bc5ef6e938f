package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** On a server of its own, which nobody has asked anything. */
class DemoPagesTest {
  private static final String EMPTY = "This server has not been asked anything yet";

  private static HtmlPage open(WebClient browser, Site site, String path) throws Exception {
    return browser.getPage(site.at(path).toString());
  }

  private static HtmlForm form(HtmlPage page, String action) {
    return page.getForms().stream()
        .filter(form -> form.getActionAttribute().endsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form for " + action + " in " + page.asXml()));
  }

  private static HtmlPage click(HtmlPage page, String action) throws Exception {
    HtmlButton button = (HtmlButton) form(page, action).getElementsByTagName("button").get(0);
    return button.click();
  }

  private static HtmlPage await(WebClient browser, Site site, String path, String text)
      throws Exception {
    HtmlPage page = open(browser, site, path);
    for (int i = 0; i < 300 && !page.asNormalizedText().contains(text); i++) {
      Thread.sleep(100);
      page = open(browser, site, path);
    }
    assertTrue(page.asNormalizedText().contains(text), page.asNormalizedText());
    return page;
  }

  @Test
  void anEmptyServerSaysWhatToDoAndPlaysTheDemoWithoutAScript() throws Exception {
    Map<String, String> quick =
        Map.of("perennial.demo.rows-per-second", "100", "perennial.monitor.tick", "1s");
    try (Site site = Site.start(quick);
        WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      browser.setRefreshHandler((page, url, seconds) -> {});
      String first = open(browser, site, "").asNormalizedText();
      assertTrue(first.contains(EMPTY));
      assertTrue(first.indexOf(EMPTY) < first.indexOf("Sepal Length"), "before the form");
      HtmlPage monitor = open(browser, site, "monitor");
      assertTrue(monitor.asNormalizedText().contains(EMPTY));
      HtmlPage demo = monitor.getAnchorByText("See the three-minute demo").click();
      assertTrue(demo.getForms().isEmpty(), "a stranger can start nothing");

      HtmlPage signIn = demo.getAnchorByText("Sign in to play it").click();
      HtmlForm in = form(signIn, "/sign-in");
      in.getInputByName("name").type("admin");
      in.getInputByName("password").type(Site.PASSWORD);
      HtmlPage ready = click(signIn, "/sign-in");
      HtmlPage playing = click(ready, "/demo/play");
      assertEquals("/demo", playing.getUrl().getPath());
      HtmlPage steady = await(browser, site, "demo", "1 of 5: Steady traffic");
      assertTrue(steady.getWebResponse().getContentAsString().contains("http-equiv=\"refresh\""));
      assertTrue(steady.asNormalizedText().contains("What you should see:"));
      await(browser, site, "monitor/iris-demo", "demo rows, of made-up flowers");
      assertTrue(open(browser, site, "").asNormalizedText().contains(EMPTY), "of itself, it is");

      click(open(browser, site, "demo"), "/demo/stop");
      HtmlPage ended = await(browser, site, "demo", "It was stopped.");
      click(ended, "/demo/remove");
      await(browser, site, "demo", "See it at work in three minutes");
      assertFalse(open(browser, site, "models").asNormalizedText().contains("iris-demo"));

      site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
      assertFalse(open(browser, site, "").asNormalizedText().contains(EMPTY));
      assertFalse(open(browser, site, "monitor").asNormalizedText().contains(EMPTY));
    }
  }
}
