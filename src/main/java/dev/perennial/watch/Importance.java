package dev.perennial.watch;

import dev.perennial.explain.Rows;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019): how much worse a model
 * answers rows in which one input was dealt anew among them. In points of accuracy from 0 to 1, or
 * for a number in its standard deviations. It orders what is shown and decides nothing.
 */
final class Importance {
  private static final int REPEATS = 5;
  private static final int MOST_ROWS = 500;
  private static final long SEED = 1;

  private Importance() {}

  /**
   * One figure an input, at least 0.
   *
   * @param rows that the model was not trained on
   * @param truths their labels' indexes, or numbers
   */
  static double[] of(LoadedModel model, List<Row> rows, List<Double> truths) {
    int n = Math.min(MOST_ROWS, rows.size());
    double[] importance = new double[model.schema().features().size()];
    if (n < 2) {
      return importance;
    }
    double spread = model.schema().classes().isEmpty() ? spread(truths.subList(0, n)) : 1;
    double before = loss(model, rows.subList(0, n), truths);
    Random random = new Random(SEED);
    for (int i = 0; i < importance.length; i++) {
      double after = 0;
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        after += loss(model, dealt(rows.subList(0, n), i, random), truths) / REPEATS;
      }
      importance[i] = Math.max(0, (after - before) / spread);
    }
    return importance;
  }

  /** The rows with one input dealt anew. */
  private static List<Row> dealt(List<Row> rows, int input, Random random) {
    List<Row> from = new ArrayList<>(rows);
    Collections.shuffle(from, random);
    boolean[] own = new boolean[rows.get(0).size()];
    Arrays.fill(own, true);
    own[input] = false;
    List<Row> dealt = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      dealt.add(Rows.mixed(rows.get(i), from.get(i), own));
    }
    return dealt;
  }

  /** The share of wrong answers, or the mean absolute error. No answer is a wrong one. */
  private static double loss(LoadedModel model, List<Row> rows, List<Double> truths) {
    double loss = 0;
    for (int i = 0; i < rows.size(); i++) {
      loss += loss(model, rows.get(i), truths.get(i)) / rows.size();
    }
    return loss;
  }

  private static double loss(LoadedModel model, Row row, double truth) {
    try {
      Prediction answer = model.predict(row);
      return answer.classes() == 0
          ? Math.abs(answer.value() - truth)
          : answer.classIndex() == (int) truth ? 0 : 1;
    } catch (ModelException e) {
      return 1;
    }
  }

  private static double spread(List<Double> truths) {
    double mean = truths.stream().mapToDouble(t -> t).average().orElse(0);
    double squares = truths.stream().mapToDouble(t -> (t - mean) * (t - mean)).sum();
    return squares > 0 ? Math.sqrt(squares / truths.size()) : 1;
  }
}
