package dev.perennial.web.pages;

import static dev.perennial.web.pages.LanguagePagesTest.browser;
import static dev.perennial.web.pages.LanguagePagesTest.open;
import static dev.perennial.web.pages.LanguagePagesTest.signIn;
import static dev.perennial.web.pages.LanguagePagesTest.strangers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is wrong with a request: pages say it in the reader's language, documents in English. */
@ExtendWith(Sites.class)
class ProblemPagesTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** The page that answers this, and nothing of it forgotten. */
  private static HtmlPage refused(int status, HtmlPage page, String data, String... names) {
    assertEquals(status, page.getWebResponse().getStatusCode());
    assertEquals(List.of(), strangers(page, data, names));
    return page;
  }

  private static HtmlPage post(WebClient browser, Site site, String path, String body)
      throws Exception {
    WebRequest request = new WebRequest(site.at(path).toURL(), HttpMethod.POST);
    request.setAdditionalHeader("Content-Type", FORM);
    request.setRequestBody(body);
    return browser.getPage(request);
  }

  private static HtmlPage sent(HtmlPage page, String button) throws Exception {
    return ((DomElement) page.querySelector(button)).click();
  }

  /** The field of this id, in the page. */
  private static void type(HtmlPage page, String id, String text) {
    ((HtmlInput) page.getElementById(id)).setValue(text);
  }

  @Test
  void aRequestThatCannotBeAnsweredIsRefusedInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      refused(404, open(browser, site, "no/such/page"), "nothing");
      refused(404, open(browser, site, "models/none"), "nothing", "iris", "hostile");
      WebRequest wrong = new WebRequest(site.at("docs").toURL(), HttpMethod.DELETE);
      refused(405, browser.getPage(wrong), "nothing", "GET", "HEAD", "OPTIONS");
      String large = "sepal_length=" + "1".repeat(Site.MOST_BODY + 1);
      refused(413, post(browser, site, "models/iris", large), "nothing");
      refused(400, post(browser, site, "models/iris", "a=%zz"), "nothing");
      WebRequest json = new WebRequest(site.at("models/iris").toURL(), HttpMethod.POST);
      json.setAdditionalHeader("Content-Type", "text/plain");
      json.setRequestBody("x");
      refused(
          415, browser.getPage(json), "nothing", "application", "x", "www", "form", "urlencoded");
    }
  }

  @Test
  void aFormThatIsOutOfDateAndAWrongSignInAreToldInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      HtmlPage page = open(browser, site, "sign-in");
      type(page, "name", "admin");
      type(page, "password", "not this one at all");
      refused(401, sent(page, "form button[type=submit]"), "nothing");
      refused(403, post(browser, site, "sign-in", "name=a&password=b"), "nothing");
    }
  }

  @Test
  void aWrongParameterOfAPageIsNamed(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      signIn(browser, site);
      HtmlPage page = open(browser, site, "monitor/iris?windo=1h");
      assertEquals(400, page.getWebResponse().getStatusCode());
      assertTrue(page.asNormalizedText().contains("windo "), page.asNormalizedText());
    }
  }

  /** The document that is refused to who asks for this language. */
  private static String document(Site site, String language, String method, String path)
      throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Accept-Language", language)
                .header("Content-Type", FORM)
                .method(method, BodyPublishers.ofString("a=%zz")));
    assertFalse(answer.statusCode() < 400, path);
    return answer.body();
  }

  @Test
  void documentsStayEnglish(Site site) throws Exception {
    for (String path : List.of("api/v1/none", "api/v1/models/none", "v2/models/none", "ping/x")) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        String vo = document(site, "vo", method, path);
        assertFalse(vo.contains("⟦"), vo);
        assertEquals(document(site, "en", method, path), vo);
      }
    }
  }
}
