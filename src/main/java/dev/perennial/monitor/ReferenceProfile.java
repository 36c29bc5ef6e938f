package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one model version's rows looked like when it was made: the measure of all live rows.
 * Immutable; its arrays are not to be changed. Plain values throughout, so that it can be written
 * as JSON.
 *
 * @param columns inputs, then the answer's columns, then the residual where there is one
 * @param rows how many reference rows
 * @param distinctShare how many different rows there are, over all rows; in (0, 1]
 * @param commonRows hashes of rows that make up 5 % of the reference or more
 * @param joint how the inputs moved together
 */
public record ReferenceProfile(
    List<ColumnProfile> columns,
    long rows,
    double distinctShare,
    long[] commonRows,
    JointProfile joint) {
  private static final double COMMON = .05;

  /** The name of the derived column that watches for broken correlations. */
  public static final String RESIDUAL = "residual";

  public ReferenceProfile {
    columns = List.copyOf(columns);
  }

  /**
   * The profile of reference rows, each with one value a column: a number, a label's index, or NaN
   * where missing. Answers must come from a model that did not train on the row.
   */
  public static ReferenceProfile of(List<Column> columns, double[][] rows) {
    return of(columns, rows, List.of(), new double[0][]);
  }

  /**
   * The profile of inputs from the rows that a model was trained on, and of its answers from
   * others.
   *
   * @param inputs columns of {@code rows}
   * @param answers columns of {@code answered}; they follow the inputs
   * @param answered answers to rows that the model did not train on
   */
  public static ReferenceProfile of(
      List<Column> inputs, double[][] rows, List<Column> answers, double[][] answered) {
    List<ColumnProfile> profiles = profiles(inputs, rows);
    JointProfile joint = JointProfile.of(profiles, rows);
    Optional<ColumnProfile> residual =
        joint.hasResidual() ? Optional.of(residual(joint, profiles, rows)) : Optional.empty();
    profiles.addAll(profiles(answers, answered));
    residual.ifPresent(profiles::add);
    int features = (int) inputs.stream().filter(c -> c.role() == Column.Role.FEATURE).count();
    Map<Long, Integer> copies = new HashMap<>();
    for (double[] row : rows) {
      copies.merge(RowHash.of(row, features), 1, Integer::sum);
    }
    long[] common =
        copies.entrySet().stream()
            .filter(copy -> copy.getValue() >= COMMON * rows.length)
            .mapToLong(Map.Entry::getKey)
            .toArray();
    return new ReferenceProfile(
        profiles, rows.length, (double) copies.size() / Math.max(1, rows.length), common, joint);
  }

  private static List<ColumnProfile> profiles(List<Column> columns, double[][] rows) {
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      double[] values = Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
      profiles.add(ColumnProfile.of(columns.get(i), values));
    }
    return profiles;
  }

  private static ColumnProfile residual(
      JointProfile joint, List<ColumnProfile> profiles, double[][] rows) {
    double[] residuals =
        Arrays.stream(rows)
            .mapToDouble(row -> joint.residual(joint.scoresOf(profiles, row)))
            .toArray();
    return ColumnProfile.of(new Column(RESIDUAL, Column.Role.RESIDUAL, List.of(), 0), residuals);
  }

  /**
   * A live row as windows and buckets take it.
   *
   * @param row one value for each of the columns that the reference was made from
   */
  public PlacedRow place(double[] row) {
    int[] bins = new int[columns.size()];
    for (int i = 0; i < row.length; i++) {
      bins[i] = columns.get(i).bins().of(row[i]);
    }
    double[] scores = joint.scoresOf(bins);
    double[] values = row;
    if (joint.hasResidual()) {
      values = Arrays.copyOf(row, row.length + 1);
      values[row.length] = joint.residual(scores);
      bins[row.length] = columns.get(row.length).bins().of(values[row.length]);
    }
    return new PlacedRow(row, values, bins, scores, RowHash.of(row, inputs()));
  }

  /** How many columns are inputs of the model. */
  int inputs() {
    int inputs = 0;
    for (ColumnProfile profile : columns) {
      inputs += profile.column().role() == Column.Role.FEATURE ? 1 : 0;
    }
    return inputs;
  }

  /** The same, taken to have another share of different rows. */
  public ReferenceProfile withDistinctShare(double share) {
    return new ReferenceProfile(columns, rows, share, commonRows, joint);
  }

  boolean isCommon(long rowHash) {
    return Arrays.stream(commonRows).anyMatch(hash -> hash == rowHash);
  }

  /** True where a repeated live row says more about the sender than about the population. */
  public boolean rowsAreNearlyDistinct() {
    return distinctShare >= .9;
  }
}
