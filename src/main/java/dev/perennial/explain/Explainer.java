package dev.perennial.explain;

import dev.perennial.model.LoadedModel;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Explains answers of one model version against rows that it was trained on. Immutable, so safe for
 * use by many threads; an explanation takes thousands of answers and is bounded in time.
 */
public final class Explainer {
  /** So many reference rows at most, evenly over the reference. */
  static final int MOST_ROWS = 200;

  /** Answers that one explanation may ask for: fixed, so that the same row is explained alike. */
  private static final int MOST_ANSWERS = 200_000;

  private static final int LEAST_ROWS = 2;
  private static final long SEED = 1;

  private final LoadedModel model;
  private final List<Row> reference;
  private final boolean whole;
  private final Duration limit;

  /**
   * An explainer of this version.
   *
   * @param reference rows of the version's schema, at least one
   * @param limit after which no further reference row is begun
   */
  public Explainer(LoadedModel model, List<Row> reference, Duration limit) {
    if (reference.isEmpty()) {
      throw new IllegalArgumentException("an explanation needs at least one reference row");
    }
    int inputs = model.schema().features().size();
    long answersARow = inputs <= Shapley.MOST_EXACT ? 1L << inputs : 2L * inputs;
    long affordable = Math.max(LEAST_ROWS, MOST_ANSWERS / answersARow);
    int rows = (int) Math.min(reference.size(), Math.min(MOST_ROWS, affordable));
    this.model = model;
    this.reference = evenly(reference, rows);
    this.whole = rows == reference.size();
    this.limit = limit;
  }

  private static List<Row> evenly(List<Row> rows, int wanted) {
    List<Row> some = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      some.add(rows.get((int) ((long) i * rows.size() / wanted)));
    }
    return some;
  }

  /**
   * Explains the model's answer to a row.
   *
   * @throws dev.perennial.model.ModelException if the model has no answer to the row, or to one
   *     that mixes it with a reference row
   */
  public Explanation explain(Row row) {
    Prediction prediction = model.predict(row);
    int of = prediction.classes() == 0 ? -1 : prediction.classIndex();
    int inputs = row.size();
    boolean exact = inputs <= Shapley.MOST_EXACT;
    Random random = new Random(SEED);
    Means means = new Means(inputs);
    double average = 0;
    long start = System.nanoTime();
    int used = 0;
    for (Row other : reference) {
      if (used >= LEAST_ROWS && System.nanoTime() - start > limit.toNanos()) {
        break;
      }
      double[] values =
          exact
              ? Shapley.exact(inputs, own -> answer(Rows.mixed(row, other, own), of))
              : Shapley.sampled(inputs, own -> answer(Rows.mixed(row, other, own), of), random);
      means.add(values);
      average += answer(other, of);
      used++;
    }
    boolean certain = exact && whole && used == reference.size();
    return new Explanation(
        of < 0 ? Optional.empty() : Optional.of(model.schema().classes().get(of)),
        of < 0 ? prediction.value() : prediction.probability(of),
        average / used,
        means.contributions(model.schema(), certain),
        exact ? Explanation.Method.EXACT : Explanation.Method.SAMPLED,
        used,
        model.path(row));
  }

  private double answer(Row row, int of) {
    Prediction prediction = model.predict(row);
    return of < 0 ? prediction.value() : prediction.probability(of);
  }
}
