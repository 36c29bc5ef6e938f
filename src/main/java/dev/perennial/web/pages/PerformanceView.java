package dev.perennial.web.pages;

import dev.perennial.monitor.ClassScore;
import dev.perennial.watch.Report.Performance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a model does, as labels show it.
 *
 * @param calibration stated probability against what happened; empty without labels
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
    Optional<CalibrationView> calibration,
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

  static PerformanceView of(Performance p, Language in) {
    boolean labelled = p.labels() > 0;
    return new PerformanceView(
        Mark.of(p.verdict().status(), "mark.fell"),
        Figures.sentence(p.verdict().reason()),
        labelled,
        labelled ? in.numbers().score(p.accuracy()) : Figures.NONE,
        labelled
            ? in.say(
                "performance.to",
                in.numbers().score(p.interval().low()),
                in.numbers().score(p.interval().high()))
            : "",
        in.numbers().score(p.holdOutAccuracy()),
        facts(p, labelled, in),
        Optional.of(p.calibration())
            .filter(bins -> !bins.isEmpty())
            .map(bins -> CalibrationView.of(bins, in)),
        p.classes(),
        confusion(p, in),
        IntStream.range(0, Math.min(p.classes().size(), p.perClass().size()))
            .mapToObj(k -> score(p.classes().get(k), p.perClass().get(k), in))
            .toList());
  }

  private static List<Fact> facts(Performance p, boolean labelled, Language in) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            in.say("performance.labelled"),
            in.numbers().count(p.labels()),
            in.say("performance.of-the-windows-rows", in.numbers().percent(p.coverage()))));
    if (labelled) {
      Duration lag = Duration.ofMillis((long) (p.lagSeconds() * 1e3));
      facts.add(
          new Fact(
              in.say("performance.label-lag"),
              in.span(lag),
              in.say("performance.median-time-from-answer")));
      facts.add(
          new Fact(
              in.say("performance.macro-f1"),
              in.numbers().score(p.macroF1()),
              in.say("performance.mean-f1-of-the", in.numbers().score(p.holdOutMacroF1()))));
      facts.add(
          new Fact(
              in.say("performance.log-loss"),
              in.numbers().number(p.logLoss()),
              in.say("performance.punishes-sure-mistakes-0")));
      facts.add(
          new Fact(
              in.say("performance.brier-score"),
              in.numbers().number(p.brier()),
              in.say("performance.squared-distance-from-truth")));
      facts.add(
          new Fact(
              in.say("performance.calibration-error"),
              in.numbers().number(p.calibrationError()),
              in.say("performance.how-far-stated-probabilities")));
    }
    return facts;
  }

  private static List<Truth> confusion(Performance p, Language in) {
    List<Truth> rows = new ArrayList<>();
    for (int k = 0; k < Math.min(p.classes().size(), p.confusion().length); k++) {
      List<Cell> cells = new ArrayList<>();
      for (int j = 0; j < p.confusion()[k].length; j++) {
        long count = p.confusion()[k][j];
        cells.add(
            new Cell(in.numbers().count(count), k == j ? "right" : count > 0 ? "wrong" : "none"));
      }
      rows.add(new Truth(p.classes().get(k), cells));
    }
    return rows;
  }

  private static Score score(String name, ClassScore score, Language in) {
    return new Score(
        name,
        score.given() > 0 ? in.numbers().score(score.precision()) : Figures.NONE,
        score.support() > 0 ? in.numbers().score(score.recall()) : Figures.NONE,
        score.support() + score.given() > 0 ? in.numbers().score(score.f1()) : Figures.NONE,
        in.numbers().count(score.support()),
        in.numbers().count(score.given()));
  }
}
