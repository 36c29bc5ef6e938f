package dev.perennial.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Visit;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes anything by a cookie shows that a page of ours sent it. */
@ExtendWith(Sites.class)
class CsrfGuardTest {
  private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");

  private static HttpResponse<String> send(
      Visit visit, Site site, String method, Route route, Optional<String> token)
      throws IOException, InterruptedException {
    String path = route.template().substring(1).replaceAll("\\{[^}]*}", "none");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at(path)).method(method, BodyPublishers.noBody());
    token.ifPresent(text -> request.header("X-CSRF-Token", text));
    return visit.send(request);
  }

  private static boolean isRefused(HttpResponse<String> answer) {
    return answer.statusCode() == 403
        && answer.body().matches("(?s).*(stale-form|out of date|token of this browser).*");
  }

  @Test
  void everyUnsafeRouteRefusesAMissingAWrongAndAnotherSessionsToken(Site site) throws Exception {
    Visit one = Visit.signedIn(site, "admin", Site.PASSWORD);
    Visit other = Visit.signedIn(site, "admin", Site.PASSWORD);
    String foreign = other.csrf("");
    assertNotEquals(foreign, one.csrf(""));
    List<String> open = new ArrayList<>();
    int asked = 0;
    for (Route route : site.routes()) {
      for (String method : route.methods()) {
        if (SAFE.contains(method)) {
          continue;
        }
        asked++;
        for (Optional<String> token :
            List.of(Optional.<String>empty(), Optional.of("wrong"), Optional.of(foreign))) {
          if (!isRefused(send(one, site, method, route, token))) {
            open.add(method + " " + route.template() + " with " + token);
          }
        }
      }
    }
    assertEquals(List.of(), open);
    assertTrue(asked >= 4, "too few routes to be true: " + asked);
  }

  @Test
  void theFieldIsTakenOutOfTheFormAndTheHeaderServesPrograms(Site site) throws Exception {
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    String csrf = visit.csrf("");
    Map<String, String> iris =
        Map.of("sepal_length", "5", "sepal_width", "3", "petal_length", "1", "petal_width", "1");
    Map<String, String> withToken = new java.util.TreeMap<>(iris);
    withToken.put("csrf", csrf);
    assertEquals(403, visit.post("", iris).statusCode());
    assertEquals(303, visit.post("", withToken).statusCode());
    var json =
        HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Site.SETOSA));
    assertEquals(403, visit.send(json.copy()).statusCode());
    assertEquals(200, visit.send(json.header("X-CSRF-Token", csrf)).statusCode());
  }

  /** The page may have been made while a session that has ended since was still there. */
  @Test
  void strangersFormsNeedNoToken(Site site) throws Exception {
    Visit stranger = new Visit(site, "192.0.2.3");
    Map<String, String> iris =
        Map.of(
            "sepal_length",
            "5",
            "sepal_width",
            "3",
            "petal_length",
            "1",
            "petal_width",
            "1",
            "csrf",
            "of-a-session-that-has-ended");
    assertEquals(303, stranger.post("", iris).statusCode());
    assertEquals("", stranger.cookie());
  }

  @Test
  void aModelsInputMayHaveTheNameOfTheField() throws Exception {
    String arff = "@relation odd\n@attribute csrf numeric\n@attribute y {low,high}\n@data\n";
    StringBuilder rows = new StringBuilder(arff);
    for (int i = 0; i < 40; i++) {
      rows.append(i).append(i < 20 ? ",low\n" : ",high\n");
    }
    var odd =
        Trained.seed("odd", Trained.plain("Odd", "weka.classifiers.trees.J48"), rows.toString());
    try (Site site = Site.start(List.of(odd));
        WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      assertTrue(answered(browser, site).contains("high"));
      HtmlPage signIn = browser.getPage(site.at("sign-in").toString());
      ((HtmlInput) signIn.getElementById("name")).setValue("admin");
      ((HtmlInput) signIn.getElementById("password")).setValue(Site.PASSWORD);
      signIn.<HtmlElement>querySelector("form.card button").click();
      assertTrue(answered(browser, site).contains("high"));
    }
  }

  private static String answered(WebClient browser, Site site) throws IOException {
    HtmlPage page = browser.getPage(site.at("models/odd").toString());
    HtmlInput input = page.querySelector("input[name=csrf]:not([type=hidden])");
    input.setValue("33");
    HtmlElement button = page.querySelector("#values button[type=submit]");
    HtmlPage answer = button.click();
    assertEquals(200, answer.getWebResponse().getStatusCode());
    return answer.querySelector("main").asNormalizedText().replaceAll("(?s)About this model.*", "");
  }

  @Test
  void aBearerTokenNeedsNone(Site site) throws Exception {
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    var json =
        HttpRequest.newBuilder(site.at("api/v1/models/iris/predict"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + Site.TOKEN)
            .POST(BodyPublishers.ofString(Site.SETOSA));
    assertEquals(200, visit.send(json).statusCode());
  }
}
