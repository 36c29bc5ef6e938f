package dev.perennial.monitor;

import dev.perennial.monitor.DomainVerdict.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Learns to tell live rows from reference rows and says how well that goes on rows that were not
 * learned from: a change of any kind shows, also one that no single column has. Equal rows are
 * always in one fold, so that to know a row by heart is of no use. Stateless.
 */
public final class DomainClassifier {
  /** Fewer rows of either side than this say nothing. */
  public static final int LEAST_ROWS = 100;

  private static final int FOLDS = 5;

  /**
   * Each fold is looked at along what the others taught, so that chance differences enter squared:
   * at worst, all along one direction, as a centred chi-square with one degree of freedom over its
   * deviation. This is its 1 % point, (6.635 - 1) / sqrt 2; a normal bound would be too low.
   */
  private static final double Z_APART = 3.984;

  private static final double Z_SHARE = 2;

  private DomainClassifier() {}

  /** Something that learns: trees, since a linear rule sees no change of a correlation. */
  @FunctionalInterface
  public interface Learner {
    /**
     * A score of rows, larger where a row is more likely to be live.
     *
     * @param columns of the rows
     * @param rows a number, a label's index (-1 for an unknown one) or NaN where missing
     * @param live which of them are live
     */
    ToDoubleFunction<double[]> learn(
        List<Column> columns, double[][] rows, boolean[] live, long seed);
  }

  /** Rows with the side that they are of. */
  private record Sample(List<double[]> rows, List<Boolean> live) {
    Sample() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(double[] row, boolean isLive) {
      rows.add(row);
      live.add(isLive);
    }

    long count(boolean isLive) {
      return live.stream().filter(l -> l == isLive).count();
    }

    boolean hasBoth() {
      return live.contains(true) && live.contains(false);
    }

    double[][] array() {
      return rows.toArray(double[][]::new);
    }

    boolean[] sides() {
      boolean[] sides = new boolean[live.size()];
      for (int i = 0; i < sides.length; i++) {
        sides[i] = live.get(i);
      }
      return sides;
    }

    double auc(ToDoubleFunction<double[]> score) {
      return DomainClassifier.auc(rows.stream().mapToDouble(score).toArray(), sides());
    }

    /** One column dealt anew among the rows of both sides. */
    Sample dealt(int column, Random random) {
      List<double[]> from = new ArrayList<>(rows);
      Collections.shuffle(from, random);
      Sample dealt = new Sample();
      for (int i = 0; i < rows.size(); i++) {
        double[] row = rows.get(i).clone();
        row[column] = from.get(i)[column];
        dealt.add(row, live.get(i));
      }
      return dealt;
    }
  }

  /**
   * Judges samples of both sides.
   *
   * @param columns the inputs
   * @param copiesAreOdd whether equal live rows say something of the sender: they then count as
   *     fewer rows
   * @param goesOn asked now and then; false ends the work
   * @return nothing where it was ended, or where a side has too few rows
   */
  public static Optional<DomainVerdict> judge(
      List<Column> columns,
      double[][] reference,
      double[][] live,
      boolean copiesAreOdd,
      Learner learner,
      long seed,
      BooleanSupplier goesOn) {
    if (reference.length < LEAST_ROWS || live.length < LEAST_ROWS) {
      return Optional.empty();
    }
    List<Sample> folds = folds(reference, live, columns.size(), seed);
    double effect = copiesAreOdd ? effect(live, columns.size()) : 1;
    Sums sums = new Sums(new double[columns.size()]);
    for (int fold = 0; fold < FOLDS; fold++) {
      Sample test = folds.get(fold);
      Sample others = others(folds, fold);
      if (!goesOn.getAsBoolean()) {
        return Optional.empty();
      }
      if (test.hasBoth() && others.hasBoth()) {
        ToDoubleFunction<double[]> score =
            learner.learn(columns, others.array(), others.sides(), seed + fold);
        if (!sums.add(test, score, effect, new Random(seed + fold), goesOn)) {
          return Optional.empty();
        }
      }
    }
    return sums.weights == 0
        ? Optional.empty()
        : Optional.of(sums.verdict(columns, reference.length, live.length));
  }

  /** What the folds show, each weighted by its pairs of a live and a reference row. */
  private static final class Sums {
    private final double[] falls;
    private double weights;
    private double auc;
    private double variance;

    Sums(double[] falls) {
      this.falls = falls;
    }

    boolean add(
        Sample test,
        ToDoubleFunction<double[]> score,
        double effect,
        Random random,
        BooleanSupplier goesOn) {
      double n = test.count(true) / effect;
      double m = test.count(false);
      double here = test.auc(score);
      weights += n * m;
      auc += n * m * here;
      variance += n * m * (n + m + 1) / 12;
      for (int column = 0; column < falls.length; column++) {
        if (!goesOn.getAsBoolean()) {
          return false;
        }
        falls[column] += n * m * (here - test.dealt(column, random).auc(score));
      }
      return true;
    }

    DomainVerdict verdict(List<Column> columns, long reference, long live) {
      double error = Math.sqrt(variance) / weights;
      List<Share> shares =
          IntStream.range(0, falls.length)
              .filter(i -> falls[i] / weights > Z_SHARE * error)
              .mapToObj(i -> new Share(columns.get(i).name(), falls[i] / weights))
              .sorted(Comparator.comparingDouble(Share::fall).reversed())
              .toList();
      boolean apart = auc / weights - .5 > Z_APART * error;
      return new DomainVerdict(apart, auc / weights, error, reference, live, shares);
    }
  }

  private static List<Sample> folds(double[][] reference, double[][] live, int inputs, long seed) {
    List<Sample> folds = IntStream.range(0, FOLDS).mapToObj(i -> new Sample()).toList();
    for (double[] row : reference) {
      folds.get(fold(row, inputs, seed)).add(row, false);
    }
    for (double[] row : live) {
      folds.get(fold(row, inputs, seed)).add(row, true);
    }
    return folds;
  }

  private static int fold(double[] row, int inputs, long seed) {
    return new Random(RowHash.of(row, inputs) ^ seed).nextInt(FOLDS);
  }

  private static Sample others(List<Sample> folds, int without) {
    Sample others = new Sample();
    for (int i = 0; i < FOLDS; i++) {
      if (i != without) {
        others.rows.addAll(folds.get(i).rows);
        others.live.addAll(folds.get(i).live);
      }
    }
    return others;
  }

  private static double effect(double[][] live, int inputs) {
    RowCopies copies = new RowCopies(inputs);
    for (double[] row : live) {
      copies.add(row);
    }
    return 1 + copies.meanOthers();
  }

  /**
   * Mann and Whitney's share of pairs in which the live row has the larger score, ties counting
   * half; .5 where a side is empty.
   */
  static double auc(double[] scores, boolean[] live) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double right = 0;
    double below = 0;
    double lives = 0;
    for (int from = 0; from < order.length; ) {
      double tiedLive = 0;
      double tied = 0;
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        tiedLive += live[order[to]] ? 1 : 0;
        tied += live[order[to]] ? 0 : 1;
        to++;
      }
      right += tiedLive * (below + tied / 2);
      below += tied;
      lives += tiedLive;
      from = to;
    }
    return lives == 0 || below == 0 ? .5 : right / (lives * below);
  }
}
