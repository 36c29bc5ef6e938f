package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import dev.perennial.web.Hostile;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the monitor's page says to somebody who has never seen it. */
@ExtendWith(Sites.class)
class MonitorWordsTest {
  private static final String GAIN =
      "would gain about 6.1 points of accuracy against version 3 (95 % interval +3.9 to +8.2).";
  private static final String HOSTILE = MonitorView.path(Hostile.NAME).substring(1);
  private static final WebClient BROWSER = new WebClient();
  private static Stage stage;

  @BeforeAll
  static void start(Site site) throws Exception {
    stage = Stage.over(site);
    BROWSER.getOptions().setJavaScriptEnabled(false);
  }

  @AfterAll
  static void stop() throws Exception {
    BROWSER.close();
    stage.close();
  }

  private static HtmlPage page(String state) throws Exception {
    return BROWSER.getPage(stage.at("monitor/" + state).toURL());
  }

  private static String text(String state) throws Exception {
    return page(state).asNormalizedText();
  }

  @Test
  void besideTheButtonStandsWhatRetrainingWouldGainAndWhatPoliciesWaitFor() throws Exception {
    String text = text("drifting");
    assertTrue(text.contains(GAIN), text);
    assertTrue(text.contains("data_drift-2, but only 40 of 200 new labels."), text);
    assertTrue(text.contains("2026-11-25 03:30 UTC"), text);
    assertTrue(text.indexOf(GAIN) < text.indexOf("What moved"), text);
    String quiet = text("healthy");
    assertTrue(quiet.contains("no policy is on"), quiet);
    assertTrue(quiet.contains("Measured after 200 new labels; 40 have come."), quiet);
  }

  @Test
  void aGainAgainstAVersionThatAnswersNoMoreIsNoneOfToday() throws Exception {
    String text = text("turned");
    assertTrue(text.contains("against version 2 (95 % interval"), text);
    assertTrue(text.contains("Version 2 answers no more"), text);
    assertFalse(text("drifting").contains("answers no more"));
  }

  @Test
  void whoIsToGetLabelsIsToldHow() throws Exception {
    for (String state : List.of("turned", "regression")) {
      DomElement how = page(state).getElementById("labels-how");
      List<String> links =
          how.getElementsByTagName("a").stream().map(a -> a.getAttribute("href")).toList();
      assertEquals(2, links.size());
      assertTrue(links.get(0).endsWith("/docs#/Labels/post-labels"), links.toString());
      assertTrue(links.get(1).endsWith("/models/" + state + "/export"), links.toString());
    }
    assertEquals(null, page("healthy").getElementById("labels-how"));
  }

  @Test
  void whatAnInputIsAndWasStandsBeforeTheStatistics() throws Exception {
    String text = text("drifting");
    int plain = text.indexOf("Mean of the newest 220 rows: 4.93. In training: 3.76.");
    assertTrue(plain > 0 && plain < text.indexOf("petal_length moved: PSI 0.44"), text);
    assertTrue(text.contains("missing: 0.0 % of this window’s rows, 10.0 % in training."), text);
    assertFalse(text("sparse").contains("Mean of the newest"));
    String hostile = BROWSER.<HtmlPage>getPage(stage.at(HOSTILE).toURL()).asNormalizedText();
    assertTrue(hostile.contains(" <em>cm</em>. In training: "), hostile);
  }

  @Test
  void theShiftIsOfTheSameRowsAsTheMeanBesideIt() throws Exception {
    String row = page("drifting").querySelector("table.drift tbody tr").asNormalizedText();
    assertTrue(row.contains("3.76\t4.93\t1.77\t1.81\t+0.66\t"), row);
  }
}
