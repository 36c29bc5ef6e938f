package dev.perennial.web;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report.AlarmReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alarms of {@link Reports}, made by hand. */
final class ReportAlarms {
  private ReportAlarms() {}

  static Alarm quiet() {
    return Alarm.quiet(AlarmKind.DATA_DRIFT);
  }

  /** Two incidents in half a million rows, at 30,000 a month. */
  static Optional<FalseAlarms> expected() {
    return Optional.of(FalseAlarms.of(2, 500_000, 1, 30_000));
  }

  static AlarmReport firing(String model) {
    return firing(model, "petal_length");
  }

  static AlarmReport firing(String model, String subject) {
    long at = Reports.NOW.toEpochMilli() - 40 * Reports.MINUTE;
    Evidence evidence =
        new Evidence(
            Columns.moved(subject),
            Map.of(subject + ".psi", .41, subject + ".quiet", .09, subject + ".q", 1e-9));
    Alarm alarm =
        new Alarm(
            AlarmKind.DATA_DRIFT,
            Alarm.State.FIRING,
            Alarm.State.FIRING,
            1,
            at,
            0,
            0,
            List.of(
                new Transition(
                    Alarm.State.OK, Alarm.State.PENDING, at - 9 * Reports.MINUTE, "", "", evidence),
                new Transition(Alarm.State.PENDING, Alarm.State.FIRING, at, "", "", evidence)));
    return new AlarmReport(model + "-data_drift-1", subject, "critical", alarm, expected());
  }

  static AlarmReport acknowledged(String model) {
    long at = Reports.NOW.toEpochMilli() - 30 * Reports.MINUTE;
    Evidence evidence = new Evidence(ReportParts.accuracyIs(.85), Map.of("accuracy", .85));
    Alarm alarm =
        new Alarm(
            AlarmKind.PERFORMANCE,
            Alarm.State.ACKNOWLEDGED,
            Alarm.State.ACKNOWLEDGED,
            2,
            at,
            0,
            0,
            List.of(
                new Transition(
                    Alarm.State.RESOLVED,
                    Alarm.State.FIRING,
                    at - 5 * Reports.MINUTE,
                    "",
                    "",
                    evidence),
                new Transition(
                    Alarm.State.FIRING,
                    Alarm.State.ACKNOWLEDGED,
                    at,
                    "account:admin",
                    "I look into it & <i>report</i>",
                    evidence)));
    return new AlarmReport(model + "-performance-2", "", "critical", alarm, Optional.empty());
  }

  static AlarmReport silenced(String model) {
    long at = Reports.NOW.toEpochMilli() - 10 * Reports.MINUTE;
    Evidence evidence = Evidence.of(ReportParts.burning());
    Alarm alarm =
        new Alarm(
            AlarmKind.ERRORS,
            Alarm.State.SILENCED,
            Alarm.State.SILENCED,
            1,
            at,
            at + 120 * Reports.MINUTE,
            0,
            List.of(
                new Transition(
                    Alarm.State.FIRING,
                    Alarm.State.SILENCED,
                    at,
                    "account:admin",
                    "known outage",
                    evidence)));
    return new AlarmReport(model + "-errors-1", "", "warning", alarm, Optional.empty());
  }
}
