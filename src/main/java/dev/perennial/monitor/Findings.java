package dev.perennial.monitor;

import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.words.Said;
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
  private static final int MOST_NAMED = 3;

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
  private Said movedNames() {
    List<Said> names =
        columns.stream()
            .filter(c -> c.status() == Status.DRIFTED && c.column().role() == Column.Role.FEATURE)
            .map(c -> c.column().called())
            .toList();
    if (names.isEmpty()) {
      return Said.of(joint.status() == Status.DRIFTED ? "said.how-together" : "said.together");
    }
    return Said.names(names, MOST_NAMED);
  }

  private Said fall() {
    return performance.status() == Status.DRIFTED ? performance.reason() : concept.reason();
  }

  private Said estimated() {
    if (performance.yardstick() == Yardstick.ABSOLUTE_ERROR) {
      return Said.of("said.no-error-without-labels");
    }
    return Double.isNaN(estimate)
        ? Said.of("said.no-estimate")
        : Said.of("said.estimate", new Said.Share(estimate));
  }

  private Said sentence(Code code) {
    boolean classes = performance.yardstick() == Yardstick.ACCURACY;
    Said figure = performance.reason();
    return switch (code) {
      case DATA_FAULT -> Said.all(faults().stream().limit(3).map(FeatureVerdict::reason).toList());
      case HARMFUL_SHIFT -> Said.of("said.moved-and", movedNames(), fall());
      case CONCEPT_DRIFT -> Said.of("said.steady-but", fall());
      case PRIOR_SHIFT -> Said.of(classes ? "said.mix-moved" : "said.answers-moved");
      case INPUTS_MOVED -> Said.of("said.moved-unknown", movedNames(), estimated());
      case HARMLESS_SHIFT -> Said.of("said.moved-harmless", movedNames(), figure);
      case STALE -> Said.of("said.old", staleness.reason());
      case HEALTHY ->
          performance.status() != Status.NOT_ENOUGH_DATA
              ? Said.of("said.steady-and", figure)
              : Said.of(classes ? "said.accuracy-unknown" : "said.errors-unknown", figure);
      case NOT_ENOUGH_DATA ->
          columns.isEmpty() ? Said.of("said.no-column") : columns.get(0).reason();
    };
  }

  private Said action(Code code) {
    return switch (code) {
      case DATA_FAULT -> Said.of("said.fix-the-source");
      case HARMFUL_SHIFT -> Said.of("said.retrain-recent");
      case CONCEPT_DRIFT -> Said.of("said.label-and-retrain");
      case PRIOR_SHIFT -> Said.of("said.check-the-population");
      case INPUTS_MOVED -> Said.of(labelsTellNothing() ? "said.get-data" : "said.label-recent");
      case HARMLESS_SHIFT -> Said.of("said.watch");
      case STALE -> Said.of("said.retrain-by-policy");
      case HEALTHY ->
          performance.status() != Status.NOT_ENOUGH_DATA
              ? Said.of("said.nothing")
              : Said.of(labelsTellNothing() ? "said.get-data" : "said.get-labels");
      case NOT_ENOUGH_DATA -> Said.of("said.wait");
    };
  }

  private boolean labelsTellNothing() {
    return performance.reason().equals(PerformanceVerdict.NO_HOLD_OUT);
  }
}
