package dev.perennial.watch;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report.AlarmReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Alarms in the words of a report. */
final class AlarmReports {
  private static final Comparator<AlarmReport> OPEN_FIRST =
      Comparator.comparing((AlarmReport report) -> !report.alarm().open())
          .thenComparing(report -> -report.alarm().sinceMillis())
          .thenComparing(report -> report.alarm().kind());

  private AlarmReports() {}

  /** In the order of a report: open ones, then those that were entered last. */
  static List<AlarmReport> of(
      List<Kept> alarms, Function<AlarmKind, Optional<FalseAlarms>> expected) {
    return alarms.stream()
        .map(kept -> of(kept, expected.apply(kept.kind())))
        .sorted(OPEN_FIRST)
        .toList();
  }

  private static AlarmReport of(Kept kept, Optional<FalseAlarms> expected) {
    return new AlarmReport(
        kept.id(), subject(kept.alarm()), Severity.of(kept.kind()), kept.alarm(), expected);
  }

  /** The columns that the last raising named. */
  private static String subject(Alarm alarm) {
    List<Transition> raised =
        alarm.history().stream().filter(step -> step.to() == Alarm.State.FIRING).toList();
    if (raised.isEmpty()) {
      return "";
    }
    return String.join(", ", raised.get(raised.size() - 1).evidence().columns());
  }
}
