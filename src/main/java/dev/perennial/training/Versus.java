package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Prediction;
import dev.perennial.model.VersionId;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.core.Instance;

/**
 * Judges two versions of a model on the same rows: the newest labelled ones, of a later time than
 * all that either was trained on. Safe for use by many threads; one judges at a time, and what was
 * found lately is told again.
 */
public final class Versus {
  private static final int MOST = 1_000;
  private static final int FEWEST = 20;
  private static final int FEWEST_OF_A_CLASS = 10;
  private static final int MOST_CLASSES = 10;
  private static final int KEPT = 16;
  private static final long FRESH = Duration.ofMinutes(1).toNanos();
  private static final double TWO_SIDED = 0.025;
  private static final long SEED = 1;

  private final ModelRegistry registry;
  private final TrainingRows rows;
  private final Map<List<VersionId>, Found> found =
      new LinkedHashMap<>(KEPT, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<VersionId>, Found> eldest) {
          return size() > KEPT;
        }
      };

  private record Found(long nanos, Result result) {}

  /**
   * How both did.
   *
   * @param rows how many were judged
   * @param figures none where there are too few rows
   */
  public record Result(int rows, List<Figure> figures) {
    public Result {
      figures = List.copyOf(figures);
    }
  }

  /**
   * One figure of both.
   *
   * @param share whether it is a share of 1
   * @param moreIsBetter false for losses
   * @param low of the second minus the first: the 95 % interval of the paired bootstrap
   * @param high likewise
   */
  public record Figure(
      Said name,
      boolean share,
      boolean moreIsBetter,
      double first,
      double second,
      double low,
      double high) {}

  public Versus(ModelRegistry registry, TrainingRows rows) {
    this.registry = registry;
    this.rows = rows;
  }

  /**
   * Judges.
   *
   * @throws dev.perennial.model.ModelException if one of them cannot be loaded
   */
  public synchronized Result of(VersionId first, VersionId second) {
    Found known = found.get(List.of(first, second));
    if (known != null && System.nanoTime() - known.nanos() < FRESH) {
      return known.result();
    }
    Result result = judge(first, second);
    found.put(List.of(first, second), new Found(System.nanoTime(), result));
    return result;
  }

  private Instant learnedUntil(VersionId version) {
    return registry
        .manifest(version.key())
        .provenance()
        .flatMap(Manifest.Provenance::to)
        .orElse(Instant.EPOCH);
  }

  private Result judge(VersionId first, VersionId second) {
    Instant one = learnedUntil(first);
    Instant other = learnedUntil(second);
    List<Example> newest = rows.after(first.model(), one.isAfter(other) ? one : other, MOST);
    if (newest.size() < FEWEST) {
      return new Result(newest.size(), List.of());
    }
    Function<Instance, Prediction> a = answers(first, newest);
    Function<Instance, Prediction> b = answers(second, newest);
    return new Result(
        newest.size(),
        newest.get(0).row().classAttribute().isNominal()
            ? classes(Duel.of(Arff.labels(newest.get(0).row().classAttribute()), newest, b, a))
            : numbers(PairedErrors.of(newest, b, a)));
  }

  private Function<Instance, Prediction> answers(VersionId version, List<Example> newest) {
    return Candidate.answers(registry.load(version), newest.get(0).row().dataset());
  }

  private static List<Figure> classes(Duel duel) {
    Duel.Side first = duel.championSide();
    Duel.Side second = duel.candidateSide();
    List<Figure> figures = new ArrayList<>();
    int[] all = duel.all();
    figures.add(
        figure(
            Said.of("said.figure-accuracy"), true, true, all, first::accuracy, second::accuracy));
    figures.add(
        figure(Said.of("said.figure-macro-f1"), true, true, all, first::macroF1, second::macroF1));
    figures.add(
        figure(
            Said.of("said.figure-log-loss"), false, false, all, first::logLoss, second::logLoss));
    for (int k = 0; k < Math.min(MOST_CLASSES, duel.labels().size()); k++) {
      int label = k;
      if (IntStream.of(duel.actual()).filter(c -> c == label).count() >= FEWEST_OF_A_CLASS) {
        figures.add(
            figure(
                Said.of("said.figure-f1-of", duel.labels().get(k)),
                true,
                true,
                all,
                drawn -> first.f1(drawn, label),
                drawn -> second.f1(drawn, label)));
      }
    }
    return figures;
  }

  private static List<Figure> numbers(PairedErrors errors) {
    return List.of(
        figure(Said.of("said.figure-mean-error"), errors, PairedErrors::mean),
        figure(Said.of("said.figure-rmse"), errors, PairedErrors::rootMeanSquare));
  }

  private static Figure figure(
      Said name, PairedErrors errors, ToDoubleBiFunction<double[], int[]> figure) {
    return figure(
        name,
        false,
        false,
        errors.all(),
        drawn -> figure.applyAsDouble(errors.champion(), drawn),
        drawn -> figure.applyAsDouble(errors.candidate(), drawn));
  }

  private static Figure figure(
      Said name,
      boolean share,
      boolean moreIsBetter,
      int[] all,
      ToDoubleFunction<int[]> first,
      ToDoubleFunction<int[]> second) {
    Resamples differences =
        Resamples.of(
            all.length, SEED, drawn -> second.applyAsDouble(drawn) - first.applyAsDouble(drawn));
    return new Figure(
        name,
        share,
        moreIsBetter,
        first.applyAsDouble(all),
        second.applyAsDouble(all),
        differences.quantile(TWO_SIDED),
        differences.quantile(1 - TWO_SIDED));
  }
}
