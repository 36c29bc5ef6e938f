package dev.perennial.monitor;

import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the verdicts mean for the alarms: one look a kind, however many columns are concerned. */
public final class DriftLooks {
  /** More columns than this are told as one number. */
  private static final int MOST_NAMED = 3;

  private static final JointVerdict NOT_LOOKED_AT =
      JointVerdict.notEnoughData(Said.of("said.not-enough-data"));

  private DriftLooks() {}

  /** The look at faults in inputs. */
  public static Look faults(List<FeatureVerdict> columns) {
    return of(columns, c -> c.status() == Status.FAULT, c -> true, NOT_LOOKED_AT);
  }

  /** The look at inputs that moved, alone or together. */
  public static Look inputs(List<FeatureVerdict> columns, JointVerdict joint) {
    return of(
        columns,
        c -> c.status() == Status.DRIFTED,
        c -> c.column().role() == Column.Role.FEATURE || c.column().role() == Column.Role.RESIDUAL,
        joint);
  }

  /** The look at the answers and their confidence. */
  public static Look answers(List<FeatureVerdict> columns) {
    return of(
        columns,
        c -> c.status() == Status.DRIFTED,
        c ->
            c.column().role() == Column.Role.PREDICTION
                || c.column().role() == Column.Role.CONFIDENCE,
        NOT_LOOKED_AT);
  }

  private static Look of(
      List<FeatureVerdict> all,
      Predicate<FeatureVerdict> exceeds,
      Predicate<FeatureVerdict> concerned,
      JointVerdict joint) {
    List<FeatureVerdict> columns = all.stream().filter(concerned).toList();
    List<FeatureVerdict> exceeding = columns.stream().filter(exceeds).toList();
    boolean apart = joint.status() == Status.DRIFTED;
    if (!exceeding.isEmpty() || apart) {
      return new Look(Outcome.EXCEEDED, 1, false, evidence(exceeding, joint, apart));
    }
    if (columns.stream().allMatch(c -> c.status() == Status.NOT_ENOUGH_DATA)) {
      return new Look(Outcome.NO_DATA, 0, false, Evidence.of(Said.of("said.not-enough-data")));
    }
    boolean suspected = columns.stream().anyMatch(c -> c.status() == Status.WARNING);
    double value = columns.stream().mapToDouble(FeatureVerdict::strength).max().orElse(0);
    return new Look(
        suspected ? Outcome.SUSPECTED : Outcome.BELOW,
        value,
        false,
        Evidence.of(Said.of(suspected ? "said.to-be-confirmed" : "said.nothing-moved")));
  }

  private static Evidence evidence(
      List<FeatureVerdict> columns, JointVerdict joint, boolean apart) {
    Map<String, Double> figures = new TreeMap<>();
    for (FeatureVerdict column : columns) {
      String name = column.column().name();
      figures.put(name + ".n", (double) column.n());
      figures.put(name + ".q", column.q());
      column
          .figures()
          .ifPresent(
              f -> {
                figures.put(name + ".psi_corrected", f.psiCorrected());
                figures.put(name + ".null_bound", f.nullBound());
                figures.put(name + ".smd", f.smd());
                figures.put(name + ".deff", f.deff());
              });
    }
    if (apart) {
      figures.put("joint.z", joint.z());
      figures.put("joint.threshold", joint.threshold());
    }
    return new Evidence(sentence(columns, joint), figures);
  }

  private static Said sentence(List<FeatureVerdict> columns, JointVerdict joint) {
    if (columns.isEmpty()) {
      return joint.reason();
    }
    if (columns.size() <= MOST_NAMED) {
      return Said.all(columns.stream().map(FeatureVerdict::reason).toList());
    }
    List<Said> names = columns.stream().limit(MOST_NAMED).map(c -> c.column().called()).toList();
    return Said.of("said.columns-at-once", (long) columns.size(), Said.list(names));
  }
}
