package dev.perennial.training;

import dev.perennial.model.Answers;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.Prediction;
import dev.perennial.words.Said;
import dev.perennial.words.Said.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weka.classifiers.Classifier;
import weka.core.Instances;

/**
 * Chooses how fast a run forgets: by which half-life the older rows to learn from foretell the
 * newest fifth of them best. The rows that the gate judges by have no part in it. For one thread.
 */
final class Forgetting {
  /** The first of equals wins: a longer one learns from more rows. */
  private static final double[] LENGTHS = {
    Double.POSITIVE_INFINITY, 8_000, 4_000, 2_000, 1_000, 500
  };

  private static final int SLICE = 5;

  /** With fewer, an accuracy is known to no better than five points. */
  private static final int FEWEST = 100;

  private final RowPolicy policy;
  private final Instances structure;
  private final List<Example> rows;
  private final int logged;
  private final int slice;

  /**
   * @param structure of the rows
   * @param rows to learn from, oldest first, not weighted
   */
  Forgetting(RowPolicy policy, Instances structure, List<Example> rows) {
    this.policy = policy;
    this.structure = structure;
    this.rows = rows;
    logged = TrainingData.logged(rows);
    slice = logged / SLICE;
  }

  /** How many trainings the choice takes. */
  int trainings() {
    return policy.halfLife().isEmpty() && slice >= FEWEST ? LENGTHS.length : 0;
  }

  /** What is to be taken where there is no choice, or before it. */
  HalfLife before() {
    if (logged == 0) {
      return HalfLife.of(Optional.empty(), false, Said.of("said.weigh-alike-none-logged"));
    }
    return policy.halfLife().isPresent()
        ? fixed(policy.halfLife().get())
        : usual(Said.of("said.half-life-few", (long) SLICE * FEWEST, (long) logged));
  }

  /**
   * Chooses, where a choice is to be made.
   *
   * @param millis how long a training is expected to take
   * @param step called after each training; may throw to end the choice
   */
  HalfLife choose(Manifest.Algorithm algorithm, Optional<Double> millis, Runnable step) {
    if (trainings() == 0) {
      return before();
    }
    if (millis.filter(each -> each > policy.longest().toMillis()).isPresent()) {
      return tooLong("said.half-life-slow", Duration.ofMillis(millis.get().longValue()));
    }
    double[] losses = new double[LENGTHS.length];
    long begun = System.nanoTime();
    losses[0] = loss(LENGTHS[0], algorithm);
    step.run();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(policy.longest()) > 0) {
      return tooLong("said.half-life-took", took);
    }
    for (int i = 1; i < LENGTHS.length; i++) {
      losses[i] = loss(LENGTHS[i], algorithm);
      step.run();
    }
    return best(losses);
  }

  private HalfLife tooLong(String key, Duration time) {
    return usual(Said.of(key, time.toSeconds(), policy.longest().toSeconds()));
  }

  private static HalfLife usual(Said why) {
    return HalfLife.of(
        Optional.of(HalfLife.USUAL),
        false,
        Said.of("said.half-life-usual", words(HalfLife.USUAL), why));
  }

  private static HalfLife fixed(int rows) {
    return HalfLife.of(
        Optional.of(rows),
        false,
        Said.of("said.half-life-set", words(rows), "perennial.train.half-life-rows"));
  }

  private HalfLife best(double[] losses) {
    int best = 0;
    for (int i = 1; i < losses.length; i++) {
      best = losses[i] < losses[best] ? i : best;
    }
    if (Double.isInfinite(losses[best])) {
      return usual(Said.of("said.half-life-unlearned"));
    }
    List<Said> others = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      if (i != best) {
        others.add(Said.of("said.half-life-other", name(LENGTHS[i]), figure(losses[i])));
      }
    }
    double length = LENGTHS[best];
    return HalfLife.of(
        Double.isInfinite(length) ? Optional.empty() : Optional.of((int) length),
        true,
        Said.of(
            isOfClasses() ? "said.half-life-best-accuracy" : "said.half-life-best-error",
            words(length),
            (long) slice,
            figure(losses[best]),
            Said.list(others)));
  }

  /** The share of wrong answers, or the mean absolute error; infinite where nothing is learned. */
  private double loss(double length, Manifest.Algorithm algorithm) {
    int older = rows.size() - slice;
    try {
      Classifier classifier =
          Algorithms.make(algorithm.scheme(), algorithm.options(), algorithm.seed());
      Instances learned =
          TrainingData.rows(structure, TrainingRows.weighted(rows.subList(0, older), length));
      Trainer.fit(classifier, Candidate.learnable(classifier, learned, algorithm.seed()));
      double sum = 0;
      for (Example each : rows.subList(older, rows.size())) {
        sum += loss(Answers.of(classifier, each.row()), each.row().classValue());
      }
      return sum / slice;
    } catch (ModelException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static double loss(Prediction answer, double truth) {
    return answer.classes() == 0
        ? Math.abs(answer.value() - truth)
        : answer.classIndex() == (int) truth ? 0 : 1;
  }

  private static Said words(double length) {
    return Double.isInfinite(length)
        ? Said.of("said.weigh-alike")
        : Said.of("said.weigh-half", (long) length);
  }

  private static Object name(double length) {
    return Double.isInfinite(length) ? Said.of("said.half-life-none") : (Object) (long) length;
  }

  private boolean isOfClasses() {
    return structure.classAttribute().isNominal();
  }

  private Object figure(double loss) {
    return isOfClasses() ? new Share(1 - loss) : (Object) loss;
  }
}
