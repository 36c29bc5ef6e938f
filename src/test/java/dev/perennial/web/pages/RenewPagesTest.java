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

  private static String notice(HtmlPage page) {
    return page.querySelector(".notice[role=status]").asNormalizedText();
  }

  /** A form that was made for another champion changes nothing. */
  private static void goesBackOnce(HtmlPage promoted) throws Exception {
    HtmlForm rollBack = form(promoted, "/roll-back");
    assertEquals("Roll back to version 1", rollBack.asNormalizedText());
    HtmlPage back = click(rollBack);
    assertTrue(back.asNormalizedText().contains("Version 1 answers, after version 2"));
    assertEquals("Rolled back: version 1 answers now.", notice(back));
    assertFalse(back.asNormalizedText().contains("Roll back"), back.asNormalizedText());
    HtmlPage stale = click(rollBack);
    assertEquals(409, stale.getWebResponse().getStatusCode());
    String said = stale.asNormalizedText();
    assertTrue(said.contains("version 1 answers now, no more version 2"), said);
    HtmlForm again =
        back.getForms().stream()
            .filter(form -> form.asNormalizedText().equals("Promote version 2 again"))
            .findFirst()
            .orElseThrow();
    HtmlPage forward = click(again);
    assertTrue(forward.asNormalizedText().contains("promoted again after a roll-back"));
    assertEquals(409, click(again).getWebResponse().getStatusCode());
    assertEquals("Roll back to version 1", form(forward, "/roll-back").asNormalizedText());
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
      assertTrue(notice(shadowed).contains("in the shadow of version 1"), notice(shadowed));
      HtmlPage withdrawn = click(form(shadowed, "/withdraw"));
      assertTrue(withdrawn.asNormalizedText().contains("Version 2 is withdrawn"));
      assertTrue(notice(withdrawn).startsWith("The challenger is withdrawn"), notice(withdrawn));
      HtmlPage again = click(form(shadowed, "/withdraw"));
      assertEquals(409, again.getWebResponse().getStatusCode());
      assertTrue(again.asNormalizedText().contains("version 2 is not the challenger"));
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
      assertEquals("Version 2 answers now.", notice(promoted));
      String table = promoted.getElementsByTagName("table").get(0).asNormalizedText();
      assertTrue(table.contains("Accuracy against version 1: "), table);
      String card = open(browser, site, "models/iris").asNormalizedText();
      assertTrue(card.contains("120 of the first version’s training data ("), card);
      goesBackOnce(promoted);
      String plain = open(browser, site, "models/iris/versions?done=%3Cb%3E").asXml();
      assertFalse(plain.contains("role=\"status\""), plain);
      assertEquals(404, open(browser, site, "runs/99").getWebResponse().getStatusCode());
      assertEquals(
          404, open(browser, site, "models/rose/versions").getWebResponse().getStatusCode());
    }
  }
}
