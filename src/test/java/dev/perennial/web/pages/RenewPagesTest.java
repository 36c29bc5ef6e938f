package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.web.Hostile;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** On a server of its own: what it does to a model would surprise other tests. */
class RenewPagesTest {
  private static HtmlPage open(WebClient browser, Site site, String path) throws Exception {
    return browser.getPage(site.at(path).toString());
  }

  private static HtmlPage ended(WebClient browser, HtmlPage page) throws Exception {
    HtmlPage now = page;
    for (int i = 0; i < 300 && now.asNormalizedText().contains("In progress"); i++) {
      Thread.sleep(100);
      now = browser.getPage(now.getUrl());
    }
    return now;
  }

  private static HtmlForm form(HtmlPage page, String action) {
    return page.getForms().stream()
        .filter(form -> form.getActionAttribute().endsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form for " + action + " in " + page.asXml()));
  }

  private static HtmlPage click(HtmlForm form) throws Exception {
    HtmlButton button = (HtmlButton) form.getElementsByTagName("button").get(0);
    return button.click();
  }

  @Test
  void aVisitorSignsInRetrainsReadsWhyPromotesAndRollsBack() throws Exception {
    try (Site site = Site.start("/", "iris");
        WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
      browser.setRefreshHandler((page, url, seconds) -> {});
      HtmlPage hostile = open(browser, site, "models/" + Hostile.NAME + "/versions");
      assertTrue(hostile.getBody().asNormalizedText().contains(Hostile.TITLE));
      HtmlPage versions = open(browser, site, "models/iris/versions");
      assertEquals(200, versions.getWebResponse().getStatusCode());
      assertFalse(versions.asNormalizedText().contains("Roll back"));
      String own = versions.getUrl().getPath();
      assertTrue(versions.getAnchors().stream().noneMatch(a -> a.getHrefAttribute().equals(own)));
      HtmlPage signIn = versions.getAnchorByText("Retrain").click();
      HtmlForm in = form(signIn, "/sign-in");
      in.getInputByName("name").type("admin");
      in.getInputByName("password").type(Site.PASSWORD);
      HtmlPage retrain = click(in);
      HtmlForm start = form(retrain, "/retrain");
      assertEquals("all", start.getCheckedRadioButton("rows").getValueAttribute());
      String choices = start.asNormalizedText();
      assertTrue(choices.contains("120 rows of version 1’s training data and 0 labelled"), choices);
      assertTrue(choices.contains("The 0 labelled rows of the last 30 days"), choices);
      assertTrue(choices.contains("That leaves too few to learn from: 20 are needed."), choices);
      assertTrue(choices.contains("No drift is confirmed now"), choices);
      start.getInputByName("reason").type("<b>because</b>");
      HtmlPage run = ended(browser, click(start));
      String story = run.asNormalizedText();
      assertTrue(story.contains("refused"), story);
      assertTrue(story.contains("<b>because</b>"), story);
      assertFalse(story.contains("0.000 ± 0.00"), story);
      assertTrue(story.contains("rows were judged that neither model was trained on"), story);
      HtmlForm change = form(run, "/promote");
      change.getInputByName("reason").type("it may be better");
      HtmlButton shadow = (HtmlButton) change.getElementsByTagName("button").get(1);
      HtmlPage shadowed = shadow.click();
      assertTrue(shadowed.asNormalizedText().contains("Version 2 is the challenger"));
      String life = open(browser, site, "models/iris").asNormalizedText();
      assertTrue(life.contains("Where it is in its life"), life);
      assertTrue(life.contains("no policy is on"), life);
      assertTrue(
          open(browser, site, "monitor/iris")
              .asNormalizedText()
              .contains("Where it is in its life"));
      assertFalse(open(browser, site, "").asNormalizedText().contains("Where it is in its life"));
      HtmlPage after = run.getAnchorByText("All versions").click();
      HtmlPage compared = click(form(after, "/compare"));
      String pair = compared.asNormalizedText();
      assertTrue(pair.contains("Version 1 beside version 2"), pair);
      assertTrue(pair.contains("Only 0 labelled rows are newer"), pair);
      assertTrue(pair.contains("<b>because</b>"), pair);
      assertTrue(pair.contains("What they lean on"), pair);
      assertEquals(
          404, open(browser, site, "models/iris/compare?a=1").getWebResponse().getStatusCode());
      HtmlForm promote = form(after, "/promote");
      promote.getInputByName("reason").type("let us see");
      HtmlPage promoted = click(promote);
      assertTrue(promoted.asNormalizedText().contains("Version 2 answers, after version 1"));
      HtmlPage back = click(form(promoted, "/roll-back"));
      assertTrue(back.asNormalizedText().contains("Version 1 answers, after version 2"));
      assertEquals(404, open(browser, site, "runs/99").getWebResponse().getStatusCode());
      assertEquals(
          404, open(browser, site, "models/rose/versions").getWebResponse().getStatusCode());
    }
  }
}
