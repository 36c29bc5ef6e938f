package dev.perennial.monitor;

import java.util.Random;

/**
 * How many confirmed drifts to expect in a month without any: reference rows, drawn anew in blocks
 * as long as live rows hang together, are run through the real rule.
 *
 * @param alarms rises from steady to drifted that the simulation saw
 * @param rows how many rows it ran
 * @param perMonth at the given traffic
 * @param perMonthAtMost 95 % upper bound of it: 3 / rows where none was seen
 */
public record FalseAlarms(long alarms, long rows, double perMonth, double perMonthAtMost) {

  /**
   * Runs the rule. Takes about a second for a million values.
   *
   * @param referenceRows of the reference's own columns, a bounded sample
   * @param blockRows how many consecutive rows hang together, at least 1
   * @param rows how many to run
   * @param rowsAMonth the traffic to scale to
   */
  public static FalseAlarms simulate(
      ReferenceProfile reference,
      DriftThresholds thresholds,
      double[][] referenceRows,
      int blockRows,
      long rows,
      long rowsAMonth,
      long seed) {
    Random random = new Random(seed);
    DriftWatch watch = new DriftWatch(reference, thresholds);
    long alarms = 0;
    long windows = 0;
    boolean before = false;
    int at = 0;
    for (long i = 0; i < rows; i++) {
      at = i % blockRows == 0 ? random.nextInt(referenceRows.length) : at + 1;
      watch.add(referenceRows[at % referenceRows.length], i);
      if (watch.windowsClosed() > windows) {
        windows = watch.windowsClosed();
        boolean now = isAlarm(watch);
        alarms += now && !before ? 1 : 0;
        before = now;
      }
    }
    double months = (double) rows / rowsAMonth;
    // Poisson: 3 is -ln 0.05, the mean at which seeing none has 5 % left.
    double atMost = alarms == 0 ? 3 : alarms + 2 * Math.sqrt(alarms + 1.0) + 1;
    return new FalseAlarms(alarms, rows, alarms / months, atMost / months);
  }

  private static boolean isAlarm(DriftWatch watch) {
    return watch.joint().status() == Status.DRIFTED
        || watch.verdicts().stream()
            .anyMatch(v -> v.status() == Status.DRIFTED || v.status() == Status.FAULT);
  }
}
