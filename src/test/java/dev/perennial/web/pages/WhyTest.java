package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Hostile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why an answer is as it is, for people and for programs. */
@ExtendWith(Sites.class)
class WhyTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static WebClient browser() {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    return browser;
  }

  private static HttpResponse<String> explained(Site site, String query, String body)
      throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/models/iris/predict?explain=" + query))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void theAnswersPageLeadsToTheReasons(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage form = browser.getPage(site.root.toString());
      HtmlPage answer =
          form.getForms().get(0).getOneHtmlElementByAttribute("button", "type", "submit").click();
      HtmlPage why = answer.getAnchorByText("Why this answer?").click();

      assertEquals(200, why.getWebResponse().getStatusCode());
      assertEquals("Why setosa", why.querySelector("h1").asNormalizedText());
      assertEquals(4, why.querySelectorAll(".pull").size());
      assertTrue(why.querySelector(".pull").asNormalizedText().startsWith("Sepal Length"));
      assertTrue(why.asNormalizedText().contains("points"), why.asNormalizedText());
    }
  }

  @Test
  void aProgramGetsContributionsThatSumToTheDifference(Site site) throws Exception {
    JsonNode why = JSON.readTree(explained(site, "true", Site.SETOSA).body()).get("explanation");
    double sum = 0;
    for (JsonNode each : why.get("contributions")) {
      sum += each.get("value").asDouble();
    }

    assertEquals("setosa", why.get("class").asString());
    assertEquals("exact", why.get("method").asString());
    assertEquals(120, why.get("reference_rows").asInt());
    assertEquals(why.get("answer").asDouble() - why.get("average").asDouble(), sum, 1e-9);
  }

  @Test
  void aLongListIsExplainedInItsFirstRows(Site site) throws Exception {
    String rows = "[" + (Site.SETOSA + ",").repeat(29) + Site.SETOSA + "]";
    JsonNode all = JSON.readTree(explained(site, "true", rows).body()).get("predictions");

    assertTrue(all.get(19).has("explanation"));
    assertEquals(30, all.size());
    assertTrue(!all.get(20).has("explanation"));
  }

  @Test
  void withoutBeingAskedNothingIsExplained(Site site) throws Exception {
    assertTrue(!JSON.readTree(explained(site, "false", Site.SETOSA).body()).has("explanation"));
  }

  @Test
  void anotherWordThanTrueOrFalseIsRefused(Site site) throws Exception {
    HttpResponse<String> refused = explained(site, "yes", Site.SETOSA);

    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("must be true or false"), refused.body());
  }

  @Test
  void anIdThatDoesNotVerifyIsNotFound(Site site) throws Exception {
    HttpResponse<String> page = site.get("why/0000000000000abcdefgh");

    assertEquals(404, page.statusCode());
    assertTrue(page.body().contains("This is no prediction"), page.body());
  }

  @Test
  void hostileNamesStayText(Site site) throws Exception {
    String row = "{\"<u>size</u>\":3,\"a \\\"b\\\"\":\"<s>x</s>\"}";
    JsonNode answer =
        JSON.readTree(site.predict(Hostile.NAME, row.getBytes(StandardCharsets.UTF_8)).body());
    try (WebClient browser = browser()) {
      HtmlPage why =
          browser.getPage(site.at("why/" + answer.get("prediction_id").asString()).toString());

      assertEquals(200, why.getWebResponse().getStatusCode());
      assertTrue(why.getElementsByTagName("u").isEmpty());
      assertTrue(why.getElementsByTagName("s").isEmpty());
      assertTrue(why.getElementsByTagName("i").isEmpty());
      assertTrue(why.asNormalizedText().contains("<s>x</s>"), why.asNormalizedText());
    }
  }
}
