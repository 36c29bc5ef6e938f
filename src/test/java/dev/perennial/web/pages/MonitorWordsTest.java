package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import dev.perennial.model.Verdict;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.training.Benefit;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Span;
import dev.perennial.web.Hostile;
import dev.perennial.web.Reports;
import dev.perennial.web.Upkeep;
import java.util.List;
import java.util.Optional;
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
    assertTrue(text.contains("data_drift-2, but only 40 of 200 new labels since"), text);
    assertTrue(text.contains("2026-11-25 03:30 UTC"), text);
    assertTrue(text.indexOf(GAIN) < text.indexOf("What moved"), text);
    String quiet = text("healthy");
    assertTrue(quiet.contains("no policy is on"), quiet);
    assertTrue(quiet.contains("measured after 200 new labels; 40 have come."), quiet);
  }

  @Test
  void aGainAgainstAVersionThatAnswersNoMoreIsNoneOfToday() throws Exception {
    String text = text("turned");
    assertTrue(text.contains("against version 2 (95 % interval"), text);
    assertTrue(text.contains("Version 2 answers no more"), text);
    assertFalse(text("drifting").contains("answers no more"));
  }

  @Test
  void aGainMeasuredBeforeAnAlarmSaysWhatItDoesNotKnow() throws Exception {
    String old = "It knows no labels that came later";
    assertTrue(text(Hostile.NAME).contains(old), text(Hostile.NAME));
    assertFalse(text("drifting").contains(old));
  }

  @Test
  void aGainThatIsNotShownIsDoubtfulWhereTheMonitorAdvisesToRetrain() {
    assertTrue(doubtful("turned", false));
    assertFalse(doubtful("turned", true));
    assertFalse(doubtful("healthy", false));
  }

  private static boolean doubtful(String state, boolean better) {
    Verdict verdict =
        new Verdict(better, better, Optional.of(new Verdict.Gain(0, 0, 0, 400)), List.of());
    Benefit benefit = Benefit.of(new Benefit.Measured(3, Reports.NOW, 400, verdict));
    Upkeep upkeep = new Upkeep(List.of(), benefit, Optional.empty());
    Report report = Reports.of(state, Span.HOUR).orElseThrow();
    UpkeepView view = UpkeepView.of(upkeep, report, Language.wanted("en"));
    return view.measured().orElseThrow().doubtful();
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
    assertTrue(plain > 0 && plain < text.indexOf("petal_length has moved, in two windows"), text);
    assertTrue(text.contains("missing: 0.0 % of this window’s rows, 10.0 % in training."), text);
    assertFalse(text("sparse").contains("Mean of the newest"));
    String iris = text("turned");
    assertTrue(iris.contains("Mean of the newest 220 rows: 3.79 cm. In training: 3.76 cm."), iris);
  }

  @Test
  void theShiftIsOfTheSameRowsAsTheMeanBesideIt() throws Exception {
    String row = page("drifting").querySelector("table.drift tbody tr").asNormalizedText();
    assertTrue(row.contains("3.76\t4.81\t1.77\t1.81\t+0.59\t"), row);
  }

  @Test
  void anAccuracyOfFewLabelsIsNeverToldWithoutThem() {
    assertEquals("0.959 before deployment 0.960", tile(Status.STEADY, 612));
    assertEquals(
        "0.959 of 120 labels, 95 % interval 0.929 to 0.979; before deployment 0.960",
        tile(Status.NOT_ENOUGH_DATA, 120));
    assertEquals(
        "– only 29 labels in this window; before deployment 0.960",
        tile(Status.NOT_ENOUGH_DATA, 29));
    assertEquals(
        "– only 1 label in this window; before deployment 0.960", tile(Status.NOT_ENOUGH_DATA, 1));
    assertEquals(
        "– only 0 labels in this window; before deployment 0.960", tile(Status.NOT_ENOUGH_DATA, 0));
  }

  private static String tile(Status status, long labels) {
    OfClasses p =
        (OfClasses) Reports.of("healthy", Span.HOUR).orElseThrow().performance().orElseThrow();
    PerformanceVerdict v = p.verdict();
    OfClasses few =
        new OfClasses(
            new PerformanceVerdict(
                status,
                v.figure(),
                v.interval(),
                v.labels(),
                v.expected(),
                v.bound(),
                v.threshold(),
                v.reason(),
                v.yardstick()),
            p.classes(),
            labels,
            p.coverage(),
            p.lagSeconds(),
            p.accuracy(),
            p.interval(),
            p.macroF1(),
            p.logLoss(),
            p.brier(),
            p.calibrationError(),
            p.calibration(),
            p.perClass(),
            p.confusion(),
            p.holdOutAccuracy(),
            p.holdOutMacroF1(),
            p.holdOutRows());
    MonitorView.Tile tile = PerformanceView.tile(few, Language.wanted("en"));
    return tile.value() + " " + tile.note();
  }
}
