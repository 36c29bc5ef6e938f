package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.model.Verdict.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Decides whether a candidate may replace the champion. Pure: the same answers, margins and seed
 * give the same verdict.
 *
 * <p>A candidate is admitted if it is shown not worse (the one-sided 95 % bound of the paired
 * bootstrap stays within each margin) and, where that is asked for, shown better (McNemar's exact
 * test, for numbers the paired t-test on absolute errors, one-sided 5 %). Without enough rows
 * nothing is shown.
 */
final class Gate {
  private static final double ONE_SIDED = 0.05;
  private static final double TWO_SIDED = 0.025;

  /** A class with fewer rows cannot be said to have lost anything. */
  private static final int FEWEST_OF_A_CLASS = 10;

  private final Margins margins;
  private final long seed;
  private final boolean mustBeBetter;

  /**
   * @param mustBeBetter true for a policy's run: nobody asked for a change, so not worse is not
   *     enough
   */
  Gate(Margins margins, long seed, boolean mustBeBetter) {
    this.margins = margins;
    this.seed = seed;
    this.mustBeBetter = mustBeBetter;
  }

  /** Judges classifiers. */
  Verdict judge(Duel duel) {
    List<Rule> rules = new ArrayList<>();
    rules.add(enough(duel.rows()));
    if (duel.rows() == 0) {
      return new Verdict(false, false, Optional.empty(), rules);
    }
    Duel.Side candidate = duel.candidateSide();
    Duel.Side champion = duel.championSide();
    rules.add(share(duel, "accuracy", candidate::accuracy, champion::accuracy, margins.accuracy()));
    rules.add(share(duel, "macro-f1", candidate::macroF1, champion::macroF1, margins.macroF1()));
    rules.add(logLoss(duel, candidate, champion));
    rules.add(classes(duel, candidate, champion));
    Rule better = better(duel, candidate, champion);
    rules.add(better);
    return new Verdict(
        admitted(rules), better.passed(), Optional.of(gain(duel, candidate, champion)), rules);
  }

  static boolean admitted(List<Rule> rules) {
    return rules.stream().allMatch(rule -> rule.passed() || !rule.decides());
  }

  private Rule enough(int rows) {
    boolean passed = rows >= margins.rows();
    return new Rule(
        "enough-rows",
        passed,
        true,
        say(
            "%,d rows were judged that neither model was trained on; at least %,d are needed.",
            rows, margins.rows()));
  }

  private Rule share(
      Duel duel,
      String name,
      ToDoubleFunction<int[]> candidate,
      ToDoubleFunction<int[]> champion,
      double margin) {
    double bound = differences(duel, candidate, champion).quantile(ONE_SIDED);
    double before = 100 * champion.applyAsDouble(duel.all());
    double after = 100 * candidate.applyAsDouble(duel.all());
    return new Rule(
        name,
        bound > -margin,
        true,
        say(
            "%s went from %.1f %% to %.1f %%: with 95 %% confidence %+.1f points or better, and %+.1f is the least allowed.",
            name.equals("accuracy") ? "Accuracy" : "Macro F1",
            before,
            after,
            100 * bound,
            -100 * margin));
  }

  private Rule logLoss(Duel duel, Duel.Side candidate, Duel.Side champion) {
    double bound = differences(duel, candidate::logLoss, champion::logLoss).quantile(1 - ONE_SIDED);
    return new Rule(
        "log-loss",
        bound < margins.logLoss(),
        true,
        say(
            "Log loss went from %.3f to %.3f: with 95 %% confidence %+.3f or less, and %+.3f is the most allowed.",
            champion.logLoss(duel.all()), candidate.logLoss(duel.all()), bound, margins.logLoss()));
  }

  /** Fails only where a class is shown to have lost more than the margin. */
  private Rule classes(Duel duel, Duel.Side candidate, Duel.Side champion) {
    List<String> lost = new ArrayList<>();
    for (int k = 0; k < duel.labels().size(); k++) {
      int label = k;
      long rows = Arrays.stream(duel.actual()).filter(a -> a == label).count();
      if (rows < FEWEST_OF_A_CLASS) {
        continue;
      }
      double most =
          differences(duel, r -> candidate.f1(r, label), r -> champion.f1(r, label))
              .quantile(1 - TWO_SIDED);
      if (most < -margins.oneClass()) {
        lost.add(
            say(
                "%s (F1 went from %.1f %% to %.1f %%, %,d rows)",
                duel.labels().get(k),
                100 * champion.f1(duel.all(), k),
                100 * candidate.f1(duel.all(), k),
                rows));
      }
    }
    String sentence =
        lost.isEmpty()
            ? say(
                "No class is shown to lose more than %.1f points of F1.", 100 * margins.oneClass())
            : say("Shown to lose more than %.1f points of F1: ", 100 * margins.oneClass())
                + String.join(", ", lost)
                + ".";
    return new Rule("classes", lost.isEmpty(), true, sentence);
  }

  private Rule better(Duel duel, Duel.Side candidate, Duel.Side champion) {
    int wins = 0;
    int losses = 0;
    for (int row : duel.all()) {
      wins += candidate.right(row) && !champion.right(row) ? 1 : 0;
      losses += champion.right(row) && !candidate.right(row) ? 1 : 0;
    }
    double p = McNemar.better(wins, losses);
    return new Rule(
        "better",
        p < ONE_SIDED,
        mustBeBetter,
        say(
            "Right where the champion was wrong: %,d rows; the other way round: %,d. Two equal models do that in %.3g %% of cases; below 5 %% counts as better.",
            wins, losses, 100 * p));
  }

  private Verdict.Gain gain(Duel duel, Duel.Side candidate, Duel.Side champion) {
    Resamples differences = differences(duel, candidate::accuracy, champion::accuracy);
    return new Verdict.Gain(
        candidate.accuracy(duel.all()) - champion.accuracy(duel.all()),
        differences.quantile(TWO_SIDED),
        differences.quantile(1 - TWO_SIDED),
        duel.rows());
  }

  /** The same seed draws the same rows for every figure. */
  private Resamples differences(
      Duel duel, ToDoubleFunction<int[]> candidate, ToDoubleFunction<int[]> champion) {
    return Resamples.of(
        duel.rows(), seed, drawn -> candidate.applyAsDouble(drawn) - champion.applyAsDouble(drawn));
  }

  /** Judges regressors. */
  Verdict judge(PairedErrors errors) {
    List<Rule> rules = new ArrayList<>();
    rules.add(enough(errors.rows()));
    if (errors.rows() == 0) {
      return new Verdict(false, false, Optional.empty(), rules);
    }
    rules.add(
        growth(errors, "absolute-error", "mean absolute", PairedErrors::mean, margins.error()));
    rules.add(
        growth(
            errors,
            "squared-error",
            "root mean squared",
            PairedErrors::rootMeanSquare,
            margins.squaredError()));
    double p = errors.better();
    Rule better =
        new Rule(
            "better",
            p < ONE_SIDED,
            mustBeBetter,
            say(
                "The candidate's error is %.4g smaller on average, row by row. Two equal models show that much in %.3g %% of cases; below 5 %% counts as better.",
                errors.lead(), 100 * p));
    rules.add(better);
    return new Verdict(admitted(rules), better.passed(), Optional.empty(), rules);
  }

  private Rule growth(
      PairedErrors errors,
      String name,
      String words,
      ToDoubleBiFunction<double[], int[]> figure,
      double margin) {
    double before = figure.applyAsDouble(errors.champion(), errors.all());
    double after = figure.applyAsDouble(errors.candidate(), errors.all());
    double bound =
        Resamples.of(
                errors.rows(),
                seed,
                drawn ->
                    PairedErrors.growth(
                        figure.applyAsDouble(errors.candidate(), drawn),
                        figure.applyAsDouble(errors.champion(), drawn)))
            .quantile(1 - ONE_SIDED);
    return new Rule(
        name,
        bound < margin,
        true,
        say(
            "The %s error went from %.4g to %.4g: with 95 %% confidence %+.1f %% or less, and %+.1f %% is the most allowed.",
            words, before, after, 100 * bound, 100 * margin));
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
