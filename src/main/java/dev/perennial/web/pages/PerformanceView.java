package dev.perennial.web.pages;

import dev.perennial.monitor.ClassScore;
import dev.perennial.watch.Report.Performance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a model does, as labels show it.
 *
 * @param classes names of the confusion's columns
 * @param confusion a row for each true class
 */
public record PerformanceView(
    Mark mark,
    String reason,
    boolean labelled,
    String accuracy,
    String interval,
    String expected,
    List<Fact> facts,
    List<String> classes,
    List<Truth> confusion,
    List<Score> scores) {

  /** What the rows of one true class were given. */
  public record Truth(String name, List<Cell> cells) {}

  /**
   * One count.
   *
   * @param kind right, wrong or none
   */
  public record Cell(String count, String kind) {}

  /** How well one class is recognised. */
  public record Score(
      String name, String precision, String recall, String f1, String support, String given) {}

  static PerformanceView of(Performance p) {
    boolean labelled = p.labels() > 0;
    return new PerformanceView(
        Mark.of(p.verdict().status(), "mark.fell"),
        Figures.sentence(p.verdict().reason()),
        labelled,
        labelled ? Figures.score(p.accuracy()) : Figures.NONE,
        labelled
            ? Figures.score(p.interval().low()) + " to " + Figures.score(p.interval().high())
            : "",
        Figures.score(p.holdOutAccuracy()),
        facts(p, labelled),
        p.classes(),
        confusion(p),
        IntStream.range(0, Math.min(p.classes().size(), p.perClass().size()))
            .mapToObj(k -> score(p.classes().get(k), p.perClass().get(k)))
            .toList());
  }

  private static List<Fact> facts(Performance p, boolean labelled) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Labelled",
            Figures.count(p.labels()),
            Figures.percent(p.coverage()) + " of the window's rows"));
    if (labelled) {
      Duration lag = Duration.ofMillis((long) (p.lagSeconds() * 1e3));
      facts.add(new Fact("Label lag", Figures.span(lag), "median time from answer to label"));
      facts.add(
          new Fact(
              "Macro F1",
              Figures.score(p.macroF1()),
              "mean F1 of the classes; hold-out " + Figures.score(p.holdOutMacroF1())));
      facts.add(
          new Fact("Log loss", Figures.number(p.logLoss()), "punishes sure mistakes; 0 is best"));
      facts.add(
          new Fact(
              "Brier score", Figures.number(p.brier()), "squared distance from truth; 0 is best"));
      facts.add(
          new Fact(
              "Calibration error",
              Figures.number(p.calibrationError()),
              "how far stated probabilities are from what happens; 0 is best"));
    }
    return facts;
  }

  private static List<Truth> confusion(Performance p) {
    List<Truth> rows = new ArrayList<>();
    for (int k = 0; k < Math.min(p.classes().size(), p.confusion().length); k++) {
      List<Cell> cells = new ArrayList<>();
      for (int j = 0; j < p.confusion()[k].length; j++) {
        long count = p.confusion()[k][j];
        cells.add(new Cell(Figures.count(count), k == j ? "right" : count > 0 ? "wrong" : "none"));
      }
      rows.add(new Truth(p.classes().get(k), cells));
    }
    return rows;
  }

  private static Score score(String name, ClassScore score) {
    return new Score(
        name,
        score.given() > 0 ? Figures.score(score.precision()) : Figures.NONE,
        score.support() > 0 ? Figures.score(score.recall()) : Figures.NONE,
        score.support() + score.given() > 0 ? Figures.score(score.f1()) : Figures.NONE,
        Figures.count(score.support()),
        Figures.count(score.given()));
  }
}
