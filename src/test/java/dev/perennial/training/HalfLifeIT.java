package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Answers;
import dev.perennial.model.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.Classifier;
import weka.core.Instance;
import weka.core.Instances;

/**
 * How fast a retraining should forget, on streams that chose nothing: 10,000 rows of reference,
 * then 10,000 of the log, of which the newest fifth is kept to judge on, as in {@link
 * TrainingRows}; the judge here is what comes next. Three streams of each kind with Logistic, or by
 * {@code -Dstreams=N} so many with each scheme (at most three with the forest).
 */
@Tag("suite")
class HalfLifeIT {
  private static final int REFERENCE = 10_000;
  private static final int LOGGED = 10_000;
  private static final int LEARNED = 8_000;
  private static final int NEXT = 5_000;
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double[] HALF_LIVES = {500, 1_000, 2_000, 4_000, 8_000, NEVER};

  /** The place after them is that of the one that a run would choose. */
  private static final int CHOSEN = HALF_LIVES.length;

  private static final List<String> SCHEMES =
      List.of(
          "weka.classifiers.functions.Logistic",
          "weka.classifiers.bayes.NaiveBayes",
          "weka.classifiers.trees.J48",
          "weka.classifiers.trees.RandomForest");

  @ParameterizedTest
  @EnumSource
  void everyHalfLifeOnFreshStreams(Drifting.Kind kind) {
    int asked = Integer.getInteger("streams", 0);
    for (String scheme : asked == 0 ? SCHEMES.subList(0, 1) : SCHEMES) {
      int streams = asked == 0 ? 3 : scheme.endsWith("Forest") ? Math.min(3, asked) : asked;
      double[][] behind = new double[CHOSEN + 1][streams];
      for (int seed = 0; seed < streams; seed++) {
        behind(kind, 1_000 + seed, scheme, seed, behind);
      }
      for (int h = 0; h < behind.length; h++) {
        double[] points = behind[h];
        System.out.printf(
            Locale.ROOT,
            "MEASURED %s %s half-life %s: behind by %.2f points on average, %.2f at most, %d of %d within 1.5%n",
            kind,
            scheme.substring(scheme.lastIndexOf('.') + 1),
            name(h),
            Arrays.stream(points).average().orElseThrow(),
            Arrays.stream(points).max().orElseThrow(),
            Arrays.stream(points).filter(p -> p <= 1.5).count(),
            streams);
      }
      if (kind == Drifting.Kind.SEA && scheme.endsWith("Logistic")) {
        long within = Arrays.stream(behind[CHOSEN]).filter(p -> p <= 1.5).count();
        assertTrue(
            within >= 0.9 * streams, "the chosen one follows SEA on %d only".formatted(within));
      }
    }
  }

  /** How many points each half-life stays behind a model that knows the last concept alone. */
  private static void behind(
      Drifting.Kind kind, long seed, String scheme, int column, double[][] behind) {
    Drifting stream = new Drifting(kind, seed, REFERENCE + 500, 16_000);
    List<Example> rows = new ArrayList<>();
    stream
        .rows(0, REFERENCE, false)
        .forEach(row -> rows.add(new Example(row, Example.REFERENCE, Optional.empty())));
    stream
        .rows(REFERENCE, LEARNED, false)
        .forEach(row -> rows.add(new Example(row, "token", Optional.of(Instant.EPOCH))));
    int end = REFERENCE + LOGGED;
    List<Instance> alone = stream.rows(end, 7_500, true);
    List<Instance> next = stream.rows(end, NEXT, false);
    double best = accuracy(trained(scheme, stream.header(), alone), next);
    IntStream.range(0, HALF_LIVES.length)
        .forEach(
            h -> {
              List<Instance> weighted =
                  TrainingRows.weighted(rows, HALF_LIVES[h]).stream().map(Example::row).toList();
              double accuracy = accuracy(trained(scheme, stream.header(), weighted), next);
              behind[h][column] = 100 * (best - accuracy);
            });
    HalfLife chosen =
        new Forgetting(RowPolicy.USUAL, stream.header(), rows)
            .choose(algorithm(scheme), Optional.empty(), () -> {});
    assertTrue(chosen.chosen(), chosen.sentence());
    behind[CHOSEN][column] = behind[Arrays.binarySearch(HALF_LIVES, chosen.length())][column];
  }

  private static String name(int h) {
    return h == CHOSEN
        ? "chosen"
        : HALF_LIVES[h] == NEVER ? "none" : Integer.toString((int) HALF_LIVES[h]);
  }

  private static Manifest.Algorithm algorithm(String scheme) {
    return new Manifest.Algorithm(scheme, scheme.endsWith("Forest") ? "-I 30" : "", 1);
  }

  private static Classifier trained(String scheme, Instances header, List<Instance> rows) {
    Classifier classifier = Algorithms.make(scheme, algorithm(scheme).options(), 1);
    Instances all = new Instances(header, rows.size());
    all.addAll(rows);
    Trainer.fit(classifier, Candidate.learnable(classifier, all, 1));
    return classifier;
  }

  private static double accuracy(Classifier classifier, List<Instance> rows) {
    return (double)
            rows.stream()
                .filter(row -> Answers.of(classifier, row).classIndex() == (int) row.classValue())
                .count()
        / rows.size();
  }
}
