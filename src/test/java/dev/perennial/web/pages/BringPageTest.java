package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A table becomes a model that answers, in a browser without JavaScript. */
@ExtendWith(Sites.class)
class BringPageTest {
  @TempDir Path folder;

  /** Names and values that try to break out; a code, an empty column, numbers with odd ones. */
  private static String table() {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("\"<b>it's</b>\",\"pay & \"\"x\"\"\",odd,empty,class\n");
    for (int i = 0; i < 120; i++) {
      boolean yes = random.nextBoolean();
      csv.append(yes ? "\"<i>o'ne</i>, two\"" : "three \\ four").append(',');
      csv.append(yes ? 10 + random.nextInt(5) : random.nextInt(12)).append(',');
      csv.append(i % 40 == 7 ? "n/a" : Integer.toString(random.nextInt(900))).append(",,");
      csv.append(yes ? "\"=yes \"\"q\"\"\"" : "no").append('\n');
    }
    return csv.toString();
  }

  private static WebClient signedIn(Site site) throws Exception {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    browser.setRefreshHandler((page, url, seconds) -> {});
    HtmlPage signIn = browser.getPage(site.at("sign-in").toString());
    ((HtmlInput) signIn.getElementById("name")).setValue("admin");
    ((HtmlInput) signIn.getElementById("password")).setValue(Site.PASSWORD);
    DomElement button = signIn.querySelector("form.card button");
    button.click();
    return browser;
  }

  private HtmlPage upload(Site site, WebClient browser, String name, String text) throws Exception {
    HtmlPage page = browser.getPage(site.at("admin/models").toString());
    File file = Files.writeString(folder.resolve(name), text).toFile();
    ((HtmlFileInput) page.getElementById("table")).setFiles(file);
    DomElement button = page.querySelector("form.card button");
    return button.click();
  }

  private static HtmlPage train(HtmlPage page) throws Exception {
    return page.<HtmlElement>querySelector("input[value=train]")
        .getEnclosingElement("form")
        .<DomElement>querySelector("button")
        .click();
  }

  private static HtmlPage settled(WebClient browser, HtmlPage page) throws Exception {
    HtmlPage now = page;
    for (int i = 0; i < 600 && now.querySelector("progress") != null; i++) {
      Thread.sleep(100);
      now = browser.getPage(page.getUrl());
    }
    return now;
  }

  private static HtmlSelect kind(HtmlPage page, int column) {
    return (HtmlSelect) page.getElementById("kind" + column);
  }

  private static String text(HtmlPage page) {
    return page.querySelector("main").asNormalizedText();
  }

  @Test
  void aTableIsLookedAtCorrectedTrainedJudgedAndAnswers() throws Exception {
    try (Site site = Site.start(Map.of());
        WebClient browser = signedIn(site)) {
      HtmlPage page = upload(site, browser, "Loans 2026.csv", table());
      assertEquals(200, page.getWebResponse().getStatusCode(), text(page));
      assertEquals("nominal", kind(page, 0).getSelectedOptions().get(0).getValueAttribute());
      assertEquals("numeric", kind(page, 1).getSelectedOptions().get(0).getValueAttribute());
      assertEquals("", kind(page, 3).getSelectedOptions().get(0).getValueAttribute());
      assertTrue(text(page).contains("are numbers, not so “n/a”"), text(page));
      assertEquals("Loans-2026", ((HtmlInput) page.getElementById("model")).getValue());

      kind(page, 2).setSelectedAttribute("numeric", true);
      ((HtmlInput) page.getElementById("model")).setValue("loans");
      ((HtmlInput) page.getElementById("scheme")).setValue("J48 -C 0.2");
      page = settled(browser, train(page));
      assertTrue(text(page).contains("It predicts class by J48 -C 0.2"), text(page));
      assertEquals(404, site.predict("loans", new byte[0]).statusCode());

      page =
          page.<HtmlElement>querySelector("input[value=deploy]")
              .getEnclosingElement("form")
              .<DomElement>querySelector("button")
              .click();
      page = settled(browser, page);
      assertTrue(text(page).contains("loans answers"), text(page));
      HtmlPage form = browser.getPage(site.at("models/loans").toString());
      assertTrue(text(form).contains("<i>o'ne</i>, two"), text(form));
      assertEquals(
          200,
          browser.getPage(site.at("monitor/loans").toString()).getWebResponse().getStatusCode());
      String row = "{\"<b>it's</b>\":\"<i>o'ne</i>, two\",\"pay & \\\"x\\\"\":12,\"odd\":3}";
      var answer = site.predict("loans", row.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("=yes \\\"q\\\""), answer.body());
      page = upload(site, browser, "again.csv", table());
      ((HtmlInput) page.getElementById("model")).setValue("loans");
      page = train(page);
      assertEquals(400, page.getWebResponse().getStatusCode());
      assertTrue(text(page).contains("There is a model “loans” already"), text(page));
    }
  }

  @Test
  void whatKeepsATableFromBeingLearnedIsSaidWithTheRemedy(Site site) throws Exception {
    String csv = "id,word,one,class\n" + "7,x y z,same,only\n".repeat(40) + ",,,only\n";
    try (WebClient browser = signedIn(site)) {
      HtmlPage page = upload(site, browser, "odd.csv", csv);
      page = train(page);
      assertEquals(400, page.getWebResponse().getStatusCode());
      assertTrue(text(page).contains("has the same value in every row, so there is"), text(page));
      kind(page, 3).setSelectedAttribute("", true);
      ((HtmlInput) page.getElementById("model")).setValue("../evil");
      ((HtmlInput) page.getElementById("scheme"))
          .setValue("weka.classifiers.misc.SerializedClassifier -model /etc/passwd");
      kind(page, 1).setSelectedAttribute("numeric", true);
      page = train(page);
      String said = text(page);
      assertTrue(said.contains("is to be predicted and is left out"), said);
      assertTrue(said.contains("The model’s name is letters"), said);
      assertTrue(said.contains("reads a model from a file is not taken"), said);
      assertTrue(said.contains("The column “word” holds no number"), said);
    }
  }
}
