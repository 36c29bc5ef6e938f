package dev.perennial.watch;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.words.Said;
import java.util.List;

/** What is to be expected without labels, and whether that can be believed. */
final class Estimates {
  /** Beyond this share of rows outside the reference, calibration is a guess. */
  private static final double MOST_OUTSIDE = .1;

  private static final long LEAST_HOLD_OUT = 10;

  private Estimates() {}

  static Estimated of(
      SpanFigures.Expected expected,
      HoldOut holdOut,
      Standing.Track track,
      List<ColumnReport> columns) {
    double outside =
        columns.stream()
            .filter(c -> c.verdict().column().role() == Column.Role.FEATURE)
            .mapToDouble(c -> c.outOfRangeRate() + c.unseenRate() + c.missingRate())
            .max()
            .orElse(0);
    boolean fewHeldOut = holdOut.n() < LEAST_HOLD_OUT;
    boolean trusted = expected.n() > 0 && !fewHeldOut && track.trusted() && outside <= MOST_OUTSIDE;
    return new Estimated(
        expected.n(),
        expected.accuracy(),
        expected.macroF1(),
        expected.band(),
        trusted,
        track.meanError(),
        track.batches(),
        reason(expected.n(), fewHeldOut, track, outside));
  }

  private static Said reason(long n, boolean fewHeldOut, Standing.Track track, double outside) {
    if (n == 0) {
      return Said.of("said.no-row-in-span");
    }
    if (fewHeldOut) {
      return Said.of("said.few-held-out", LEAST_HOLD_OUT);
    }
    if (!track.trusted()) {
      return Said.of("said.bad-track-record", 100 * track.meanError());
    }
    if (outside > MOST_OUTSIDE) {
      return Said.of("said.guess", new Said.Share(outside));
    }
    return track.batches() == 0
        ? Said.of("said.no-track-record")
        : Said.of("said.track-record", 100 * track.meanError(), (long) track.batches());
  }
}
