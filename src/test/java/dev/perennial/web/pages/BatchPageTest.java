package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlFileInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The upload of many rows, as a browser without JavaScript has it. */
@ExtendWith(Sites.class)
class BatchPageTest {
  private static final String CSV =
      "id,sepal_length,sepal_width,petal_length,petal_width\n1,5.1,3.5,1.4,0.2\n2,x,3,5.2,2.3\n";

  @TempDir Path folder;

  private Page send(Site site, WebClient browser, String name, String text) throws Exception {
    browser.getOptions().setJavaScriptEnabled(false);
    browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    HtmlPage page = browser.getPage(site.at("models/iris/batch").toString());
    HtmlFileInput file = (HtmlFileInput) page.getElementById("table");
    if (!name.isEmpty()) {
      File chosen = Files.writeString(folder.resolve(name), text).toFile();
      file.setFiles(chosen);
    }
    DomElement button = page.querySelector("#batch button[type=submit]");
    return button.click();
  }

  @Test
  void aFileBringsAFileOfAnswers(Site site) throws Exception {
    try (WebClient browser = new WebClient()) {
      Page answer = send(site, browser, "flowers.csv", CSV);
      assertEquals(200, answer.getWebResponse().getStatusCode());
      assertEquals(
          "attachment; filename=\"iris-answers.csv\"",
          answer.getWebResponse().getResponseHeaderValue("Content-Disposition"));
      String[] lines = answer.getWebResponse().getContentAsString().split("\r\n", -1);
      assertTrue(lines[1].startsWith("1,") && lines[1].contains(",setosa,"), lines[1]);
      assertTrue(lines[2].contains("sepal_length is not a number"), lines[2]);
    }
  }

  @Test
  void anArffFileIsKnownByItsName(Site site) throws Exception {
    String arff = Files.readString(Path.of("weka-models/iris/iris.arff"));
    try (WebClient browser = new WebClient()) {
      Page answer = send(site, browser, "iris.ARFF", arff);
      String text = answer.getWebResponse().getContentAsString();
      assertEquals(151, text.lines().count());
      List<String> unusual = text.lines().skip(1).filter(line -> !line.endsWith(",,")).toList();
      assertEquals(1, unusual.size(), "the one flower with a petal shorter than training saw");
      assertTrue(unusual.get(0).contains("Petal Length 1 cm is outside"), unusual.get(0));
    }
  }

  @Test
  void aFileThatIsNotTakenIsExplainedOnThePage(Site site) throws Exception {
    try (WebClient browser = new WebClient()) {
      HtmlPage page = (HtmlPage) send(site, browser, "wrong.csv", "<b>,sepal_width\n1,2");
      assertEquals(400, page.getWebResponse().getStatusCode());
      String said = page.querySelector("main").asNormalizedText();
      assertTrue(said.contains("<b> is not a field of this model"), said);
      assertTrue(said.contains("petal_width is missing"), said);
      assertTrue(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy") != null);
    }
    try (WebClient browser = new WebClient()) {
      HtmlPage page = (HtmlPage) send(site, browser, "", "");
      assertTrue(page.asNormalizedText().contains("Choose a file"), page.asNormalizedText());
    }
  }

  @Test
  void whoeverIsSignedInSendsTheTokenOfTheSession(Site site) throws Exception {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      HtmlPage signIn = browser.getPage(site.at("sign-in").toString());
      ((HtmlInput) signIn.getElementById("name")).setValue("admin");
      ((HtmlInput) signIn.getElementById("password")).setValue(Site.PASSWORD);
      DomElement button = signIn.querySelector("form.card button");
      button.click();
      Page answer = send(site, browser, "flowers.csv", CSV);
      assertEquals(200, answer.getWebResponse().getStatusCode());
    }
  }
}
