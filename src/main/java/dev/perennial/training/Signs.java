package dev.perennial.training;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the monitor shows that policies act on. An alarm outlives a promotion, so the version that
 * answers now must show the same as its alarm. Immutable.
 *
 * @param faulty whether a data fault is open: what comes in is not to be learned
 * @param drift critical drift of inputs or answers
 * @param concept labels that no longer follow from inputs as before, or a fallen accuracy
 */
record Signs(boolean faulty, Optional<Sign> drift, Optional<Sign> concept) {
  private static final int MOST_NAMED = 3;
  static final Signs NONE = new Signs(false, Optional.empty(), Optional.empty());

  /**
   * One reason to act.
   *
   * @param cause with the alarm's id, for the run and the version
   * @param held why nobody is to act on it; "" where the alarm fires
   */
  record Sign(String cause, String held) {}

  static Signs of(List<AlarmReport> alarms, Standing standing) {
    return of(
        alarms, standing.columns(), standing.concept().status(), standing.performance().status());
  }

  static Signs of(
      List<AlarmReport> alarms, List<FeatureVerdict> columns, Status concepts, Status performance) {
    List<FeatureVerdict> critical =
        columns.stream().filter(c -> c.status() == Status.DRIFTED && c.critical()).toList();
    String names = names(critical);
    Optional<Sign> drift =
        critical.isEmpty()
            ? Optional.empty()
            : sign(
                alarms,
                kind -> kind == AlarmKind.DATA_DRIFT || kind == AlarmKind.PREDICTION_DRIFT,
                names + " drifted");
    Optional<Sign> concept =
        concepts == Status.DRIFTED
            ? sign(
                alarms,
                kind -> kind == AlarmKind.CONCEPT_DRIFT,
                "labels follow from inputs in another way")
            : Optional.empty();
    Optional<Sign> fallen =
        performance == Status.DRIFTED
            ? sign(alarms, kind -> kind == AlarmKind.PERFORMANCE, "the performance fell")
            : Optional.empty();
    boolean faulty =
        alarms.stream().anyMatch(a -> a.alarm().kind() == AlarmKind.DATA_FAULT && a.alarm().open());
    return new Signs(
        faulty,
        drift,
        concept.filter(sign -> sign.held().isEmpty()).or(() -> fallen.or(() -> concept)));
  }

  /** The residual follows from the inputs: it is named where nothing else is. */
  private static String names(List<FeatureVerdict> critical) {
    List<String> plain =
        critical.stream()
            .map(FeatureVerdict::column)
            .filter(column -> column.role() != Column.Role.RESIDUAL)
            .map(Column::name)
            .toList();
    String more =
        plain.size() > MOST_NAMED ? " and %d more".formatted(plain.size() - MOST_NAMED) : "";
    return plain.isEmpty()
        ? "inputs together"
        : String.join(", ", plain.subList(0, Math.min(MOST_NAMED, plain.size()))) + more;
  }

  /** Of several alarms one that fires. */
  private static Optional<Sign> sign(
      List<AlarmReport> alarms, Predicate<AlarmKind> concerned, String what) {
    List<Sign> signs =
        alarms.stream()
            .filter(a -> concerned.test(a.alarm().kind()) && a.alarm().open())
            .map(a -> new Sign(what + ", alarm " + a.id(), held(a.alarm().state())))
            .toList();
    return signs.stream()
        .filter(sign -> sign.held().isEmpty())
        .findFirst()
        .or(() -> signs.stream().findFirst());
  }

  private static String held(State state) {
    return switch (state) {
      case ACKNOWLEDGED -> "somebody has taken the alarm on";
      case SILENCED -> "the alarm is silenced";
      case RESOLVING -> "the alarm is clearing";
      case FIRING, PENDING, OK, RESOLVED -> "";
    };
  }
}
