package dev.perennial.training;

import dev.perennial.words.Said;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import weka.core.Attribute;
import weka.core.Instance;

/**
 * What a run's data look like, for the eye: decides nothing.
 *
 * @param train rows that are learned from
 * @param reference rows of the reference's hold-out
 * @param newest labelled rows kept for the judgement
 * @param rowsByOrigin of the rows that are learned from
 * @param leftOut labelled rows that are not used, by reason
 * @param from time of the oldest row of the log that is learned from
 * @param to time of the newest
 * @param days rows of the log that are learned from, by day of their prediction (UTC)
 * @param duplicates rows that repeat an earlier one, inputs and label
 * @param conflicts rows whose inputs also occur with another label
 * @param columns features and target against the reference
 * @param note in one sentence, in English; "" for nothing
 * @param said the note, to be said in any language; absent without one, or where it is from before
 *     there was that
 * @param halfLife how fast the run forgets, once that is known
 */
public record DataSummary(
    int train,
    int reference,
    int newest,
    Map<String, Integer> rowsByOrigin,
    Map<String, Integer> leftOut,
    Optional<Instant> from,
    Optional<Instant> to,
    Map<String, Integer> days,
    int duplicates,
    int conflicts,
    List<ColumnShift> columns,
    String note,
    Optional<String> said,
    Optional<HalfLife> halfLife) {

  /** The note, for people; "" for nothing. */
  public Said notes() {
    return Said.read(said, note);
  }

  /**
   * One attribute in the reference and in the rows of the log.
   *
   * @param number for a numeric attribute
   * @param shares for a nominal attribute, by label
   */
  public record ColumnShift(
      String name, boolean target, Optional<Numbers> number, List<Shares> shares) {}

  /** Mean, standard deviation and missing share, in the reference and in the log. */
  public record Numbers(
      double referenceMean,
      double referenceDeviation,
      double referenceMissing,
      double mean,
      double deviation,
      double missing) {}

  /** A label's share of the rows, in the reference and in the log. */
  public record Shares(String label, double reference, double logged) {}

  static DataSummary of(TrainingData data) {
    List<Example> logged = data.train().stream().filter(e -> e.at().isPresent()).toList();
    List<Example> old = new ArrayList<>(data.reference());
    data.train().stream().filter(e -> e.at().isEmpty()).forEach(old::add);
    List<ColumnShift> columns = new ArrayList<>();
    for (Attribute attribute : Collections.list(data.structure().enumerateAttributes())) {
      columns.add(shift(attribute, false, old, logged));
    }
    columns.add(shift(data.structure().classAttribute(), true, old, logged));
    int[] repeated = repeated(data.train());
    return new DataSummary(
        data.train().size(),
        data.reference().size(),
        data.newest().size(),
        data.rowsByOrigin(),
        new TreeMap<>(data.leftOut()),
        logged.isEmpty() ? Optional.empty() : logged.get(0).at(),
        logged.isEmpty() ? Optional.empty() : logged.get(logged.size() - 1).at(),
        days(logged),
        repeated[0],
        repeated[1],
        columns,
        data.note().map(Said::english).orElse(""),
        data.note().map(Said::stored),
        Optional.empty());
  }

  /** The same when it is known how fast the run forgets. */
  DataSummary with(HalfLife known) {
    return new DataSummary(
        train,
        reference,
        newest,
        rowsByOrigin,
        leftOut,
        from,
        to,
        days,
        duplicates,
        conflicts,
        columns,
        note,
        said,
        Optional.of(known));
  }

  private static Map<String, Integer> days(List<Example> logged) {
    Map<String, Integer> days = new TreeMap<>();
    logged.forEach(
        e ->
            days.merge(
                LocalDate.ofInstant(e.at().orElseThrow(), ZoneOffset.UTC).toString(),
                1,
                Integer::sum));
    return days;
  }

  /** How many rows repeat an earlier one, and how many contradict another one. */
  private static int[] repeated(List<Example> rows) {
    Map<String, Map<Double, Integer>> labels = new HashMap<>();
    Set<String> seen = new HashSet<>();
    int duplicates = 0;
    for (Example example : rows) {
      double[] values = example.row().toDoubleArray();
      double label = example.row().classValue();
      duplicates += seen.add(Arrays.toString(values)) ? 0 : 1;
      values[example.row().classIndex()] = 0;
      labels
          .computeIfAbsent(Arrays.toString(values), inputs -> new HashMap<>())
          .merge(label, 1, Integer::sum);
    }
    int conflicts =
        labels.values().stream()
            .filter(counts -> counts.size() > 1)
            .mapToInt(counts -> counts.values().stream().mapToInt(Integer::intValue).sum())
            .sum();
    return new int[] {duplicates, conflicts};
  }

  private static ColumnShift shift(
      Attribute attribute, boolean target, List<Example> old, List<Example> logged) {
    if (attribute.isNominal()) {
      double[] before = shares(attribute, old);
      double[] now = shares(attribute, logged);
      List<Shares> shares = new ArrayList<>();
      for (int k = 0; k < before.length; k++) {
        shares.add(new Shares(attribute.value(k), before[k], now[k]));
      }
      return new ColumnShift(attribute.name(), target, Optional.empty(), shares);
    }
    if (!attribute.isNumeric()) {
      return new ColumnShift(attribute.name(), target, Optional.empty(), List.of());
    }
    double[] before = moments(attribute, old);
    double[] now = moments(attribute, logged);
    return new ColumnShift(
        attribute.name(),
        target,
        Optional.of(new Numbers(before[0], before[1], before[2], now[0], now[1], now[2])),
        List.of());
  }

  private static double[] shares(Attribute attribute, List<Example> rows) {
    double[] shares = new double[attribute.numValues()];
    for (Example example : rows) {
      Instance row = example.row();
      if (!row.isMissing(attribute.index())) {
        shares[(int) row.value(attribute.index())] += 1.0 / rows.size();
      }
    }
    return shares;
  }

  /** Mean, standard deviation (of a sample) and missing share; zeros without rows. */
  private static double[] moments(Attribute attribute, List<Example> rows) {
    double[] present =
        rows.stream()
            .mapToDouble(example -> example.row().value(attribute.index()))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    double mean = Arrays.stream(present).average().orElse(0);
    double squares = Arrays.stream(present).map(v -> (v - mean) * (v - mean)).sum();
    double missing = rows.isEmpty() ? 0 : 1 - (double) present.length / rows.size();
    return new double[] {
      mean, present.length < 2 ? 0 : Math.sqrt(squares / (present.length - 1)), missing
    };
  }
}
