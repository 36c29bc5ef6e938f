package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;

/** What a bucket's sums say of its span, in figures for readers. They judge nothing. */
public final class SpanFigures {
  private SpanFigures() {}

  /**
   * One column over the span. Rates are in [0, 1] and, like everything else, 0 without rows.
   *
   * @param n rows
   * @param values how many numbers there were; 0 for labels
   * @param psi population stability index against the reference; 0 without rows
   * @param referenceRows rows of the reference
   * @param bins the distribution beside the reference's
   */
  public record OfColumn(
      String name,
      long n,
      long values,
      double mean,
      double sd,
      double missingRate,
      double unseenRate,
      double outOfRangeRate,
      double psi,
      long referenceRows,
      List<Share> bins) {
    public OfColumn {
      bins = List.copyOf(bins);
    }
  }

  /** One bin: its label, and the shares of live and reference rows in [0, 1]. */
  public record Share(Said label, double live, double reference) {}

  /**
   * What the labels of the span show. Everything is 0 without labels.
   *
   * @param interval Wilson's 95 % interval of the accuracy
   * @param lagSeconds median time from answer to label
   * @param calibration bins of stated probability that hold a labelled answer, in ascending order
   */
  public record OfLabels(
      long labels,
      double lagSeconds,
      double accuracy,
      Interval interval,
      double macroF1,
      double logLoss,
      double brier,
      double calibrationError,
      List<CalibrationBin> calibration,
      List<ClassScore> perClass,
      long[][] confusion) {
    public OfLabels {
      calibration = List.copyOf(calibration);
      perClass = List.copyOf(perClass);
    }
  }

  /**
   * What the labels of the span show of a target that is a number. Everything is 0 without labels.
   *
   * @param lagSeconds median time from answer to label
   * @param maeInterval about 95 %, by the central limit theorem
   * @param rmseInterval likewise
   * @param bias mean error, the number given less the true one
   */
  public record OfNumbers(
      long labels,
      double lagSeconds,
      double mae,
      Interval maeInterval,
      double rmse,
      Interval rmseInterval,
      double r2,
      double bias) {}

  /** What calibrated probabilities let expect of the span; n is 0 where there are none. */
  public record Expected(long n, double accuracy, double macroF1, Interval band) {}

  /** In the order of the reference's columns. */
  public static List<OfColumn> columns(ReferenceProfile reference, Bucket bucket) {
    List<OfColumn> figures = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      figures.add(column(reference, bucket, i));
    }
    return figures;
  }

  /** One of them. */
  public static OfColumn column(ReferenceProfile reference, Bucket bucket, int at) {
    return column(reference.columns().get(at), bucket.column(at));
  }

  /** What chance alone keeps a column's index below at the span's rows; 0 without rows. */
  public static double psiQuiet(ReferenceProfile reference, Bucket bucket, int at) {
    double level = DriftThresholds.standard().falseDiscovery(reference.rows());
    long[] counts = bucket.column(at).counts();
    return Counts.sum(counts) == 0
        ? 0
        : DriftFigures.quiet(reference.columns().get(at), counts, 1, level);
  }

  private static OfColumn column(ColumnProfile profile, ColumnSums live) {
    Bins bins = profile.bins();
    long[] counts = live.counts();
    long rows = Counts.sum(counts);
    Moments moments = live.moments();
    long outside = bins.nominal() ? 0 : counts[0] + counts[bins.above()];
    return new OfColumn(
        profile.column().name(),
        rows,
        moments.n(),
        moments.n() == 0 ? 0 : moments.mean(),
        moments.n() < 2 ? 0 : moments.sd(),
        Counts.share(counts[bins.missing()], rows),
        bins.nominal() ? Counts.share(counts[bins.unseen()], rows) : 0,
        Counts.share(outside, rows),
        rows == 0 ? 0 : Divergence.psi(profile.counts(), counts),
        profile.rows(),
        shares(profile, counts, rows));
  }

  private static List<Share> shares(ColumnProfile profile, long[] counts, long rows) {
    List<Share> shares = new ArrayList<>();
    long referenceRows = profile.rows();
    for (int i = 0; i < counts.length; i++) {
      shares.add(
          new Share(
              label(profile, i),
              Counts.share(counts[i], rows),
              Counts.share(profile.counts()[i], referenceRows)));
    }
    return shares;
  }

  private static Said label(ColumnProfile profile, int bin) {
    Bins bins = profile.bins();
    if (bin == bins.missing()) {
      return Said.of("said.bin-missing");
    }
    if (bins.nominal()) {
      return bin == bins.unseen()
          ? Said.of("said.bin-unseen")
          : Said.verbatim(profile.column().labels().get(bin));
    }
    if (bin == 0) {
      return Said.of("said.bin-below");
    }
    return bin == bins.above()
        ? Said.of("said.bin-above")
        : Said.of("said.bin", bins.edges()[bin - 1], bins.edges()[bin]);
  }

  /** What the labels of the bucket's rows show. */
  public static OfLabels labels(Bucket bucket) {
    LabelSums sums = bucket.labels();
    Confusion confusion = sums.confusion();
    return new OfLabels(
        confusion.n(),
        sums.lagSeconds().n() == 0 ? 0 : sums.lagSeconds().quantile(.5),
        confusion.accuracy(),
        confusion.n() == 0
            ? new Interval(0, 1)
            : Intervals.wilson(confusion.correct(), confusion.n(), Intervals.Z95),
        confusion.macroF1(),
        sums.logLoss(),
        sums.brier(),
        sums.calibration().error(),
        sums.calibration().curve(),
        confusion.perClass(),
        confusion.matrix());
  }

  /** What the labels of the bucket's rows show of numbers. */
  public static OfNumbers numbers(Bucket bucket) {
    ErrorSums sums = bucket.errors();
    return new OfNumbers(
        sums.n(),
        sums.lagSeconds().n() == 0 ? 0 : sums.lagSeconds().quantile(.5),
        sums.mae(),
        sums.maeInterval(),
        sums.rmse(),
        sums.rmseInterval(),
        sums.r2(),
        sums.bias());
  }

  /** What is to be expected without labels, with the uncertainty of a hold-out of so many rows. */
  public static Expected expected(Bucket bucket, long holdOutRows) {
    EstimateSums sums = bucket.estimate();
    return new Expected(sums.n(), sums.accuracy(), sums.macroF1(), sums.band(holdOutRows));
  }
}
