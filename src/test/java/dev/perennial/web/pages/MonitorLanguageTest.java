package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import dev.perennial.web.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The monitor's pages in each of their states, in the language of {@link LanguagePagesTest}. */
@ExtendWith(Sites.class)
class MonitorLanguageTest {
  static final List<String> STATES =
      Reports.NAMES.stream().filter(name -> !name.contains("<")).toList();

  /** Figures under their names in the API, routes, and what is not a word at all. */
  private static final String DATA = "dl.figures, dl.evidence, .hint, #health td.route";

  /** Of models, columns, classes and units; what samples say that are made up. */
  private static final Set<String> NAMES =
      Set.of(
          ("healthy drifting sparse faulty turned aged regression wide hostile petal sepal length"
                  + " width Petal Sepal Length Width cm class setosa versicolor virginica price"
                  + " μέτρηση قياس 测量 u size a b i yes no script alert img src x onerror ms kB µs B"
                  + " Accuracy rose data drift ada the new lamp admin I look into it report known outage api v1 models model predict Retrain")
              .split(" "));

  private static final WebClient BROWSER = new WebClient();
  private static Stage stage;

  @BeforeAll
  static void start(Site site) throws Exception {
    stage = Stage.over(site);
    BROWSER.getOptions().setJavaScriptEnabled(false);
    BROWSER.addRequestHeader("Accept-Language", "vo");
    BROWSER.addRequestHeader("Authorization", "Bearer " + Site.TOKEN);
  }

  @AfterAll
  static void stop() throws Exception {
    BROWSER.close();
    stage.close();
  }

  private static List<String> strangers(String path) throws Exception {
    HtmlPage page = BROWSER.getPage(stage.at(path).toURL());
    assertFalse(page.getWebResponse().getContentAsString().contains("???"), path);
    return LanguagePagesTest.strangers(page, DATA).stream()
        .filter(word -> !NAMES.contains(word))
        .toList();
  }

  @ParameterizedTest
  @FieldSource("STATES")
  void everyWordOfTheMonitorStandsInTheTexts(String state) throws Exception {
    assertEquals(List.of(), strangers("monitor/" + state + "?feature=petal_length&all=yes"));
  }

  @Test
  void everyWordOfTheIncidentsAndOfTheListOfModelsStandsInTheTexts() throws Exception {
    List<String> found = new ArrayList<>(strangers("monitor/drifting/incidents"));
    found.addAll(strangers("monitor"));
    assertEquals(List.of(), found);
  }
}
