package dev.perennial.monitor;

import dev.perennial.monitor.Diagnosis.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of a model version at one time, and the diagnosis that follows.
 *
 * @param columns the verdicts on inputs and answers
 * @param joint on the inputs together
 * @param performance from labels
 * @param concept from labels
 * @param staleness of the model
 * @param estimate accuracy expected without labels; not a number where it is not to be trusted
 * @param labelsSinceMoved labels of rows answered since inputs were suspected to have moved; labels
 *     of earlier rows cannot tell what a move does
 */
public record Findings(
    List<FeatureVerdict> columns,
    JointVerdict joint,
    PerformanceVerdict performance,
    ConceptVerdict concept,
    Staleness staleness,
    double estimate,
    long labelsSinceMoved) {
  public Findings {
    columns = List.copyOf(columns);
  }

  /** The first code that holds, with the others after it. */
  public Diagnosis diagnose() {
    List<Code> holding = codes();
    Code first = holding.get(0);
    return new Diagnosis(first, sentence(first), action(first), holding.subList(1, holding.size()));
  }

  private List<Code> codes() {
    boolean labelled = performance.status() != Status.NOT_ENOUGH_DATA;
    boolean fell = performance.status() == Status.DRIFTED || concept.status() == Status.DRIFTED;
    boolean moved = inputsMoved();
    boolean told = labelled && labelsSinceMoved >= PerformanceWatch.WINDOW;
    boolean mixMoved = !moved && !fell && has(Column.Role.PREDICTION, Status.DRIFTED);
    List<Code> codes = new ArrayList<>();
    add(codes, Code.DATA_FAULT, !faults().isEmpty());
    add(codes, Code.HARMFUL_SHIFT, moved && fell);
    add(codes, Code.CONCEPT_DRIFT, !moved && fell);
    add(codes, Code.PRIOR_SHIFT, mixMoved);
    add(codes, Code.INPUTS_MOVED, moved && !fell && !told);
    add(codes, Code.HARMLESS_SHIFT, moved && !fell && told);
    add(codes, Code.STALE, staleness.status() == Status.DRIFTED);
    boolean judged = columns.stream().anyMatch(c -> c.status() != Status.NOT_ENOUGH_DATA);
    add(codes, Code.HEALTHY, codes.isEmpty() && judged);
    add(codes, Code.NOT_ENOUGH_DATA, !judged);
    return codes;
  }

  private static void add(List<Code> codes, Code code, boolean holds) {
    if (holds) {
      codes.add(code);
    }
  }

  private boolean inputsMoved() {
    return has(Column.Role.FEATURE, Status.DRIFTED)
        || has(Column.Role.RESIDUAL, Status.DRIFTED)
        || joint.status() == Status.DRIFTED;
  }

  private boolean has(Column.Role role, Status status) {
    return columns.stream().anyMatch(c -> c.column().role() == role && c.status() == status);
  }

  private List<FeatureVerdict> faults() {
    return columns.stream().filter(c -> c.status() == Status.FAULT).toList();
  }

  /** The names of what moved, at most three of them. */
  private String movedNames() {
    List<String> names =
        columns.stream()
            .filter(c -> c.status() == Status.DRIFTED && c.column().role() == Column.Role.FEATURE)
            .map(c -> c.column().name())
            .toList();
    if (names.isEmpty()) {
      return joint.status() == Status.DRIFTED
          ? "how the inputs move together"
          : "the inputs together";
    }
    int shown = Math.min(3, names.size());
    String list = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? list + " and " + (names.size() - shown) + " more" : list;
  }

  private String fall() {
    return performance.status() == Status.DRIFTED ? performance.reason() : concept.reason();
  }

  private String estimated() {
    if (performance.yardstick() == Yardstick.ABSOLUTE_ERROR) {
      return "how far a number is off cannot be told without labels";
    }
    return Double.isNaN(estimate)
        ? "the estimate without labels is not to be trusted here"
        : "the estimate without labels is an accuracy of " + Words.percent(estimate);
  }

  private String sentence(Code code) {
    return switch (code) {
      case DATA_FAULT ->
          String.join("; ", faults().stream().map(FeatureVerdict::reason).limit(3).toList());
      case HARMFUL_SHIFT -> "Inputs moved (" + movedNames() + "), and " + fall();
      case CONCEPT_DRIFT -> "Inputs are steady, but " + fall();
      case PRIOR_SHIFT ->
          performance.yardstick() == Yardstick.ACCURACY
              ? "The mix of predicted classes moved, the inputs by themselves did not"
              : "The answers moved, the inputs by themselves did not";
      case INPUTS_MOVED ->
          "Inputs moved ("
              + movedNames()
              + ") and too few labels tell what that does; "
              + estimated();
      case HARMLESS_SHIFT -> "Inputs moved (" + movedNames() + "); " + performance.reason();
      case STALE -> "The model is old: " + staleness.reason();
      case HEALTHY ->
          performance.status() == Status.NOT_ENOUGH_DATA
              ? "Inputs are steady; whether "
                  + (performance.yardstick() == Yardstick.ACCURACY
                      ? "the accuracy holds"
                      : "the errors have grown")
                  + " is not known yet: "
                  + performance.reason()
              : "Inputs are steady and " + performance.reason();
      case NOT_ENOUGH_DATA -> columns.isEmpty() ? "No column is watched" : columns.get(0).reason();
    };
  }

  private String action(Code code) {
    return switch (code) {
      case DATA_FAULT -> "Fix the source of the data; do not retrain on these rows.";
      case HARMFUL_SHIFT -> "Retrain with recent labelled rows.";
      case CONCEPT_DRIFT -> "Label recent rows and retrain on them.";
      case PRIOR_SHIFT -> "Check whether the population changed; get labels.";
      case INPUTS_MOVED -> "Get labels for recent rows.";
      case HARMLESS_SHIFT -> "Watch; no change of the model is needed.";
      case STALE -> "Retrain by the policy, or lengthen it.";
      case HEALTHY -> performance.status() == Status.NOT_ENOUGH_DATA ? "Get labels." : "Nothing.";
      case NOT_ENOUGH_DATA -> "Wait for more rows.";
    };
  }
}
