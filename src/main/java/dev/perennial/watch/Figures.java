package dev.perennial.watch;

import dev.perennial.monitor.Bucket;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.SpanFigures.OfColumn;
import dev.perennial.monitor.SpanFigures.OfLabels;
import dev.perennial.monitor.Staleness;
import dev.perennial.watch.Report.Bin;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.Performance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a report that one version's sums over a span give. */
final class Figures {
  private Figures() {}

  static List<ColumnReport> columns(Standing standing, Bucket bucket) {
    List<OfColumn> figures = SpanFigures.columns(standing.profile(), bucket);
    List<ColumnReport> columns = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      OfColumn f = figures.get(i);
      List<Bin> bins =
          f.bins().stream().map(b -> new Bin(b.label(), b.live(), b.reference())).toList();
      columns.add(
          new ColumnReport(
              standing.columns().get(i),
              f.n(),
              f.mean(),
              f.sd(),
              f.missingRate(),
              f.unseenRate(),
              f.outOfRangeRate(),
              f.referenceRows(),
              bins));
    }
    return columns;
  }

  static Optional<Performance> performance(Standing standing, Bucket bucket) {
    if (standing.classes().isEmpty()) {
      return Optional.empty();
    }
    OfLabels f = SpanFigures.labels(bucket);
    Optional<HoldOut> holdOut = standing.holdOut();
    return Optional.of(
        new Performance(
            standing.performance(),
            standing.classes(),
            f.labels(),
            bucket.rows() == 0 ? 0 : (double) f.labels() / bucket.rows(),
            f.lagSeconds(),
            f.accuracy(),
            f.interval(),
            f.macroF1(),
            f.logLoss(),
            f.brier(),
            f.calibrationError(),
            f.calibration(),
            f.perClass(),
            f.confusion(),
            holdOut.map(HoldOut::accuracy).orElse(0.0),
            holdOut.map(HoldOut::macroF1).orElse(0.0),
            holdOut.map(HoldOut::n).orElse(0L)));
  }

  /** Where there never was a row or a label, the time since the version was first watched. */
  static Staleness staleness(Standing standing, Duration policy, Instant now) {
    return Staleness.of(
        since(standing.trainedAt(), now),
        policy,
        since(standing.newestRow(), now),
        since(standing.lastLabel().orElse(standing.since()), now),
        since(standing.lastRow().orElse(standing.since()), now),
        standing.labelledRows());
  }

  /** Never negative, though a clock may have been set back. */
  private static Duration since(Instant then, Instant now) {
    return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
  }
}
