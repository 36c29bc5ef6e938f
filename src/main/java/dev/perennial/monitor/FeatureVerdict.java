package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.Optional;

/**
 * What is said of one column, with its evidence. Means and deviations are 0 for labels.
 *
 * @param column which one
 * @param status the judgement
 * @param critical whether a drift is grave
 * @param n rows of the judged window, 0 where none was judged
 * @param meanLive mean of the window's numbers
 * @param meanReference mean of the reference's numbers
 * @param sdLive standard deviation of the window's numbers
 * @param sdReference standard deviation of the reference's numbers
 * @param missingRate share of rows without a value, in [0, 1]
 * @param unseenRate share of rows with an unknown label, in [0, 1]
 * @param outOfRangeRate share of rows below or above the reference's range, in [0, 1]
 * @param figures the comparison; absent without enough rows
 * @param q false discovery rate over all columns, 1 without enough rows
 * @param fault the likely error upstream
 * @param reason one sentence
 */
public record FeatureVerdict(
    Column column,
    Status status,
    boolean critical,
    long n,
    double meanLive,
    double meanReference,
    double sdLive,
    double sdReference,
    double missingRate,
    double unseenRate,
    double outOfRangeRate,
    Optional<DriftFigures> figures,
    double q,
    Optional<Fault.Kind> fault,
    Said reason) {

  static FeatureVerdict notEnoughData(ColumnProfile profile, long rows, Said reason) {
    return new FeatureVerdict(
        profile.column(),
        Status.NOT_ENOUGH_DATA,
        false,
        rows,
        0,
        profile.mean(),
        0,
        profile.sd(),
        0,
        0,
        0,
        Optional.empty(),
        1,
        Optional.empty(),
        reason);
  }

  static FeatureVerdict of(
      ColumnProfile profile, ColumnSums live, ColumnTest test, Finding finding) {
    Bins bins = profile.bins();
    long[] counts = live.counts();
    long rows = Counts.sum(counts);
    Moments moments = live.moments();
    long outside = bins.nominal() ? 0 : counts[0] + counts[bins.above()];
    return new FeatureVerdict(
        profile.column(),
        finding.status(),
        finding.critical(),
        rows,
        moments.n() == 0 ? 0 : moments.mean(),
        profile.mean(),
        moments.n() < 2 ? 0 : moments.sd(),
        profile.sd(),
        Counts.share(counts[bins.missing()], rows),
        bins.nominal() ? Counts.share(counts[bins.unseen()], rows) : 0,
        Counts.share(outside, rows),
        Optional.of(test.figures()),
        test.q(),
        finding.fault(),
        finding.reason());
  }

  /** The same figures with a gap found at a later look than the window's. */
  FeatureVerdict withGap(Said sentence) {
    return status == Status.FAULT || status == Status.DRIFTED
        ? this
        : new FeatureVerdict(
            column,
            Status.DRIFTED,
            critical,
            n,
            meanLive,
            meanReference,
            sdLive,
            sdReference,
            missingRate,
            unseenRate,
            outOfRangeRate,
            figures,
            q,
            fault,
            sentence);
  }

  /**
   * The effect in multiples of what matters; 0 where it is nowhere near significant, as most large
   * effects of few rows are not.
   */
  public double strength() {
    DriftThresholds t = DriftThresholds.standard();
    return figures.filter(f -> q < 10 * t.falseDiscovery()).map(f -> f.strength(t)).orElse(0.0);
  }

  /** The judging part of a verdict. */
  record Finding(Status status, boolean critical, Optional<Fault.Kind> fault, Said reason) {}
}
