package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;

/** How grave an alarm is: whether answers are wrong or missing now, or may come to be. */
final class Severity {
  private Severity() {}

  static String of(AlarmKind kind) {
    return switch (kind) {
      case DATA_FAULT, PERFORMANCE, CONCEPT_DRIFT, ERRORS, MONITOR_SILENT, DATABASE -> "critical";
      case DATA_DRIFT, PREDICTION_DRIFT, STALENESS -> "warning";
    };
  }
}
