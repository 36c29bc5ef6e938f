package dev.perennial.web.pages;

import dev.perennial.monitor.DriftFigures;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.watch.Report.ColumnReport;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure with its name.
 *
 * @param note what it means or is to be compared with; "" where it speaks for itself
 */
public record Fact(String name, String value, String note) {

  /** All that is known of a column, for readers who want to know. */
  static List<Fact> of(ColumnReport column) {
    FeatureVerdict verdict = column.verdict();
    boolean number = !verdict.column().nominal();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rows", Figures.count(column.n()), "in the window shown"));
    facts.add(new Fact("Rows judged", Figures.count(verdict.n()), "in the latest judgement"));
    facts.add(new Fact("Missing", Figures.share(column.missingRate()), "rows without a value"));
    facts.add(
        number
            ? new Fact(
                "Out of range",
                Figures.share(column.outOfRangeRate()),
                "rows below or above all that training saw")
            : new Fact(
                "Unseen",
                Figures.share(column.unseenRate()),
                "rows with a label new to the model"));
    verdict.figures().ifPresent(figures -> add(facts, figures, verdict.q(), number));
    return facts;
  }

  private static void add(List<Fact> facts, DriftFigures f, double q, boolean number) {
    facts.add(
        new Fact(
            "PSI",
            Figures.number(f.psi()),
            "population stability index, how much the bins' shares moved; chance alone stays below "
                + Figures.number(f.nullBound())));
    facts.add(
        new Fact(
            "PSI, corrected",
            Figures.number(f.psiCorrected()),
            "less what chance adds: 0.1 warns, 0.25 is critical"));
    if (number) {
      facts.add(
          new Fact(
              "Shift of the mean",
              Figures.signed(f.smd()) + " sd",
              "give or take " + Figures.number(f.smdError()) + "; 0.25 matters"));
      facts.add(
          new Fact(
              "Variance ratio",
              Figures.number(Math.exp(f.logVarianceRatio())),
              "live over training; below 0.5 or above 2 matters"));
    }
    facts.add(new Fact("p", Figures.p(f.p()), "how often chance alone would do this"));
    facts.add(
        new Fact("q", Figures.p(q), "p, corrected for looking at all columns; 0.01 is needed"));
    if (number) {
      facts.add(
          new Fact(
              "Kolmogorov-Smirnov",
              Figures.number(f.ks()),
              "widest gap of the two curves, 0 to 1"));
      facts.add(
          new Fact(
              "Wasserstein",
              Figures.number(f.wasserstein()),
              "mean way that values moved, in sd of training"));
    }
    facts.add(new Fact("Jensen-Shannon", Figures.number(f.jensenShannon()), "distance, 0 to 1"));
    facts.add(
        new Fact(
            "Design effect",
            Figures.number(f.deff()),
            "so many rows say as much as one independent row"));
  }

  static List<Fact> of(Staleness s) {
    return List.of(
        new Fact("Age", Figures.span(s.age()), "policy " + Figures.span(s.policy())),
        new Fact("Newest training row", Figures.span(s.newestRow()), "old"),
        new Fact("Last label", Figures.span(s.sinceLabel()), "ago"),
        new Fact("Last prediction", Figures.span(s.sincePrediction()), "ago"),
        new Fact("Labelled rows", Figures.count(s.labelledRows()), "collected since training"));
  }
}
