package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Visit;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of an answer has an address of its own: loading it again asks nothing again. */
class AnswerPageTest {
  private static final String FORM =
      "sepal_length=5.1&sepal_width=3.5&petal_length=1.4&petal_width=0.2";
  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start(Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  private static long rows() throws Exception {
    assertTrue(site.drain.await(Duration.ofSeconds(20)));
    String log = "api/v1/models/iris/predictions?format=jsonl";
    return site.get(log, "Authorization", "Bearer " + Site.TOKEN).body().lines().count();
  }

  /** The address of the page that a form, filled in by a stranger, leads to. */
  private static String asked() throws Exception {
    var led =
        site.send(
            HttpRequest.newBuilder(site.root)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FORM)));
    assertEquals(303, led.statusCode());
    return led.headers().firstValue("Location").orElseThrow().substring(1);
  }

  private static String prediction(String address) {
    return address.split("/", -1)[1];
  }

  @Test
  void loadingItAgainShowsTheSameAnswerAndRecordsNothing() throws Exception {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      HtmlPage form = browser.getPage(site.root.toString());
      long before = rows();
      HtmlPage answer =
          form.getForms()
              .get(0)
              .<HtmlElement>getOneHtmlElementByAttribute("button", "type", "submit")
              .click();
      HtmlPage again = (HtmlPage) answer.refresh();

      assertEquals(200, again.getWebResponse().getStatusCode());
      assertEquals(
          answer.querySelector("main").asNormalizedText(),
          again.querySelector("main").asNormalizedText());
      assertEquals(before + 1, rows());
    }
  }

  @Test
  void withoutItsKeyNoMoreIsToldThanToWhoeverHoldsThePredictionsId() throws Exception {
    String address = asked();
    String id = prediction(address);
    assertEquals(200, site.get(address).statusCode());

    String key = address.substring(address.lastIndexOf('/') + 1);
    for (String guess : List.of("none", "0".repeat(32), key.substring(1))) {
      var answer = site.get("answers/" + id + "/" + guess);
      assertEquals(303, answer.statusCode());
      assertEquals("/why/" + id, answer.headers().firstValue("Location").orElseThrow());
      assertFalse(answer.body().contains("setosa"));
    }
    String other = prediction(asked());
    assertEquals(303, site.get("answers/" + other + "/" + key).statusCode());
    assertEquals(404, site.get("answers/none/" + key).statusCode());
  }

  @Test
  void theAnswerOfAnAccountIsForThatAccountAlone() throws Exception {
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    String csrf = visit.csrf("");
    var led =
        visit.post(
            "",
            Map.of(
                "csrf",
                csrf,
                "sepal_length",
                "5.1",
                "sepal_width",
                "3.5",
                "petal_length",
                "1.4",
                "petal_width",
                "0.2"));
    assertEquals(303, led.statusCode(), led.body());
    String address = led.headers().firstValue("Location").orElseThrow().substring(1);

    assertEquals(200, visit.get(address).statusCode());
    assertEquals(303, site.get(address).statusCode());
  }
}
