package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Stage;
import dev.perennial.web.Reports;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The monitor's pages in each of their states, as a browser without JavaScript shows them. */
@ExtendWith(Sites.class)
class MonitorPagesTest {
  static final List<String> STATES = Reports.NAMES;
  private static final WebClient BROWSER = new WebClient();
  private static Stage stage;

  @BeforeAll
  static void start(Site site) throws Exception {
    stage = Stage.over(site);
    BROWSER.getOptions().setJavaScriptEnabled(false);
    BROWSER.getOptions().setThrowExceptionOnFailingStatusCode(false);
  }

  @AfterAll
  static void stop() throws Exception {
    BROWSER.close();
    stage.close();
  }

  private static HtmlPage page(String path, boolean administrator) throws Exception {
    BROWSER.removeRequestHeader("Authorization");
    if (administrator) {
      BROWSER.addRequestHeader("Authorization", "Bearer " + Site.TOKEN);
    }
    return BROWSER.getPage(stage.at(path).toURL());
  }

  private static String text(String path) throws Exception {
    return page(path, false).asNormalizedText();
  }

  private static HttpResponse<String> get(Site site, String path) throws Exception {
    return site.http.send(HttpRequest.newBuilder(stage.at(path)).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @FieldSource("STATES")
  void everyStateHasItsSectionsAndNoElementTwice(String state) throws Exception {
    HtmlPage page = page("monitor/" + state, false);
    assertEquals(200, page.getWebResponse().getStatusCode());
    for (String id : List.of("diagnosis", "drift", "performance", "health", "alarms")) {
      assertEquals(1, page.getByXPath("//section[@id='" + id + "']").size(), id);
    }
    List<String> ids =
        page.getByXPath("//*[@id]").stream().map(e -> ((DomElement) e).getId()).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    assertFalse(page.asXml().contains("NaN"), "a figure is not a number");
  }

  @Test
  void theDiagnosisStandsOnTopWithItsOneAction() throws Exception {
    String text = text("monitor/drifting");
    int sentence = text.indexOf("Inputs moved (petal_length)");
    int action = text.indexOf("What to do: Retrain with recent labelled rows.");
    assertTrue(sentence > 0 && action > sentence, text);
    assertTrue(action < text.indexOf("What moved"), text);
    assertTrue(text.contains("Also holds: Stale"), text);
  }

  @Test
  void retrainingIsOfferedAlwaysAndProminentWhereItHelps() throws Exception {
    for (String state : STATES) {
      assertTrue(
          page("monitor/" + state, false)
              .getAnchorByText("Retrain")
              .getHrefAttribute()
              .endsWith("/models/" + state + "/retrain"));
    }
    assertEquals("button", retrain("drifting"));
    assertEquals("button second", retrain("healthy"));
  }

  @Test
  void aChallengerInTheShadowIsPromotedByAnAdministratorAlone() throws Exception {
    String text = text("monitor/drifting");
    for (String part :
        List.of(
            "Version 4 in the shadow of version 3",
            "95 % 92.3 % … 93.9 %",
            "17 dropped under load",
            "The challenger: +6.8 points, 95 % +4.5 … +9.1.")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertTrue(page("monitor/drifting", false).asXml().contains("Accuracy rose."));
    String forms = "//section[@id='upkeep']//form";
    assertEquals(0, page("monitor/drifting", false).getByXPath(forms).size());
    HtmlForm form = page("monitor/drifting", true).getFirstByXPath(forms);
    assertTrue(form.getActionAttribute().endsWith("/models/drifting/promote"));
    assertEquals("4", form.getInputByName("version").getValue());
    assertEquals(0, page("monitor/healthy", true).getByXPath(forms).size());
  }

  private static String retrain(String state) throws Exception {
    return page("monitor/" + state, false).getAnchorByText("Retrain").getAttribute("class");
  }

  @Test
  void whatMovedAndMattersStandsFirstWithTrainingBesideIt() throws Exception {
    HtmlTable table =
        page("monitor/drifting", false).getFirstByXPath("//section[@id='drift']//table");
    assertTrue(table.getCellAt(1, 0).asNormalizedText().startsWith("petal_length"));
    assertEquals("Moved", table.getCellAt(1, 1).asNormalizedText());
    assertEquals("3.76", table.getCellAt(1, 2).asNormalizedText());
    assertEquals("4.81", table.getCellAt(1, 3).asNormalizedText());
    assertTrue(table.getCellAt(3, 0).asNormalizedText().startsWith("petal_width"));
    assertEquals("Moving", table.getCellAt(3, 1).asNormalizedText());
  }

  @Test
  void nothingYetIsSaidAndNotShownAsZero() throws Exception {
    String text = text("monitor/sparse");
    assertTrue(text.contains("Not enough data"), text);
    assertTrue(text.contains("No labels in this window"), text);
    assertTrue(text.contains("No requests in this window"), text);
    assertTrue(text.contains("No alarm was ever raised"), text);
    assertFalse(text.contains("0.000"), text);
  }

  @Test
  void hostileNamesStayWords() throws Exception {
    HtmlPage page = page("monitor/hostile?feature=%3Cu%3Esize%3C%2Fu%3E", false);
    assertEquals(0, page.getByXPath("//main//u | //main//i | //main//s | //main//img").size());
    assertEquals(0, page.getByXPath("//main//script").size());
    assertTrue(page.asNormalizedText().contains("<u>size</u>"));
    assertTrue(page.getElementById("feature").asNormalizedText().contains("<u>size</u>"));
  }

  @Test
  void aFeatureOpensToItsDistributionOverTime() throws Exception {
    HtmlPage page = page("monitor/drifting", false);
    HtmlPage opened = page.getAnchorByText("petal_length").click();
    String text = opened.getElementById("feature").asNormalizedText();
    assertTrue(text.contains("Mean over time"), text);
    assertTrue(text.contains("Jensen-Shannon"), text);
    assertTrue(text.contains("Live: the line, 4,212 rows. Training: the bars, 150 rows."), text);
    assertEquals(4, opened.getByXPath("//*[@id='feature']//figure[div[@class='plot']]").size());
    String mean = opened.getElementById("chart-mean").asNormalizedText();
    assertTrue(mean.contains("Training, mean ± 1 sd 1.99 to 5.53"), mean);
    String quiet = opened.getElementById("chart-psi").asNormalizedText();
    assertTrue(quiet.contains("Quiet below, at so many rows"), quiet);
  }

  @Test
  void anAnswerAndWhatAnAlarmNamesOpenToo() throws Exception {
    HtmlPage answer = page("monitor/drifting", false).getAnchorByText("confidence").click();
    assertTrue(
        answer.getElementById("feature").asNormalizedText().startsWith("confidence"),
        answer.getElementById("feature").asNormalizedText());
    DomElement alarm =
        page("monitor/drifting?window=24h", false).getElementById("alarm-data_drift");
    HtmlPage input = ((HtmlAnchor) alarm.getFirstByXPath(".//p[@class='ways']/a")).click();
    assertTrue(input.getUrl().toString().contains("?window=24h&feature=petal_length#feature"));
    assertTrue(input.getElementById("feature").asNormalizedText().startsWith("petal_length"));
  }

  @Test
  void earlierIncidentsHaveTheirStepsAndWhoTookThemOn() throws Exception {
    String link = "All incidents, the earlier ones too";
    HtmlPage first = page("monitor/drifting", false).getAnchorByText(link).click();
    String text = first.asNormalizedText();
    for (String part :
        List.of(
            "drifting-data_drift-30",
            "petal_length has moved, in two windows in a row: stability index 0.44, p 1",
            "Acknowledged by ada: “the <i>new</i> lamp”",
            ", after 2 h.")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertEquals(25, first.getByXPath("//article").size());
    HtmlPage older = first.getAnchorByText("Older incidents").click();
    assertEquals(5, older.getByXPath("//article").size());
    assertTrue(older.asNormalizedText().contains("drifting-data_drift-5"));
    assertTrue(text("monitor/healthy/incidents").contains("No alarm was ever raised"));
    assertEquals(404, page("monitor/nobody/incidents", false).getWebResponse().getStatusCode());
    assertEquals(
        400, page("monitor/healthy/incidents?before=x", false).getWebResponse().getStatusCode());
  }

  @Test
  void calibrationAndTheSpreadOfLatencyAreDrawnWithTheirTables() throws Exception {
    HtmlPage page = page("monitor/healthy", false);
    HtmlTable table = page.getFirstByXPath("//figure[@id='calibration']//table");
    assertEquals("86.0 %", table.getCellAt(2, 1).asNormalizedText());
    assertEquals("72.0 %", table.getCellAt(2, 2).asNormalizedText());
    assertEquals(4, page.getByXPath("//figure[@id='latencies']//*[local-name()='rect']").size());
    assertEquals(0, page("monitor/sparse", false).getByXPath("//figure").size());
  }

  @Test
  void everyChartIsMarkedWithWhatHappened() throws Exception {
    HtmlPage page = page("monitor/drifting", false);
    for (String id : List.of("chart-performance", "chart-latency", "chart-traffic")) {
      String text = page.getElementById(id).asNormalizedText();
      assertTrue(text.contains("08:40 UTC Version 3 answers after version 2"), text);
      assertTrue(text.contains("Data drift alarm resolved"), text);
      assertTrue(text.contains("Retraining 7: version 4 admitted"), text);
    }
  }

  @Test
  void manyInputsAreShownInPart() throws Exception {
    String count = "//section[@id='drift']//table[@class='drift']/tbody/tr[not(@class)]";
    HtmlPage page = page("monitor/wide", false);
    assertEquals(25, page.getByXPath(count).size());
    HtmlPage all = page.getAnchorByText("Show 475 more inputs").click();
    assertEquals(500, all.getByXPath(count).size());
  }

  @Test
  void everyChartIsAlsoATable() throws Exception {
    HtmlPage page = page("monitor/healthy", false);
    int charts = page.getByXPath("//figure[div[@class='plot']]").size();
    assertTrue(charts >= 4, charts + " charts");
    assertEquals(charts, page.getByXPath("//figure//details//table[.//tr[2]]").size());
  }

  @Test
  void everyModelHasALineWithItsStatusInWords() throws Exception {
    String text = text("monitor");
    for (String state : STATES) {
      assertTrue(text.contains(state), state);
    }
    assertTrue(text.contains("Harmful shift") && text.contains("Data fault"), text);
    assertTrue(text.contains("2 open alarms"), text);
  }

  @Test
  void onlyAnAdministratorIsOfferedToActOnAnAlarm() throws Exception {
    assertEquals(0, page("monitor/faulty", false).getByXPath("//form[.//*[@name='note']]").size());
    assertEquals(3, page("monitor/faulty", true).getByXPath("//form[.//*[@name='note']]").size());
  }

  @Test
  void aWrongWindowIsToldTheOnesThereAre(Site site) throws Exception {
    HttpResponse<String> response = get(site, "api/v1/models/healthy/monitor?window=2h&wndow=1");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("must be one of 15m, 1h, 24h, 7d, all"), response.body());
    assertTrue(response.body().contains("\"field\":\"wndow\""), response.body());
    assertEquals(400, page("monitor/healthy?window=2h", false).getWebResponse().getStatusCode());
  }

  @Test
  void anUnknownModelOrMetricIsToldWhatThereIs(Site site) throws Exception {
    HttpResponse<String> model = get(site, "api/v1/models/nobody/monitor");
    assertEquals(404, model.statusCode());
    assertTrue(model.body().contains("healthy"), model.body());
    HttpResponse<String> metric = get(site, "api/v1/models/nobody/monitor/series?metric=x");
    assertEquals(404, metric.statusCode());
    assertEquals(404, page("monitor/nobody", false).getWebResponse().getStatusCode());
  }

  @Test
  void whatTheChartsNeedIsServedFromHere(Site site) throws Exception {
    HtmlPage page = page("monitor/healthy", false);
    for (Object source : page.getByXPath("//script/@src | //link/@href")) {
      String path = ((org.htmlunit.html.DomAttr) source).getValue();
      assertEquals(200, get(site, path.substring(1)).statusCode(), path);
    }
  }
}
