package dev.perennial.web.pages;

import dev.perennial.monitor.DriftFigures;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.watch.Report.ColumnReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One figure with its name.
 *
 * @param value "" where it is a time
 * @param note what it means or is to be compared with; "" where it speaks for itself
 * @param times one, or the two ends of a span; none for other figures
 */
public record Fact(String name, String value, String note, List<Moment> times) {

  Fact(String name, String value, String note) {
    this(name, value, note, List.of());
  }

  /** A figure that is a time, or a span from one to another. */
  static Fact at(String name, String note, Instant... times) {
    return new Fact(name, "", note, Arrays.stream(times).map(Moment::of).toList());
  }

  /** All that is known of a column, for readers who want to know. */
  static List<Fact> of(ColumnReport column, Language in) {
    FeatureVerdict verdict = column.verdict();
    boolean number = !verdict.column().nominal();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            in.say("fact.rows"),
            in.numbers().count(column.n()),
            in.say("fact.in-the-window-shown")));
    facts.add(
        new Fact(
            in.say("fact.rows-judged"),
            in.numbers().count(verdict.n()),
            in.say("fact.in-the-latest-judgement")));
    facts.add(
        new Fact(
            in.say("fact.missing"),
            in.numbers().share(column.missingRate()),
            in.say("fact.rows-without-a-value")));
    facts.add(
        number
            ? new Fact(
                in.say("fact.out-of-range"),
                in.numbers().share(column.outOfRangeRate()),
                in.say("fact.rows-below-or-above"))
            : new Fact(
                in.say("fact.unseen"),
                in.numbers().share(column.unseenRate()),
                in.say("fact.rows-with-a-label")));
    verdict.figures().ifPresent(figures -> add(facts, figures, verdict.q(), number, in));
    return facts;
  }

  private static void add(List<Fact> facts, DriftFigures f, double q, boolean number, Language in) {
    facts.add(
        new Fact(
            in.say("fact.psi"),
            in.numbers().number(f.psi()),
            in.say("fact.population-stability-index-how", in.numbers().number(f.nullBound()))));
    facts.add(
        new Fact(
            in.say("fact.psi-corrected"),
            in.numbers().number(f.psiCorrected()),
            in.say(
                "fact.less-what-chance-adds",
                in.numbers().number(0.1),
                in.numbers().number(0.25))));
    if (number) {
      facts.add(
          new Fact(
              in.say("fact.shift-of-the-mean"),
              in.say("fact.sd", in.numbers().signed(f.smd())),
              in.say(
                  "fact.give-or-take-matters",
                  in.numbers().number(f.smdError()),
                  in.numbers().number(0.25))));
      facts.add(
          new Fact(
              in.say("fact.variance-ratio"),
              in.numbers().number(Math.exp(f.logVarianceRatio())),
              in.say("fact.live-over-training-below", in.numbers().number(0.5))));
    }
    facts.add(
        new Fact(in.say("fact.p"), in.numbers().p(f.p()), in.say("fact.how-often-chance-alone")));
    facts.add(
        new Fact(
            in.say("fact.q"),
            in.numbers().p(q),
            in.say("fact.p-corrected-for-looking", in.numbers().number(0.01))));
    if (number) {
      facts.add(
          new Fact(
              in.say("fact.kolmogorov-smirnov"),
              in.numbers().number(f.ks()),
              in.say("fact.widest-gap-of-the")));
      facts.add(
          new Fact(
              in.say("fact.wasserstein"),
              in.numbers().number(f.wasserstein()),
              in.say("fact.mean-way-that-values")));
    }
    facts.add(
        new Fact(
            in.say("fact.jensen-shannon"),
            in.numbers().number(f.jensenShannon()),
            in.say("fact.distance-0-to-1")));
    facts.add(
        new Fact(
            in.say("fact.design-effect"),
            in.numbers().number(f.deff()),
            in.say("fact.so-many-rows-say")));
  }

  static List<Fact> of(Staleness s, Instant at, Language in) {
    return List.of(
        new Fact(in.say("fact.age"), in.span(s.age()), in.say("fact.policy", in.span(s.policy()))),
        new Fact(in.say("fact.newest-training-row"), in.span(s.newestRow()), in.say("fact.old")),
        before(in.say("fact.last-label"), at, s.sinceLabel(), in),
        before(in.say("fact.last-prediction"), at, s.sincePrediction(), in),
        new Fact(
            in.say("fact.labelled-rows"),
            in.numbers().count(s.labelledRows()),
            in.say("fact.collected-since-training")));
  }

  /** So long before; in words where it never was. */
  private static Fact before(String name, Instant at, Duration since, Language in) {
    return Language.isNever(since)
        ? new Fact(name, in.ago(since), "")
        : at(name, "", at.minus(since));
  }
}
