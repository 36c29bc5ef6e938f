package dev.perennial.training;

import dev.perennial.model.Schema;
import dev.perennial.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The newest labelled rows that champion and challenger have both answered, and what the gate makes
 * of them. For one thread.
 */
final class Contest {
  /** As many as a run's judgement takes at most. */
  private static final int MOST = 5_000;

  /** The same draws of the bootstrap each time, so that a figure moves by its rows alone. */
  private static final long SEED = 1;

  private final Schema schema;
  private final Margins margins;
  private final Map<Long, Pair> pairs = new LinkedHashMap<>();

  Contest(Schema schema, Margins margins) {
    this.schema = schema;
    this.margins = margins;
  }

  /**
   * Both answers and the truth.
   *
   * @param actual the index of the class, or the number
   * @param champion its probabilities, or its number alone
   * @param challenger likewise
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pair(double actual, double[] champion, double[] challenger) {}

  /** How both do: their accuracy, or their mean absolute error; 0 without rows. */
  record Scores(int rows, double champion, double challenger) {}

  /**
   * Takes a label, or another one for the same row; one of a class that is unknown changes nothing.
   */
  boolean add(long prediction, String label, double[] champion, double[] challenger) {
    OptionalDouble actual = actual(label);
    if (actual.isEmpty()) {
      return false;
    }
    pairs.put(prediction, new Pair(actual.getAsDouble(), champion, challenger));
    if (pairs.size() > MOST) {
      pairs.remove(pairs.keySet().iterator().next());
    }
    return true;
  }

  private boolean isOfClasses() {
    return !schema.classes().isEmpty();
  }

  private OptionalDouble actual(String label) {
    if (isOfClasses()) {
      int index = schema.classes().indexOf(label);
      return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(index);
    }
    try {
      return OptionalDouble.of(Double.parseDouble(label));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The gate's verdict on these rows. */
  Verdict verdict() {
    Gate gate = new Gate(margins, SEED, true);
    return isOfClasses() ? gate.judge(duel()) : gate.judge(errors());
  }

  Scores scores() {
    List<Pair> all = List.copyOf(pairs.values());
    if (all.isEmpty()) {
      return new Scores(0, 0, 0);
    }
    if (isOfClasses()) {
      Duel duel = duel();
      return new Scores(
          all.size(),
          duel.championSide().accuracy(duel.all()),
          duel.candidateSide().accuracy(duel.all()));
    }
    PairedErrors errors = errors();
    return new Scores(
        all.size(),
        PairedErrors.mean(errors.champion(), errors.all()),
        PairedErrors.mean(errors.candidate(), errors.all()));
  }

  private Duel duel() {
    List<Pair> all = new ArrayList<>(pairs.values());
    return new Duel(
        schema.classes(),
        all.stream().mapToInt(pair -> (int) pair.actual()).toArray(),
        all.stream().map(Pair::challenger).toArray(double[][]::new),
        all.stream().map(Pair::champion).toArray(double[][]::new));
  }

  private PairedErrors errors() {
    return new PairedErrors(errors(Pair::challenger), errors(Pair::champion));
  }

  private double[] errors(Function<Pair, double[]> answer) {
    return pairs.values().stream()
        .mapToDouble(pair -> Math.abs(answer.apply(pair)[0] - pair.actual()))
        .toArray();
  }
}
