package dev.perennial.training;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Standing;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
   * @param held why nobody is to act on it; absent where the alarm fires
   */
  record Sign(Said cause, Optional<Said> held) {}

  static Signs of(List<AlarmReport> alarms, Standing standing) {
    return of(
        alarms, standing.columns(), standing.concept().status(), standing.performance().status());
  }

  static Signs of(
      List<AlarmReport> alarms, List<FeatureVerdict> columns, Status concepts, Status performance) {
    List<FeatureVerdict> critical =
        columns.stream().filter(c -> c.status() == Status.DRIFTED && c.critical()).toList();
    Optional<Sign> drift =
        critical.isEmpty()
            ? Optional.empty()
            : sign(
                alarms,
                kind -> kind == AlarmKind.DATA_DRIFT || kind == AlarmKind.PREDICTION_DRIFT,
                alarm -> drifted(critical, alarm));
    Optional<Sign> concept =
        concepts == Status.DRIFTED
            ? sign(
                alarms,
                kind -> kind == AlarmKind.CONCEPT_DRIFT,
                alarm -> Said.of("said.sign-concept", alarm))
            : Optional.empty();
    Optional<Sign> fallen =
        performance == Status.DRIFTED
            ? sign(
                alarms,
                kind -> kind == AlarmKind.PERFORMANCE,
                alarm -> Said.of("said.sign-performance", alarm))
            : Optional.empty();
    boolean faulty =
        alarms.stream().anyMatch(a -> a.alarm().kind() == AlarmKind.DATA_FAULT && a.alarm().open());
    return new Signs(
        faulty,
        drift,
        concept.filter(sign -> sign.held().isEmpty()).or(() -> fallen.or(() -> concept)));
  }

  /** The residual follows from the inputs: it is named where nothing else is. */
  private static Said drifted(List<FeatureVerdict> critical, String alarm) {
    List<Said> plain =
        critical.stream()
            .map(FeatureVerdict::column)
            .filter(column -> column.role() != Column.Role.RESIDUAL)
            .map(column -> Said.verbatim(column.name()))
            .toList();
    if (plain.isEmpty()) {
      return Said.of("said.sign-together", alarm);
    }
    return Said.of("said.sign-drifted", Said.names(plain, MOST_NAMED), alarm);
  }

  /** Of several alarms one that fires. */
  private static Optional<Sign> sign(
      List<AlarmReport> alarms, Predicate<AlarmKind> concerned, Function<String, Said> cause) {
    List<Sign> signs =
        alarms.stream()
            .filter(a -> concerned.test(a.alarm().kind()) && a.alarm().open())
            .map(a -> new Sign(cause.apply(a.id()), held(a.alarm().state())))
            .toList();
    return signs.stream()
        .filter(sign -> sign.held().isEmpty())
        .findFirst()
        .or(() -> signs.stream().findFirst());
  }

  private static Optional<Said> held(State state) {
    return switch (state) {
      case ACKNOWLEDGED -> Optional.of(Said.of("said.alarm-taken-on"));
      case SILENCED -> Optional.of(Said.of("said.alarm-silenced"));
      case RESOLVING -> Optional.of(Said.of("said.alarm-clearing"));
      case FIRING, PENDING, OK, RESOLVED -> Optional.empty();
    };
  }
}
