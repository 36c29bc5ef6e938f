package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Hostile;
import dev.perennial.web.Odd;
import dev.perennial.web.Trained;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of models and the page of each, as a browser without JavaScript shows them. */
@ExtendWith(Sites.class)
class ModelPagesTest {
  private static WebClient browser() {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    return browser;
  }

  private static HtmlPage submit(HtmlPage page) throws Exception {
    return page.getForms().get(0).getOneHtmlElementByAttribute("button", "type", "submit").click();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static DomElement named(HtmlPage page, String name) {
    for (DomElement element : page.getForms().get(0).getHtmlElementDescendants()) {
      if (element.getAttribute("name").equals(name)) {
        return element;
      }
    }
    throw new AssertionError("no field " + name);
  }

  @Test
  void everyModelHasItsLine(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage page = browser.getPage(site.at("models").toString());
      String text = page.asNormalizedText();
      assertTrue(text.contains("Species: setosa, versicolor or virginica"), text);
      assertTrue(text.contains("4 numbers"), text);
      assertTrue(text.matches("(?s).*(Not enough data|Healthy|Stale|moved|shift).*"), text);
      assertTrue(text.contains(Hostile.TITLE) && text.contains("1 number and 1 choice"), text);
      HtmlPage model = page.getAnchorByText("Iris species").click();
      assertEquals("Iris species", model.querySelector("h1").asNormalizedText());
      assertEquals("Models", model.querySelector("nav [aria-current]").asNormalizedText());
    }
  }

  @Test
  void howTheModelsAreIsNotShownToThoseWhoMayNotMonitor() throws Exception {
    try (Site site = Site.start(Map.of("perennial.open.monitor", "false"));
        WebClient browser = browser()) {
      HtmlPage page = browser.getPage(site.at("models").toString());
      String text = page.querySelector("main").asNormalizedText();
      assertTrue(text.contains("Answers") && !text.contains("Not enough data"), text);
      assertFalse(text.contains("Monitor"), text);
    }
  }

  @Test
  void theCardSaysHowGoodTheModelIsAndWhatItCannotDo(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage page = browser.getPage(site.at("models/iris").toString());
      String text = page.asNormalizedText();
      assertTrue(text.contains("From 4 numbers it says which Species it is"), text);
      assertTrue(text.contains("always the most frequent answer: 33.3 %"), text);
      assertTrue(text.contains("95 % interval 83.3 to 99.4 %"), text);
      assertTrue(text.contains("a row that leaves one out is refused"), text);
    }
  }

  @Test
  void oddNamesComeBackAsTheyWereSent() throws Exception {
    try (Site site = Site.start(List.of(Odd.seed()));
        WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.at("models/" + Odd.NAME).toString());
      assertEquals("text", named(form, "πόλη <s>").getAttribute("type"));
      DomElement list = form.getElementById(named(form, "πόλη <s>").getAttribute("list"));
      assertEquals(500, list.getElementsByTagName("option").size());
      assertEquals("textarea", named(form, "note").getTagName());
      ((HtmlSelect) named(form, "اللون")).setSelectedAttribute(" leading blank", true);
      HtmlPage answer = submit(form);
      String text = answer.asNormalizedText();
      assertEquals(200, answer.getWebResponse().getStatusCode(), text);
      assertEquals("Prediction: όχι", answer.querySelector("h1").asNormalizedText());
      assertTrue(answer.getElementsByTagName("u").isEmpty(), answer.asXml());
      HtmlPage again = answer.getAnchorByText("Predict another").click();
      assertEquals(
          named(form, "πόλη <s>").getAttribute("value"),
          named(again, "πόλη <s>").getAttribute("value"));
      HtmlSelect colour = (HtmlSelect) named(again, "اللون");
      assertEquals(" leading blank", colour.getSelectedOptions().get(0).getValueAttribute());
      assertTrue(again.getUrl().getPath().endsWith("/models/odd"));
    }
  }

  @Test
  void aValueThatIsNoneOfManyStaysAndSaysSo() throws Exception {
    try (Site site = Site.start(List.of(Odd.seed()));
        WebClient browser = browser()) {
      String query = "?" + encoded("πόλη <s>") + "=nowhere";
      HtmlPage again = submit(browser.getPage(site.at("models/" + Odd.NAME + query).toString()));
      assertEquals(400, again.getWebResponse().getStatusCode());
      DomElement city = named(again, "πόλη <s>");
      assertEquals("nowhere", city.getAttribute("value"));
      assertEquals("true", city.getAttribute("aria-invalid"));
    }
  }

  @Test
  void whatMayBeMissingCanBeCalledUnknown() throws Exception {
    try (Site site = Site.start(Map.of("perennial.input.missing", "accept"));
        WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.at("models/" + Hostile.NAME).toString());
      assertTrue(form.asNormalizedText().contains("Leave it empty if unknown"));
      HtmlSelect choice = (HtmlSelect) named(form, "a \"b\"");
      assertEquals("Unknown", choice.getOption(0).getText());
      choice.setSelectedIndex(0);
      HtmlPage answer = submit(form);
      assertEquals(200, answer.getWebResponse().getStatusCode());
      assertTrue(answer.asNormalizedText().contains("was not given"));
    }
  }

  @Test
  void whatMayNotBeMissingIsAskedForWithoutAnUnknown(Site site) throws Exception {
    try (WebClient browser = browser()) {
      String query = "?" + encoded("a \"b\"") + "=";
      HtmlPage form = browser.getPage(site.at("models/" + Hostile.NAME + query).toString());
      HtmlSelect choice = (HtmlSelect) named(form, "a \"b\"");
      assertEquals("Choose one", choice.getOption(0).getText());
      assertFalse(form.asNormalizedText().contains("nknown"));
      assertEquals(400, submit(form).getWebResponse().getStatusCode());
    }
  }

  @Test
  void aNumberIsPredictedOnItsPage() throws Exception {
    try (Site site = Site.start(List.of(Trained.twice()));
        WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.at("models/twice").toString());
      String text = form.asNormalizedText();
      assertTrue(text.contains("From 1 number it says how much Y is"), text);
      assertTrue(text.contains("Mean error") && text.contains("R²"), text);
      assertEquals(200, submit(form).getWebResponse().getStatusCode());
    }
  }

  @Test
  void aThousandColumnsAreAFormAndAnAnswer() throws Exception {
    StringBuilder arff = new StringBuilder("@relation wide\n");
    for (int i = 0; i < 1000; i++) {
      arff.append("@attribute a").append(i).append(i % 2 == 0 ? " numeric\n" : " {x,y,z}\n");
    }
    arff.append("@attribute y {p,q}\n@data\n");
    for (int row = 0; row < 20; row++) {
      for (int i = 0; i < 1000; i++) {
        arff.append(i % 2 == 0 ? row + "," : "xyz".charAt(row % 3) + ",");
      }
      arff.append(row % 2 == 0 ? "p\n" : "q\n");
    }
    var plain = Trained.plain("Wide", "weka.classifiers.rules.ZeroR");
    try (Site site = Site.start(List.of(Trained.seed("wide", plain, arff.toString())));
        WebClient browser = browser()) {
      HtmlPage answer = submit(browser.getPage(site.root.toString()));
      assertEquals(200, answer.getWebResponse().getStatusCode());
      HtmlPage again = answer.getAnchorByText("Predict another").click();
      assertEquals(200, again.getWebResponse().getStatusCode());
    }
  }

  @Test
  void aModelThatIsNotThereIsAPageThatNamesTheOthers(Site site) throws Exception {
    var answer = site.get("models/none");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("Served: hostile, iris"), answer.body());
  }
}
