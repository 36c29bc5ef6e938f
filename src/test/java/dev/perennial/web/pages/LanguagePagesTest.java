package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.monitor.Diagnoses;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.DomText;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Pages in a language whose every text stands in brackets, see {@code texts_vo}: what stands
 * outside of them on a page is data, or was forgotten.
 */
@ExtendWith(Sites.class)
class LanguagePagesTest {
  private static final Pattern BRACKETS = Pattern.compile("⟦[^⟦⟧]*⟧");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
  private static final List<String> SHOWN =
      List.of("title", "aria-label", "aria-valuetext", "placeholder", "alt", "data-label");

  static WebClient browser(String language) {
    WebClient browser = new WebClient();
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    browser.addRequestHeader("Accept-Language", language);
    return browser;
  }

  /** The words of a page that stand outside of brackets and are none of these names. */
  static List<String> strangers(HtmlPage page, String data, String... names) {
    List<String> found = new ArrayList<>(words(page.getTitleText()));
    found.addAll(strangers(page.getBody(), data, names));
    return found.stream().filter(word -> isStrange(word, names)).distinct().toList();
  }

  /** Likewise of a part of a page. */
  static List<String> strangers(DomElement part, String data, String... names) {
    StringBuilder text = new StringBuilder();
    collect(part, data, text);
    List<String> found = new ArrayList<>(words(text.toString()));
    for (DomElement element : part.getDomElementDescendants()) {
      SHOWN.forEach(name -> found.addAll(words(element.getAttribute(name))));
    }
    return found.stream().filter(word -> isStrange(word, names)).distinct().toList();
  }

  private static boolean isStrange(String word, String... names) {
    return !word.equals("Perennial") && !List.of(names).contains(word);
  }

  /** The text that people read, without samples of code and what this selects as data. */
  private static void collect(DomNode node, String data, StringBuilder text) {
    if (node instanceof DomText) {
      text.append(node.getTextContent()).append(' ');
    } else if (!(node instanceof DomElement e && e.matches("code, pre, script, " + data))) {
      node.getChildren().forEach(child -> collect(child, data, text));
    }
  }

  private static List<String> words(String text) {
    String rest = TIME.matcher(text).replaceAll("");
    for (String before = ""; !before.equals(rest); ) {
      before = rest;
      rest = BRACKETS.matcher(rest).replaceAll(" ");
    }
    return Arrays.stream(rest.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.matches("\\p{L}.*"))
        .toList();
  }

  static HtmlPage open(WebClient browser, Site site, String path) throws Exception {
    HtmlPage page = browser.getPage(site.at(path).toString());
    assertFalse(page.getWebResponse().getContentAsString().contains("???"), path);
    return page;
  }

  static void signIn(WebClient browser, Site site) throws Exception {
    HtmlPage page = open(browser, site, "sign-in");
    ((HtmlInput) page.getElementById("name")).setValue("admin");
    ((HtmlInput) page.getElementById("password")).setValue(Site.PASSWORD);
    HtmlPage in = ((DomElement) page.querySelector("form button[type=submit]")).click();
    assertEquals(200, in.getWebResponse().getStatusCode());
  }

  @Test
  void everyWordOfThePagesOfTheAdministrationStandsInTheTexts(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      assertEquals(List.of(), strangers(open(browser, site, "sign-in"), "nothing"));
      signIn(browser, site);
      assertEquals(List.of(), strangers(open(browser, site, "account"), "nothing", "admin"));
      assertEquals(List.of(), strangers(open(browser, site, "admin"), "td", "admin"));
      assertEquals(List.of(), strangers(open(browser, site, "admin/accounts"), "h2", "admin"));
      assertEquals(List.of(), strangers(open(browser, site, "admin/tokens"), "td, th", "admin"));
      assertEquals(List.of(), strangers(open(browser, site, "admin/audit"), "td", "admin"));
    }
  }

  @Test
  void everyWordOfTheDemosPageStandsInTheTexts(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      HtmlPage demo = open(browser, site, "demo");
      assertEquals(List.of(), strangers(open(browser, site, "docs"), "nothing"));
      assertEquals(
          List.of(), strangers(open(browser, site, "models"), "td, th[scope=row]", "nothing"));
      assertEquals(
          List.of(),
          strangers(open(browser, site, "models/iris/batch"), ".badge", "Iris", "species"));
      assertEquals(List.of(), strangers(demo, "nothing", "iris", "demo"));
      assertEquals("vo", demo.getDocumentElement().getAttribute("lang"));
      assertEquals("vo", demo.getWebResponse().getResponseHeaderValue("Content-Language"));
      DomElement planted = demo.createElement("p");
      demo.getBody().appendChild(planted);
      planted.setTextContent("Forgotten ⟦word⟧");
      assertEquals(List.of("Forgotten"), strangers(demo, "nothing", "iris", "demo"));
    }
  }

  @Test
  void everyWordOfTheFormAndOfItsAnswerStandsInTheTexts(Site site) throws Exception {
    String[] names = {
      "Iris",
      "ms",
      "species",
      "Logistic",
      "curl",
      "Java",
      "Python",
      "JavaScript",
      "iris",
      "Sepal",
      "Length",
      "Petal",
      "Width",
      "cm",
      "Species",
      "setosa",
      "versicolor",
      "virginica"
    };
    try (WebClient browser = browser("vo")) {
      HtmlPage form = open(browser, site, "");
      assertEquals(List.of(), strangers(form, "dl.figures .unit", names));
      ((HtmlInput) form.getElementById("f0")).setValue("99");
      HtmlPage answer = ((DomElement) form.querySelector("#values button")).click();
      assertTrue(answer.asNormalizedText().contains(" cm⟦ is outside"), answer.asNormalizedText());
      assertEquals(List.of(), strangers(answer, "nothing", names));
    }
  }

  @Test
  void numbersFollowTheReaderOnPagesAndNowhereElse(Site site) throws Exception {
    try (WebClient browser = browser("de-CH;q=0.5, de")) {
      HtmlPage form = open(browser, site, "");
      assertEquals("5.1", ((HtmlInput) form.getElementById("f0")).getValue());
      HtmlPage answer = ((DomElement) form.querySelector("#values button")).click();
      assertTrue(answer.asNormalizedText().contains("setosa 99,9 %"), answer.asNormalizedText());
      String now =
          answer
              .querySelector("[role=meter]")
              .getAttributes()
              .getNamedItem("aria-valuenow")
              .getNodeValue();
      assertTrue(now.matches("[01]\\.\\d{6}"), now);
    }
    String german = site.get("api/v1/models/iris", "Accept-Language", "de").body();
    assertEquals(site.get("api/v1/models/iris").body(), german);
  }

  @Test
  void englishIsForAllOthersWhateverTheMachineSpeaks(Site site) throws Exception {
    for (String header : List.of("", "tlh", "de-CH, fr;q=0.9, *;q=0.1", "vo;q=0, en", "a;;;q=x")) {
      try (WebClient browser = browser(header)) {
        HtmlPage page = open(browser, site, "sign-in");
        assertEquals("en", page.getDocumentElement().getAttribute("lang"), header);
        assertEquals("Sign in · Perennial", page.getTitleText(), header);
      }
    }
    assertEquals("vo", Language.wanted("de;q=0.9, VO-x;q=0.4, en;q=0.3").tag());
    assertTrue(Language.wanted("vo").say("who.sign-in").startsWith("⟦Sign in"));
  }

  @Test
  void anErrorIsToldInTheReadersLanguageAsFarAsItIsThePages(Site site) throws Exception {
    try (WebClient browser = browser("vo")) {
      HtmlPage page = open(browser, site, "no/such/page");
      assertEquals(404, page.getWebResponse().getStatusCode());
      assertEquals(List.of(), strangers(page, "h1, p.say", "Not", "found"));
    }
  }

  /** A language without a word: what it says of a sentence has no text. */
  private static final Said.Tongue SILENT =
      new Said.Tongue() {
        @Override
        public String text(String key) {
          Language.wanted("en").say(key); // there is one
          return "{0} {1} {2} {3} {4} {5} {6} {7}";
        }

        @Override
        public String count(long count) {
          return "";
        }

        @Override
        public String number(double number) {
          return "";
        }

        @Override
        public String share(double share) {
          return "";
        }

        @Override
        public String change(double change, int places) {
          return "";
        }
      };

  private static List<String> untold(Said sentence) {
    return words(sentence.in(SILENT).replaceAll("\\{\\d}", "")).stream()
        .filter(word -> !Diagnoses.NAMES.contains(word))
        .toList();
  }

  @Test
  void theDiagnosisAndWhatToDoAreSaidInTheReadersLanguage() {
    Set<String> keys = new TreeSet<>();
    for (Diagnosis diagnosis : Diagnoses.all()) {
      for (Said sentence : List.of(diagnosis.sentence(), diagnosis.action())) {
        assertEquals(List.of(), untold(sentence), sentence.english());
        keys.add(sentence.key());
      }
    }
    assertTrue(keys.size() >= 18, keys.toString());
    assertEquals(List.of("Forgotten"), untold(Said.of("said.old", "Forgotten petal")));
    assertEquals(List.of("Forgotten"), untold(Said.verbatim("Forgotten")));
  }

  @Test
  void aSentenceOfTheMonitorIsSaidInALanguageWithItsNumbers() {
    Said sentence =
        Said.of("said.moved-unknown", "x", Said.of("said.estimate", new Said.Share(.9125)));
    assertEquals(
        "Inputs moved (x) and too few labels tell what that does; the estimate without labels is"
            + " an accuracy of 91.3 %",
        sentence.english());
    String vo = Language.wanted("vo, de").said(sentence);
    assertTrue(vo.startsWith("⟦Inputs moved (⟧x⟦)") && vo.contains("; ⟧⟦the estimate"), vo);
    assertTrue(Language.wanted("de").said(sentence).endsWith("91,3 %"));
  }
}
