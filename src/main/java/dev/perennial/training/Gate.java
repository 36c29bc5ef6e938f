package dev.perennial.training;

import dev.perennial.model.Verdict;
import dev.perennial.model.Verdict.Rule;
import dev.perennial.words.Said;
import dev.perennial.words.Said.Change;
import dev.perennial.words.Said.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    rules.add(
        share(
            duel,
            "accuracy",
            "said.rule-accuracy",
            candidate::accuracy,
            champion::accuracy,
            margins.accuracy()));
    rules.add(
        share(
            duel,
            "macro-f1",
            "said.rule-macro-f1",
            candidate::macroF1,
            champion::macroF1,
            margins.macroF1()));
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
    return Rule.of(
        "enough-rows",
        rows >= margins.rows(),
        true,
        Said.of("said.rule-enough-rows", (long) rows, (long) margins.rows()));
  }

  private Rule share(
      Duel duel,
      String name,
      String key,
      ToDoubleFunction<int[]> candidate,
      ToDoubleFunction<int[]> champion,
      double margin) {
    double bound = differences(duel, candidate, champion).quantile(ONE_SIDED);
    return Rule.of(
        name,
        bound > -margin,
        true,
        Said.of(
            key,
            new Share(champion.applyAsDouble(duel.all())),
            new Share(candidate.applyAsDouble(duel.all())),
            points(bound),
            points(-margin)));
  }

  private static Change points(double share) {
    return new Change(100 * share, 1);
  }

  private Rule logLoss(Duel duel, Duel.Side candidate, Duel.Side champion) {
    double bound = differences(duel, candidate::logLoss, champion::logLoss).quantile(1 - ONE_SIDED);
    return Rule.of(
        "log-loss",
        bound < margins.logLoss(),
        true,
        Said.of(
            "said.rule-log-loss",
            champion.logLoss(duel.all()),
            candidate.logLoss(duel.all()),
            new Change(bound, 3),
            new Change(margins.logLoss(), 3)));
  }

  /** Fails only where a class is shown to have lost more than the margin. */
  private Rule classes(Duel duel, Duel.Side candidate, Duel.Side champion) {
    List<Said> lost = new ArrayList<>();
    for (int k = 0; k < duel.labels().size(); k++) {
      int label = k;
      long rows = Arrays.stream(duel.actual()).filter(a -> a == label).count();
      if (rows < FEWEST_OF_A_CLASS) {
        continue;
      }
      double highest =
          differences(duel, r -> candidate.f1(r, label), r -> champion.f1(r, label))
              .quantile(1 - TWO_SIDED);
      if (highest < -margins.oneClass()) {
        lost.add(
            Said.of(
                "said.rule-class-lost",
                duel.labels().get(k),
                new Share(champion.f1(duel.all(), k)),
                new Share(candidate.f1(duel.all(), k)),
                rows));
      }
    }
    double most = 100 * margins.oneClass();
    Said sentence =
        lost.isEmpty()
            ? Said.of("said.rule-no-class-lost", most)
            : Said.of("said.rule-classes-lost", most, Said.list(lost));
    return Rule.of("classes", lost.isEmpty(), true, sentence);
  }

  private Rule better(Duel duel, Duel.Side candidate, Duel.Side champion) {
    long wins = 0;
    long losses = 0;
    for (int row : duel.all()) {
      wins += candidate.right(row) && !champion.right(row) ? 1 : 0;
      losses += champion.right(row) && !candidate.right(row) ? 1 : 0;
    }
    double p = McNemar.better((int) wins, (int) losses);
    return Rule.of(
        "better",
        p < ONE_SIDED,
        mustBeBetter,
        Said.of("said.rule-better", wins, losses, new Share(p), new Share(ONE_SIDED)));
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
        growth(
            errors,
            "absolute-error",
            "said.rule-absolute-error",
            PairedErrors::mean,
            margins.error()));
    rules.add(
        growth(
            errors,
            "squared-error",
            "said.rule-squared-error",
            PairedErrors::rootMeanSquare,
            margins.squaredError()));
    double p = errors.better();
    Rule better =
        Rule.of(
            "better",
            p < ONE_SIDED,
            mustBeBetter,
            Said.of("said.rule-errors-smaller", errors.lead(), new Share(p), new Share(ONE_SIDED)));
    rules.add(better);
    return new Verdict(admitted(rules), better.passed(), Optional.empty(), rules);
  }

  private Rule growth(
      PairedErrors errors,
      String name,
      String key,
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
    return Rule.of(
        name, bound < margin, true, Said.of(key, before, after, points(bound), points(margin)));
  }
}
