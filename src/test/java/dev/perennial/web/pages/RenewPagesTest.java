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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server for each test: what it does to a model would surprise others. */
class RenewPagesTest {
  private Site site;
  private WebClient browser;

  @BeforeEach
  void open() throws Exception {
    site = Site.start("/", "iris");
    browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    browser.setRefreshHandler((page, url, seconds) -> {});
  }

  @AfterEach
  void close() throws Exception {
    browser.close();
    site.close();
  }

  private HtmlPage open(String path) throws Exception {
    return browser.getPage(site.at(path).toString());
  }

  private HtmlPage ended(HtmlPage page) throws Exception {
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

  private static HtmlPage signedIn(HtmlPage signIn) throws Exception {
    HtmlForm in = form(signIn, "/sign-in");
    in.getInputByName("name").type("admin");
    in.getInputByName("password").type(Site.PASSWORD);
    return click(in);
  }

  /** The page of a run that has ended; its version 2 is refused. */
  private HtmlPage retrained() throws Exception {
    signedIn(open("sign-in"));
    HtmlForm start = form(open("models/iris/retrain"), "/retrain");
    start.getInputByName("reason").type("<b>because</b>");
    return ended(click(start));
  }

  private HtmlPage promoted() throws Exception {
    HtmlPage run = retrained();
    HtmlForm promote = form(run, "/promote");
    promote.getInputByName("reason").type("let us see");
    return click(promote);
  }

  private static HtmlForm again(HtmlPage back) {
    return back.getForms().stream()
        .filter(form -> form.asNormalizedText().equals("Promote version 2 again"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVisitorSignsInRetrainsAndReadsWhy() throws Exception {
    HtmlPage versions = open("models/iris/versions");
    assertEquals(200, versions.getWebResponse().getStatusCode());
    assertFalse(versions.asNormalizedText().contains("Roll back"));
    String own = versions.getUrl().getPath();
    assertTrue(versions.getAnchors().stream().noneMatch(a -> a.getHrefAttribute().equals(own)));
    HtmlPage retrain = signedIn(versions.getAnchorByText("Retrain").click());
    HtmlForm start = form(retrain, "/retrain");
    assertEquals("all", start.getCheckedRadioButton("rows").getValueAttribute());
    String choices = start.asNormalizedText();
    assertTrue(choices.contains("120 rows of version 1’s training data and 0 labelled"), choices);
    assertTrue(choices.contains("The 0 labelled rows of the last 30 days"), choices);
    assertTrue(choices.contains("That leaves too few to learn from: 20 are needed."), choices);
    assertTrue(choices.contains("No drift is confirmed now"), choices);
    start.getInputByName("reason").type("<b>because</b>");
    String story = ended(click(start)).asNormalizedText();
    assertTrue(story.contains("refused"), story);
    assertTrue(story.contains("<b>because</b>"), story);
    assertFalse(story.contains("0.000 ± 0.00"), story);
    assertTrue(story.contains("rows were judged that neither model was trained on"), story);
    assertTrue(story.contains("The gate refused version 2."), story);
    assertTrue(story.contains("Enough rows"), story);
  }

  @Test
  void aChallengerIsWithdrawnOnce() throws Exception {
    HtmlForm change = form(retrained(), "/promote");
    change.getInputByName("reason").type("it may be better");
    HtmlPage shadowed = ((HtmlButton) change.getElementsByTagName("button").get(1)).click();
    assertTrue(shadowed.asNormalizedText().contains("Version 2 is the challenger"));
    assertTrue(notice(shadowed).contains("in the shadow of version 1"), notice(shadowed));
    HtmlPage withdrawn = click(form(shadowed, "/withdraw"));
    assertTrue(withdrawn.asNormalizedText().contains("Version 2 is withdrawn"));
    assertTrue(notice(withdrawn).startsWith("The challenger is withdrawn"), notice(withdrawn));
    HtmlPage again = click(form(shadowed, "/withdraw"));
    assertEquals(409, again.getWebResponse().getStatusCode());
    assertTrue(again.asNormalizedText().contains("version 2 is not the challenger"));
  }

  @Test
  void aModelsPagesTellWhereItIsInItsLife() throws Exception {
    String life = open("models/iris").asNormalizedText();
    assertTrue(life.contains("Where it is in its life"), life);
    assertTrue(life.contains("no policy is on"), life);
    assertTrue(open("monitor/iris").asNormalizedText().contains("Where it is in its life"));
    assertFalse(open("").asNormalizedText().contains("Where it is in its life"));
  }

  @Test
  void twoVersionsStandSideBySide() throws Exception {
    HtmlPage versions = retrained().getAnchorByText("All versions").click();
    String pair = click(form(versions, "/compare")).asNormalizedText();
    assertTrue(pair.contains("Version 1 beside version 2"), pair);
    assertTrue(pair.contains("Only 0 labelled rows are newer"), pair);
    assertTrue(pair.contains("<b>because</b>"), pair);
    assertTrue(pair.contains("What they lean on"), pair);
    assertEquals(404, open("models/iris/compare?a=1").getWebResponse().getStatusCode());
  }

  @Test
  void aPromotionSaysSo() throws Exception {
    HtmlPage promoted = promoted();
    assertTrue(promoted.asNormalizedText().contains("Version 2 answers, after version 1"));
    assertEquals("Version 2 answers now.", notice(promoted));
    String table = promoted.getElementsByTagName("table").get(0).asNormalizedText();
    assertTrue(table.contains("Accuracy against version 1: "), table);
    String card = open("models/iris").asNormalizedText();
    assertTrue(card.contains("120 of the first version’s training data ("), card);
  }

  /** A form that was made for another champion changes nothing. */
  @Test
  void aVersionIsRolledBackOnce() throws Exception {
    HtmlForm rollBack = form(promoted(), "/roll-back");
    assertEquals("Roll back to version 1", rollBack.asNormalizedText());
    HtmlPage back = click(rollBack);
    assertTrue(back.asNormalizedText().contains("Version 1 answers, after version 2"));
    assertEquals("Rolled back: version 1 answers now.", notice(back));
    assertFalse(back.asNormalizedText().contains("Roll back"), back.asNormalizedText());
    HtmlPage stale = click(rollBack);
    assertEquals(409, stale.getWebResponse().getStatusCode());
    String said = stale.asNormalizedText();
    assertTrue(said.contains("version 1 answers now, no more version 2"), said);
  }

  @Test
  void aVersionIsPromotedAgainOnceAfterARollBack() throws Exception {
    HtmlForm again = again(click(form(promoted(), "/roll-back")));
    HtmlPage forward = click(again);
    assertTrue(forward.asNormalizedText().contains("promoted again after a roll-back"));
    assertEquals(409, click(again).getWebResponse().getStatusCode());
    assertEquals("Roll back to version 1", form(forward, "/roll-back").asNormalizedText());
  }

  @Test
  void whatIsNotThereIsNotFoundAndHostileNamesAreText() throws Exception {
    HtmlPage hostile = open("models/" + Hostile.NAME + "/versions");
    assertTrue(hostile.getBody().asNormalizedText().contains(Hostile.TITLE));
    String plain = open("models/iris/versions?done=%3Cb%3E").asXml();
    assertFalse(plain.contains("role=\"status\""), plain);
    for (String missing : new String[] {"runs/99", "models/rose/versions"}) {
      HtmlPage page = open(missing);
      assertEquals(404, page.getWebResponse().getStatusCode(), missing);
    }
  }
}
