package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Visit;
import dev.perennial.web.Hostile;
import dev.perennial.web.Trained;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** "Was this right?" as a browser without JavaScript shows and sends it. */
@ExtendWith(Sites.class)
class LabelPagesTest {
  private static WebClient browser() {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    return browser;
  }

  private static HtmlPage answer(Site site, WebClient browser) throws Exception {
    HtmlPage form = browser.getPage(site.root.toString());
    HtmlPage answer = click(form, "Predict");
    assertEquals(200, answer.getWebResponse().getStatusCode());
    return answer;
  }

  private static HtmlPage click(HtmlPage page, String text) throws Exception {
    return page.querySelectorAll("button").stream()
        .map(HtmlButton.class::cast)
        .filter(button -> button.asNormalizedText().startsWith(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is no button of " + page.asXml()))
        .click();
  }

  private static String fact(HtmlPage page, String name) {
    return page.querySelectorAll(".facts div").stream()
        .map(div -> div.asNormalizedText())
        .filter(text -> text.startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static String id(HtmlPage page) {
    return page.querySelector("code.id").asNormalizedText();
  }

  private static String recorded(Site site, String id) throws Exception {
    var response = site.get("api/v1/labels/" + id, "Authorization", "Bearer " + Site.TOKEN);
    return new JsonMapper().readTree(response.body()).get("label").asString();
  }

  @Test
  void oneClickSaysThatAnAnswerWasRightAndAnotherCorrectsIt(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage answer = answer(site, browser);
      HtmlPage thanks = click(answer, "Yes, setosa");
      assertEquals(200, thanks.getWebResponse().getStatusCode());
      assertEquals("Thank you", thanks.querySelector("h1").asNormalizedText());
      assertEquals(id(answer), id(thanks));
      assertTrue(fact(thanks, "True Species").endsWith("setosa"));
      assertEquals("setosa", recorded(site, id(answer)));
      HtmlPage corrected = click(thanks, "virginica");
      assertTrue(fact(corrected, "True Species").endsWith("virginica"));
      assertTrue(fact(corrected, "The model said").endsWith("setosa"));
      assertEquals("virginica", recorded(site, id(answer)));
    }
  }

  @Test
  void oneClickSaysWhatItReallyWas(Site site) throws Exception {
    try (WebClient browser = browser()) {
      HtmlPage answer = answer(site, browser);
      click(answer, "No, versicolor");
      assertEquals("versicolor", recorded(site, id(answer)));
      HtmlPage again = browser.getPage(site.at("label?prediction_id=" + id(answer)).toString());
      assertEquals("The true answer", again.querySelector("h1").asNormalizedText());
      assertTrue(fact(again, "True Species").endsWith("versicolor"));
    }
  }

  @Test
  void hostileClassesStayTextAndAreRecordedExactly() throws Exception {
    try (Site site = Site.start("/shop", Hostile.NAME);
        WebClient browser = browser()) {
      HtmlPage answer = answer(site, browser);
      boolean yes = answer.asNormalizedText().contains("Yes, " + Hostile.YES);
      HtmlPage thanks = click(answer, (yes ? "Yes, " : "No, ") + Hostile.YES);
      assertEquals(200, thanks.getWebResponse().getStatusCode());
      assertTrue(thanks.querySelectorAll("i, b, u, em").isEmpty(), thanks.asXml());
      assertEquals(Hostile.YES, recorded(site, id(answer)));
      assertTrue(thanks.getForms().get(0).getActionAttribute().startsWith("/shop/label"));
    }
  }

  @Test
  void manyClassesAreAChoiceAndANumberIsAField() throws Exception {
    try (Site site = Site.start(List.of(Trained.months(), Trained.twice()));
        WebClient browser = browser()) {
      HtmlPage answer = answer(site, browser);
      HtmlSelect select = (HtmlSelect) answer.getElementById("truth");
      assertEquals(12, select.getOptionSize());
      select.setSelectedAttribute(select.getOptionByValue("m7"), true);
      HtmlPage thanks = click(answer, "Record it");
      assertTrue(fact(thanks, "True Month").endsWith("m7"));
      assertEquals("m7", recorded(site, id(answer)));
      for (HtmlOption option : ((HtmlSelect) thanks.getElementById("truth")).getOptions()) {
        assertFalse(option.getText().equals("m7"));
      }
      number(site, browser);
    }
  }

  private static void number(Site site, WebClient browser) throws Exception {
    var response = site.predict("twice", "{\"x\":7}".getBytes(StandardCharsets.UTF_8));
    String id = new JsonMapper().readTree(response.body()).get("prediction_id").asString();
    HtmlPage page = browser.getPage(site.at("label?prediction_id=" + id).toString());
    ((HtmlInput) page.getElementById("truth")).setValue("14,5");
    HtmlPage again = click(page, "Record it");
    assertEquals(400, again.getWebResponse().getStatusCode());
    assertTrue(again.querySelector(".notice").asNormalizedText().contains("write a point"));
    ((HtmlInput) again.getElementById("truth")).setValue(" 14.50 ");
    assertTrue(fact(click(again, "Record it"), "True Y").endsWith("14.5"));
    String path = "api/v1/models/twice/predictions?format=";
    String[] administrator = {"Authorization", "Bearer " + Site.TOKEN};
    assertTrue(site.get(path + "jsonl", administrator).body().contains("\"label\":14.5,"));
    assertTrue(site.get(path + "csv", administrator).body().contains(",14.5,20"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at("api/v1/labels"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "[{\"prediction_id\":\"%s\",\"label\":1.45e1},{\"prediction_id\":\"%s\",\"label\":1e999}]"
                        .formatted(id, id)));
    HttpResponse<String> told = site.send(request);
    assertTrue(told.body().contains("\"unchanged\":1"), told.body());
    assertTrue(told.body().contains("too large for a number"), told.body());
  }

  @Test
  void nobodyIsAskedWhereStrangersMayNotTell() throws Exception {
    try (Site site = Site.start(Map.of("perennial.open.label", "false"));
        WebClient browser = browser()) {
      HtmlPage answer = answer(site, browser);
      assertTrue(answer.querySelectorAll(".ask").isEmpty());
      String body = "{\"prediction_id\":\"" + id(answer) + "\",\"label\":\"setosa\"}";
      HttpRequest.Builder request =
          HttpRequest.newBuilder(site.at("api/v1/labels"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
      assertEquals(401, site.send(request).statusCode());
      String bearer = "Bearer " + Site.TOKEN;
      assertEquals(200, site.send(request.header("Authorization", bearer)).statusCode());
    }
  }

  @Test
  void somebodySignedInTellsWithTheTokenOfTheSessionAndIsKeptAsTheSource(Site site)
      throws Exception {
    var answer = site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
    String id = new JsonMapper().readTree(answer.body()).get("prediction_id").asString();
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    Map<String, String> fields = Map.of("prediction_id", id, "label", "virginica");
    assertEquals(403, visit.post("label", fields).statusCode());
    String csrf = visit.csrf("label?prediction_id=" + id);
    Map<String, String> whole = new HashMap<>(fields);
    whole.put("csrf", csrf);
    assertEquals(200, visit.post("label", whole).statusCode());
    var read = site.get("api/v1/labels/" + id, "Authorization", "Bearer " + Site.TOKEN);
    assertTrue(read.body().contains("\"label_source\":\"administrator\""), read.body());
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded,prediction_id=none&label=setosa,404",
    "application/x-www-form-urlencoded,prediction_id=ID&label=rose,400",
    "application/x-www-form-urlencoded,prediction_id=ID&label=,400",
    "application/x-www-form-urlencoded,prediction_id=ID,400",
    "application/x-www-form-urlencoded,prediction_id=ID&label=setosa&label=rose,400",
    "application/x-www-form-urlencoded,prediction_id=%ff&label=a,400",
    "application/x-www-form-urlencoded,prediction_id=ID&label=<script>x</script>,400",
    "text/plain,prediction_id=ID&label=setosa,415"
  })
  void aBrokenFormIsRefusedOnAPage(String type, String body, int status, Site site)
      throws Exception {
    var answer = site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8));
    String id = new JsonMapper().readTree(answer.body()).get("prediction_id").asString();
    var response =
        site.send(
            HttpRequest.newBuilder(site.at("label"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace("ID", id))));
    assertEquals(status, response.statusCode(), response.body());
    assertTrue(response.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertFalse(response.body().contains("Exception") || response.body().contains("<script>"));
  }
}
