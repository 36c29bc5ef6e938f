package dev.perennial.web.pages;

import dev.perennial.monitor.ClassScore;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Report.OfNumbers;
import dev.perennial.watch.Report.Performance;
import dev.perennial.web.pages.MonitorView.Tile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a model does, as labels show it.
 *
 * @param measure accuracy, or mean absolute error
 * @param figure of it
 * @param number whether the target is one: then there is no class
 * @param residual whether errors lie as before, in a sentence; "" for classes
 * @param calibration stated probability against what happened; empty without labels
 * @param classes names of the confusion's columns
 * @param confusion a row for each true class
 */
public record PerformanceView(
    Mark mark,
    String reason,
    boolean labelled,
    String measure,
    String figure,
    String interval,
    String expected,
    boolean number,
    String residual,
    List<Fact> facts,
    Optional<CalibrationView> calibration,
    List<String> classes,
    List<Truth> confusion,
    List<Score> scores) {
  /** A figure of fewer labels says nothing. */
  private static final long LEAST = 30;

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
    return p instanceof OfNumbers numbers ? of(numbers, in) : of((OfClasses) p, in);
  }

  /** The figure on top of the page; while nothing can be judged, with the labels it is of. */
  static Tile tile(Performance p, Language in) {
    PerformanceView view = of(p, in);
    boolean judged = p.verdict().status() != Status.NOT_ENOUGH_DATA;
    String before = in.say("monitor.before-deployment", view.expected());
    String labels = in.numbers().count(p.labels());
    return new Tile(
        in.say(view.number() ? "monitor.mean-absolute-error" : "monitor.accuracy"),
        judged || p.labels() >= LEAST ? view.figure() : Figures.NONE,
        judged
            ? before
            : p.labels() == 1
                ? in.say("monitor.only-1-label", before)
                : p.labels() < LEAST
                    ? in.say("monitor.only-few-labels", labels, before)
                    : in.say("monitor.of-labels", labels, view.interval(), before),
        view.mark().kind());
  }

  private static PerformanceView of(OfNumbers p, Language in) {
    boolean labelled = p.labels() > 0;
    SpanFigures.OfNumbers f = p.figures();
    Numerals numbers = in.numbers();
    List<Fact> facts = labels(p, in);
    if (labelled) {
      facts.add(
          new Fact(
              in.say("performance.rmse"),
              numbers.number(f.rmse()),
              in.say(
                  "performance.rmse-between",
                  between(f.rmseInterval(), in),
                  numbers.number(p.holdOut().rmse()))));
      facts.add(
          new Fact(
              in.say("performance.r2"),
              numbers.score(f.r2()),
              in.say("performance.r2-hold-out", numbers.score(p.holdOut().r2()))));
      facts.add(
          new Fact(
              in.say("performance.bias"),
              numbers.number(f.bias()),
              in.say("performance.bias-hold-out", numbers.number(p.holdOut().bias()))));
    }
    return new PerformanceView(
        Mark.of(p.verdict().status(), "mark.errors-grew"),
        Figures.sentence(in.said(p.verdict().reason())),
        labelled,
        in.say("performance.mean-absolute-error"),
        labelled ? numbers.number(f.mae()) : Figures.NONE,
        labelled ? between(f.maeInterval(), in) : "",
        numbers.number(p.holdOut().mae()),
        true,
        Figures.sentence(in.said(p.residual().reason())),
        facts,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String between(Interval interval, Language in) {
    return in.say(
        "performance.to",
        in.numbers().number(interval.low()),
        in.numbers().number(interval.high()));
  }

  private static PerformanceView of(OfClasses p, Language in) {
    boolean labelled = p.labels() > 0;
    return new PerformanceView(
        Mark.of(p.verdict().status(), "mark.fell"),
        Figures.sentence(in.said(p.verdict().reason())),
        labelled,
        in.say("performance.accuracy"),
        labelled ? in.numbers().score(p.accuracy()) : Figures.NONE,
        labelled
            ? in.say(
                "performance.to",
                in.numbers().score(p.interval().low()),
                in.numbers().score(p.interval().high()))
            : "",
        in.numbers().score(p.holdOutAccuracy()),
        false,
        "",
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

  private static List<Fact> labels(Performance p, Language in) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            in.say("performance.labelled"),
            in.numbers().count(p.labels()),
            in.say("performance.of-the-windows-rows", in.numbers().percent(p.coverage()))));
    if (p.labels() > 0) {
      Duration lag = Duration.ofMillis((long) (p.lagSeconds() * 1e3));
      facts.add(
          new Fact(
              in.say("performance.label-lag"),
              in.span(lag),
              in.say("performance.median-time-from-answer")));
    }
    return facts;
  }

  private static List<Fact> facts(OfClasses p, boolean labelled, Language in) {
    List<Fact> facts = labels(p, in);
    if (labelled) {
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

  private static List<Truth> confusion(OfClasses p, Language in) {
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
