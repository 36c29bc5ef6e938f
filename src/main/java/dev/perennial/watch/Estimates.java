package dev.perennial.watch;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Estimated;
import java.util.List;
import java.util.Locale;

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

  private static String reason(long n, boolean fewHeldOut, Standing.Track track, double outside) {
    if (n == 0) {
      return "no row in this span";
    }
    if (fewHeldOut) {
      return "fewer than " + LEAST_HOLD_OUT + " hold-out rows to calibrate on";
    }
    if (!track.trusted()) {
      return "its track record speaks against it: three of the last five batches of labels lay outside"
          + " the band, "
          + points(track)
          + " off on average";
    }
    if (outside > MOST_OUTSIDE) {
      return String.format(
          Locale.ROOT,
          "%.0f %% of the rows lie outside the reference in one input: there calibration is a guess",
          100 * outside);
    }
    return track.batches() == 0
        ? "no labels yet to hold it against; it cannot see labels change their meaning"
        : points(track)
            + " off on average over "
            + track.batches()
            + " batches of labels; it cannot see labels change their meaning";
  }

  private static String points(Standing.Track track) {
    return String.format(Locale.ROOT, "%.1f points", 100 * track.meanError());
  }
}
