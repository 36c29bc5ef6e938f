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
      assertTrue(page.asNormalizedText().contains("windo⟦"), page.asNormalizedText());
    }
  }

  /** Where the model's card names what others wrote. */
  private static final String CARD = "dl.figures .unit";

  /** What stands on pages of the model of hostile names, and is data. */
  private static final String[] HOSTILE = {
    "hostile", "iris", "u", "Size", "A", "a", "b", "zz", "s", "x", "J48", "C", "M", "i", "em", "cm",
    "class", "yes", "no"
  };

  /** The files of a version. */
  private static final String[] ZIP =
      "admin manifest json classifier model header data arff origin txt".split(" ", -1);

  /** What stands on pages of iris, and is data. */
  private static final String[] IRIS = {
    "iris",
    "sepal",
    "length",
    "width",
    "a",
    "b",
    "label",
    "Iris",
    "species",
    "Species",
    "Sepal",
    "Length",
    "Petal",
    "Width",
    "petal",
    "wdth",
    "abc",
    "cm",
    "setosa",
    "versicolor",
    "virginica",
    "setsoa",
    "Logistic",
    "R",
    "M"
  };

  @Test
  void whatIsWrongWithTheValuesOfAFormIsToldInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      String label = "%3Cu%3Esize%3C%2Fu%3E=1e999&a+%22b%22=zz";
      refused(400, post(browser, site, "models/hostile", label), CARD, HOSTILE);
      String values = "sepal_length=abc&sepal_width=3%2C5&petal_length=&petal_wdth=1&petal_wdth=2";
      HtmlPage page = post(browser, site, "models/iris", values);
      refused(400, page, CARD, IRIS);
      String text = page.asNormalizedText();
      assertTrue(text.contains("⟧Sepal Length⟦ is not a number"), text);
      assertTrue(text.contains("as in ⟧3.5"), text);
      assertTrue(text.contains("⟦The field ⟧petal_wdth"), text);
    }
  }

  @Test
  void aFileThatCannotBeReadIsRefusedInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      for (String file : List.of("", "a,b\n1,2\n", "\"sepal_length\n")) {
        HtmlPage page = upload(browser, site, "models/iris/batch", "table", "a.csv", file);
        refused(400, page, "nothing", IRIS);
      }
      HtmlPage arff =
          upload(browser, site, "models/iris/batch", "table", "a.arff", "@relation x\n");
      refused(400, arff, "nothing", IRIS);
      signIn(browser, site);
      String imports = action(open(browser, site, "admin/imports"));
      refused(400, upload(browser, site, imports, "zip", "a.zip", "PK"), "nothing", ZIP);
      String models = action(open(browser, site, "admin/models"));
      for (String file : List.of("", "a\n1\n", "a,a\n1,2\n", "a,b\n1\n", "a,b\n1,2\n", "PK")) {
        refused(400, upload(browser, site, models, "table", "a.csv", file), "td, th", "admin");
      }
    }
  }

  /** The first form's address, below the root. */
  private static String action(HtmlPage page) {
    DomElement form = page.querySelector("form[enctype]");
    return form.getAttribute("action").substring(1);
  }

  private static HtmlPage upload(
      WebClient browser, Site site, String path, String field, String name, String content)
      throws Exception {
    WebRequest request = new WebRequest(site.at(path).toURL(), HttpMethod.POST);
    request.setAdditionalHeader("Content-Type", "multipart/form-data; boundary=edge");
    request.setRequestBody(
        "--edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--edge--\r\n"
            .formatted(field, name, content));
    return browser.getPage(request);
  }

  @Test
  void whatIsWrongWithALabelIsToldInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      HtmlPage answer = sent(open(browser, site, ""), "#values button");
      String id = answer.querySelector("code.id").asNormalizedText();
      HtmlPage page = post(browser, site, "label", "prediction_id=" + id + "&label=setsoa");
      refused(400, page, "nothing", IRIS);
      assertTrue(page.asNormalizedText().contains("did you mean \"setosa\"?"));
    }
  }

  @Test
  void whatIsWrongWithAnAccountOrATokenIsToldInTheReadersLanguage(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      signIn(browser, site);
      HtmlPage accounts = open(browser, site, "admin/accounts");
      String csrf =
          "csrf=" + accounts.<HtmlInput>getFirstByXPath("//input[@name='csrf']").getValue();
      for (String form :
          List.of(
              "act=create&name=ida&role=reader&password=short",
              "act=create&name=ida&role=reader&password=idaidaidaida",
              "act=create&name=ida&role=reader&password=Password2026!",
              "act=create&name=*&role=reader&password=short",
              "act=create&name=admin&role=reader&password=long+enough+it+is",
              "act=role&name=ida&role=king",
              "act=remove&name=admin",
              "act=remove&name=admin&sure=yes",
              "act=remove&name=nobody&sure=yes",
              "act=none")) {
        HtmlPage page = post(browser, site, "admin/accounts", csrf + "&" + form);
        refused(400, page, "h2", "admin", "ida", "nobody");
      }
      for (String form :
          List.of(
              "name=*&role=reader",
              "name=a&role=reader&days=0",
              "act=revoke&id=99",
              "act=revoke")) {
        refused(
            400, post(browser, site, "admin/tokens", csrf + "&" + form), "td, th", "admin", "a");
      }
      String differs = csrf + "&password=x&new=one&again=two";
      refused(400, post(browser, site, "account", differs), "nothing", "admin");
    }
  }

  /** The document that is refused to who asks for this language. */
  private static String document(
      Site site, String language, String method, String path, String type, String body)
      throws Exception {
    HttpResponse<String> answer =
        site.send(
            HttpRequest.newBuilder(site.at(path))
                .header("Accept-Language", language)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + Site.TOKEN)
                .method(method, BodyPublishers.ofString(body)));
    assertFalse(answer.statusCode() < 400, path);
    return answer.body();
  }

  private static void isEnglish(Site site, String method, String path, String type, String body)
      throws Exception {
    String vo = document(site, "vo", method, path, type, body);
    assertFalse(vo.contains("⟦"), vo);
    assertEquals(document(site, "en", method, path, type, body), vo);
  }

  @Test
  void documentsStayEnglish(Site site) throws Exception {
    for (String path : List.of("api/v1/none", "api/v1/models/none", "v2/models/none", "ping/x")) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        isEnglish(site, method, path, FORM, "a=%zz");
      }
    }
    String json = "application/json";
    String wrong = "{\"sepal_length\":\"abc\",\"petal_wdth\":1}";
    isEnglish(site, "POST", "api/v1/models/iris/predict", json, wrong);
    isEnglish(site, "POST", "api/v1/models/iris/predict", "text/csv", "a,b\n1,2\n");
    isEnglish(site, "POST", "api/v1/models/iris/predict", "text/csv", "\"a\n");
    isEnglish(site, "POST", "api/v1/labels", "text/csv", "prediction_id\nx\n");
    isEnglish(site, "POST", "api/v1/accounts", json, "{\"name\":\"*\",\"password\":\"x\"}");
    isEnglish(site, "POST", "api/v1/versions", "application/zip", "PK");
    isEnglish(site, "POST", "invocations", json, "{\"inputs\":3}");
  }
}
