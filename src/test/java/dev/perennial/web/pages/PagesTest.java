package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Hostile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form and its answer as a browser without JavaScript shows them. */
@ExtendWith(Sites.class)
class PagesTest {
  private static WebClient browser() {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    return browser;
  }

  private static HtmlPage submit(HtmlPage page) throws Exception {
    return page.getForms().get(0).getOneHtmlElementByAttribute("button", "type", "submit").click();
  }

  private static HtmlInput input(HtmlPage page, String label) {
    HtmlForm form = page.getForms().get(0);
    return (HtmlInput)
        form.getElementsByTagName("label").stream()
            .filter(l -> l.asNormalizedText().startsWith(label))
            .map(l -> page.getElementById(l.getAttribute("for")))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aPersonAsksAndGetsAnAnswer(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.root.toString());
      assertEquals("5.1", input(form, "Sepal Length").getValue());
      assertEquals("3.5", input(form, "Sepal Width").getValue());
      assertEquals("1.4", input(form, "Petal Length").getValue());
      assertEquals("0.2", input(form, "Petal Width").getValue());
      assertTrue(form.asNormalizedText().contains("Training saw 4.3 to 7.9 cm"));
      assertTrue(form.asNormalizedText().contains("Predict Species"));
      assertEquals(1, form.querySelectorAll("dd time[datetime]").size(), "when it was trained");
      HtmlPage answer = submit(form);
      assertEquals(200, answer.getWebResponse().getStatusCode());
      assertEquals("Prediction: setosa", answer.querySelector("h1").asNormalizedText());
      assertEquals(3, answer.querySelectorAll("[role=meter]").size());
      String text = answer.asNormalizedText();
      assertTrue(text.contains("99.9 %") && text.contains("virginica"), text);
      assertTrue(text.contains("iris version 1") && text.contains(" ms"), text);
      HtmlPage again = answer.getAnchorByText("Predict another").click();
      assertEquals("5.1", input(again, "Sepal Length").getValue());
    }
  }

  @Test
  void aBadValueStaysAndSaysWhatIsWrongBesideItsField(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.root.toString());
      input(form, "Sepal Length").setValue("5,1");
      input(form, "Petal Width").setValue("<b>wide</b>");
      HtmlPage again = submit(form);
      assertEquals(400, again.getWebResponse().getStatusCode());
      HtmlInput length = input(again, "Sepal Length");
      assertEquals("5,1", length.getValue());
      assertEquals("true", length.getAttribute("aria-invalid"));
      DomElement error = again.getElementById(length.getAttribute("aria-describedby"));
      assertEquals(
          "Sepal Length is written with a comma: write a point, as in 5.1; give a number in cm; training saw 4.3 to 7.9.",
          error.asNormalizedText());
      assertEquals("<b>wide</b>", input(again, "Petal Width").getValue());
      assertTrue(again.getElementsByTagName("b").isEmpty());
      assertEquals("3.5", input(again, "Sepal Width").getValue());
      assertFalse(input(again, "Sepal Width").hasAttribute("aria-invalid"));
      List<String> links =
          again.querySelectorAll(".notice a").stream()
              .map(a -> ((DomElement) a).getAttribute("href"))
              .toList();
      assertEquals(List.of("#f0", "#f3"), links);
      assertTrue(again.getTitleText().startsWith("Error: "));
    }
  }

  @Test
  void aValueOutsideTheRangeIsAnsweredWithAVisibleWarning(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.root.toString());
      input(form, "Petal Length").setValue(" 99 ");
      HtmlPage answer = submit(form);
      assertEquals(200, answer.getWebResponse().getStatusCode());
      DomElement notice = answer.querySelector(".notice.warn");
      assertTrue(notice.asNormalizedText().contains("Petal Length 99 cm is outside"));
    }
  }

  @Test
  void hostileNamesStayText() throws Exception {
    try (Site site = Site.start("/shop/perennial", Hostile.NAME);
        WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.root.toString());
      assertEquals(Hostile.TITLE, form.querySelector("h1").asNormalizedText());
      HtmlPage answer = submit(form);
      assertEquals(200, answer.getWebResponse().getStatusCode());
      for (HtmlPage page : List.of(form, answer)) {
        for (String tag : List.of("b", "i", "u", "s", "em")) {
          assertTrue(page.getElementsByTagName(tag).isEmpty(), tag + page.asXml());
        }
        assertTrue(page.asNormalizedText().contains("<u>Size</u>"));
      }
      worksBelowItsContextPath(site, answer);
      turnsRequestsAwayOnceStopping(site);
    }
  }

  private static void worksBelowItsContextPath(Site site, HtmlPage answer) throws Exception {
    for (var element : answer.querySelectorAll("a[href], link[href]")) {
      String href = ((DomElement) element).getAttribute("href");
      if (!href.startsWith("#")) {
        assertTrue(href.startsWith("/shop/perennial/"), href);
        var response = site.send(HttpRequest.newBuilder(site.root.resolve(href)));
        assertEquals(200, response.statusCode(), href);
      }
    }
    assertEquals(
        200,
        site.predict("iris", Site.SETOSA.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .statusCode());
  }

  private static void turnsRequestsAwayOnceStopping(Site site) throws Exception {
    site.gate.stop();
    for (String path : List.of("", "api/v1/models", "health/ready")) {
      var response = site.get(path);
      assertEquals(503, response.statusCode(), path);
      assertTrue(response.headers().firstValue("Retry-After").isPresent());
    }
    assertEquals(200, site.get("health/live").statusCode());
    assertTrue(site.gate.awaitIdle(java.time.Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded,%zz=1,400",
    "application/x-www-form-urlencoded,sepal_length=%ff,400",
    "application/x-www-form-urlencoded,'',400",
    "application/x-www-form-urlencoded,colour=red,400",
    "application/x-www-form-urlencoded;charset=latin1,a=b,415",
    "multipart/form-data;boundary=x,--x--,415",
    "text/plain,sepal_length=5.1,415"
  })
  void aBrokenFormIsRefusedOnAPage(String type, String body, int status, Site site)
      throws Exception {
    var response =
        site.send(
            HttpRequest.newBuilder(site.root)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    assertEquals(status, response.statusCode());
    assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(response.body().contains("<h1>"), response.body());
    assertFalse(response.body().contains("Exception"));
  }

  @Test
  void aPageThatIsNotThereIsAPage(Site site) throws Exception {
    var response = site.get("nothing/here");
    assertEquals(404, response.statusCode());
    assertTrue(response.body().contains("Go to the form"));
    assertTrue(site.get("assets/").statusCode() >= 400, "folders are not listed");
    assertEquals(404, site.get("WEB-INF/web.xml").statusCode());
    assertEquals(404, site.get("error").statusCode());
  }
}
