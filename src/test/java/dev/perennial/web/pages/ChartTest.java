package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.CalibrationBin;
import dev.perennial.monitor.DurationBin;
import dev.perennial.monitor.Interval;
import dev.perennial.watch.Report;
import dev.perennial.watch.Series;
import dev.perennial.watch.Series.Point;
import dev.perennial.watch.Span;
import dev.perennial.web.Pasts;
import dev.perennial.web.Reports;
import dev.perennial.web.pages.Chart.Expected;
import dev.perennial.web.pages.Chart.Given;
import dev.perennial.web.pages.Chart.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is drawn, at places that were worked out by hand. */
class ChartTest {
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

  private static final Language IN = Language.wanted("");

  private static Point point(int minute, double value, long n) {
    return new Point(TEN.plusSeconds(60L * minute), value, Optional.empty(), n);
  }

  private static Chart chart(List<Given> given, List<Expected> expected, List<Happened> happened) {
    return Chart.of(
        new Chart.Plan("c", "C", false, IN.numbers()::number, given, expected, happened), IN);
  }

  private static Given given(String name, String counted, Point... points) {
    return new Given(name, counted, new Series(name, List.of(points)));
  }

  @Test
  void whatIsExpectedLiesBehindTheLinesAndWithinTheField() {
    Chart chart =
        chart(
            List.of(given("Mean", "Rows", point(0, 2, 5), point(10, 3, 7))),
            List.of(new Expected("band", 4, 8), Expected.at("line", 6)),
            List.of());
    assertEquals("10.0", chart.high());
    assertEquals("M0.0 240.0L0.0 240.0L1000.0 210.0", chart.lines().get(0).path());
    assertEquals("M0 60.0H1000V180.0H0Z", chart.expected().get(0).path());
    assertEquals("4 to 8", chart.expected().get(0).text());
    assertEquals("M0 120.0H1000", chart.expected().get(1).path());
    assertEquals("6", chart.expected().get(1).text());
  }

  @Test
  void whatHappenedOutsideTheFiguresWidensTheField() {
    Chart chart =
        chart(
            List.of(given("Mean", "Rows", point(0, 2, 5), point(10, 3, 7))),
            List.of(),
            List.of(
                new Happened(TEN.minusSeconds(600), "deployed", "Version 2 answers"),
                new Happened(TEN.plusSeconds(300), "raised", "Data drift alarm raised")));
    assertEquals(List.of("0.0", "750.0"), chart.events().stream().map(e -> e.x()).toList());
    assertEquals("M500.0 180.0L500.0 180.0L1000.0 120.0", chart.lines().get(0).path());
    assertEquals("2026-11-24 09:50 UTC", chart.ends().get(0).text());
  }

  @Test
  void lineWithoutAFigureIsLeftOutAndTheOthersKeepTheirStrokes() {
    Chart chart =
        chart(
            List.of(
                given("labels", "Labels"),
                given("estimate", "Rows", point(0, 2, 1_234)),
                given("f1", "Labels", point(1, 2, 3))),
            List.of(),
            List.of());
    assertEquals(List.of("second", "third"), chart.lines().stream().map(l -> l.kind()).toList());
    assertEquals(List.of("Rows", "Labels"), chart.counts());
    assertEquals(List.of("–", "3"), chart.rows().get(0).counts());
    assertEquals(List.of("1,234", "–"), chart.rows().get(1).counts());
    assertEquals(List.of(), chart(List.of(given("none", "Rows")), List.of(), List.of()).lines());
  }

  @Test
  void theBandsEndsStandInTheTable() {
    Point banded = new Point(TEN, .9, Optional.of(new Interval(.85, .94)), 70);
    Chart chart = chart(List.of(given("a", "Labels", banded)), List.of(), List.of());
    assertEquals("0.85 to 0.94", chart.rows().get(0).cells().get(0).band());
  }

  @Test
  void deploymentsRetrainingsAndAlarmsOfTheSpanAreMarkedAndEarlierOnesAreNot() {
    Report hour = Reports.of("drifting", Span.HOUR).orElseThrow();
    assertEquals(
        List.of(
            "deployed Version 3 answers after version 2",
            "raised Data drift alarm raised",
            "resolved Data drift alarm resolved",
            "raised Data drift alarm raised",
            "raised Performance alarm raised",
            "retrained Retraining 7: version 4 admitted"),
        Marks.of(hour, Pasts.made(), IN).stream().map(h -> h.kind() + " " + h.text()).toList());
    Report quarter = Reports.of("drifting", Span.QUARTER).orElseThrow();
    assertEquals(
        List.of("retrained"),
        Marks.of(quarter, Pasts.made(), IN).stream().map(Happened::kind).toList());
    assertTrue(
        Marks.of(Reports.of("healthy", Span.WEEK).orElseThrow(), Pasts.made(), IN).isEmpty());
    assertEquals(Duration.ofHours(1), Span.HOUR.length());
  }

  @Test
  void calibrationIsDrawnByWhatWasStatedAcrossAndWhatHappenedUpwards() {
    CalibrationView view =
        CalibrationView.of(
            List.of(
                new CalibrationBin(.5, .6, 20, .55, .6, new Interval(.4, .75)),
                new CalibrationBin(.9, 1, 1_500, .98, .9, new Interval(.88, .915))),
            IN);
    assertEquals("M55.0 40.0L98.0 10.0", view.line());
    assertEquals("M55.0 40.0h0M98.0 10.0h0", view.points());
    assertEquals("M55.0 25.0V60.0M98.0 8.5V12.0", view.intervals());
    assertEquals(
        new CalibrationView.Row("90 to 100 %", "98.0 %", "90.0 %", "88.0 % to 91.5 %", "1,500"),
        view.rows().get(1));
  }

  @Test
  void latencyStandsOnALogarithmicAxisWithLabels() {
    LatencyView view =
        LatencyView.of(
                List.of(
                    new DurationBin(100, 1_000, 30),
                    new DurationBin(1_000, 10_000, 0),
                    new DurationBin(10_000, 100_000, 10)),
                IN.numbers())
            .orElseThrow();
    assertEquals(
        List.of(
            new LatencyView.Bar("0.00%", "33.33%", "0.00%", "100.00%"),
            new LatencyView.Bar("66.67%", "33.33%", "66.67%", "33.33%")),
        view.bars());
    assertEquals(
        List.of("100 µs", "1 ms", "10 ms", "100 ms"),
        view.ticks().stream().map(LatencyView.Tick::text).toList());
    assertEquals("33.33%", view.ticks().get(1).x());
    assertEquals("75.0 %", view.rows().get(0).upTo());
    assertEquals(Optional.empty(), LatencyView.of(List.of(), IN.numbers()));
  }

  @Test
  void fewDecadesHaveLabelsInBetween() {
    LatencyView view =
        LatencyView.of(List.of(new DurationBin(900, 6_000, 1)), IN.numbers()).orElseThrow();
    assertEquals(
        List.of("1 ms", "2 ms", "5 ms"),
        view.ticks().stream().map(LatencyView.Tick::text).toList());
  }

  @Test
  void labelsOfAnAxisOfAnyLengthStandApart() {
    for (int from = 10; from < 100; from += 3) {
      for (double to = 1.5 * from; to < 1e9; to *= 1.3) {
        double[] at =
            LatencyView.of(List.of(new DurationBin(from, to, 1)), IN.numbers())
                .orElseThrow()
                .ticks()
                .stream()
                .mapToDouble(tick -> Double.parseDouble(tick.x().replace("%", "")))
                .toArray();
        for (int i = 1; i < at.length; i++) {
          assertTrue(at[i] - at[i - 1] > 22.9, from + " to " + to);
        }
        assertTrue(at.length > (to < 10 * from ? 0 : 1), from + " to " + to);
      }
    }
  }
}
