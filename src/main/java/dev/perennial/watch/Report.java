package dev.perennial.watch;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.CalibrationBin;
import dev.perennial.monitor.ClassScore;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DurationBin;
import dev.perennial.monitor.FalseAlarms;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.ResidualVerdict;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Uptime;
import dev.perennial.words.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is said of a model's champion at one time. The page, the JSON document, the
 * metrics and the file for download all show one of these, so that they cannot disagree. Verdicts
 * are the latest ones; figures are those of the span. Immutable.
 *
 * @param at when it was made
 * @param since when the version was first watched
 * @param rows predictions of the span
 * @param columns inputs, then the answer's columns, then the residual where there is one
 * @param domain by which inputs live rows can be told from the reference's; empty where nothing was
 *     found out yet
 * @param performance from labels; empty for a numeric target without a hold-out
 * @param estimated without labels; empty for a numeric target
 * @param alarms one of every kind, those of the service among them; open ones first, then by the
 *     time of their last step
 */
public record Report(
    String model,
    int version,
    Instant at,
    Instant since,
    Span span,
    long rows,
    Diagnosis diagnosis,
    List<ColumnReport> columns,
    JointVerdict joint,
    Optional<DomainVerdict> domain,
    Optional<Performance> performance,
    Optional<Estimated> estimated,
    ConceptVerdict concept,
    Staleness staleness,
    Health health,
    List<AlarmReport> alarms) {
  public Report {
    columns = List.copyOf(columns);
    alarms = List.copyOf(alarms);
  }

  /** Whether its labels are numbers. */
  public boolean isOfNumbers() {
    return performance.filter(OfNumbers.class::isInstance).isPresent();
  }

  /**
   * One column: the latest verdict, and the span's own figures beside it.
   *
   * @param verdict the latest judgement
   * @param n rows of the span
   * @param mean of the span's numbers; 0 for labels
   * @param sd of the span's numbers; 0 for labels
   * @param missingRate in [0, 1]
   * @param unseenRate in [0, 1]
   * @param outOfRangeRate in [0, 1]
   * @param referenceRows rows of the reference
   * @param bins the distribution of the span beside the reference's
   */
  public record ColumnReport(
      FeatureVerdict verdict,
      long n,
      double mean,
      double sd,
      double missingRate,
      double unseenRate,
      double outOfRangeRate,
      long referenceRows,
      List<Bin> bins) {
    public ColumnReport {
      bins = List.copyOf(bins);
    }
  }

  /**
   * One bin of a column.
   *
   * @param label such as "4.3 to 4.8", a class, "below range", "missing"
   * @param live share of the span's rows, in [0, 1]
   * @param reference share of the reference's rows, in [0, 1]
   */
  public record Bin(Said label, double live, double reference) {}

  /** What labels show over the span: of classes or of numbers. */
  public sealed interface Performance {
    /** The latest judgement. */
    PerformanceVerdict verdict();

    /** How many of the span's rows have a label. */
    long labels();

    /** Labels over rows, in [0, 1]. */
    double coverage();

    /** Median time from answer to label. */
    double lagSeconds();

    /** On so many rows the version was judged before it was deployed. */
    long holdOutRows();
  }

  /**
   * What labels show of classes.
   *
   * @param accuracy in [0, 1]; 0 without labels
   * @param interval Wilson's 95 % interval
   * @param calibration stated probability beside what happened, in ascending order
   * @param perClass in the schema's order
   * @param confusion rows are true classes, columns given ones
   * @param holdOutAccuracy what the version reached before it was deployed
   * @param holdOutMacroF1 the same
   */
  public record OfClasses(
      PerformanceVerdict verdict,
      List<String> classes,
      long labels,
      double coverage,
      double lagSeconds,
      double accuracy,
      Interval interval,
      double macroF1,
      double logLoss,
      double brier,
      double calibrationError,
      List<CalibrationBin> calibration,
      List<ClassScore> perClass,
      long[][] confusion,
      double holdOutAccuracy,
      double holdOutMacroF1,
      long holdOutRows)
      implements Performance {}

  /**
   * What labels show of numbers, in the target's unit; figures are 0 without labels.
   *
   * @param figures of the span
   * @param residual whether errors lie and spread as on the hold-out, latest judgement
   * @param holdOut before the version was deployed
   */
  public record OfNumbers(
      PerformanceVerdict verdict,
      double coverage,
      SpanFigures.OfNumbers figures,
      ResidualVerdict residual,
      HoldOutErrors holdOut)
      implements Performance {
    @Override
    public long labels() {
      return figures.labels();
    }

    @Override
    public double lagSeconds() {
      return figures.lagSeconds();
    }

    @Override
    public long holdOutRows() {
      return holdOut.n();
    }
  }

  /**
   * What calibrated probabilities let expect over the span.
   *
   * @param band about 95 % of realised accuracies without drift
   * @param trusted false where its own track record or the inputs speak against it
   * @param trackError mean distance of estimated from realised accuracy, where labels came
   * @param trackBatches batches of 200 labels behind it
   * @param reason one sentence
   */
  public record Estimated(
      long n,
      double accuracy,
      double macroF1,
      Interval band,
      boolean trusted,
      double trackError,
      int trackBatches,
      Said reason) {}

  /**
   * The service over the span, all models together.
   *
   * @param requests recorded ones
   * @param errors with a 5xx status
   * @param stages by name (total, parse, score), microseconds
   * @param durations how the whole requests' durations are spread, microseconds
   * @param perSecond mean over the span
   * @param perSecondPeak busiest minute of the span, or of its last day where it is longer
   * @param capacity requests a second last measured; empty if never
   * @param routes template to requests by the first digit of their status; place 0 holds unknown
   * @param journalBytes waiting for the database
   * @param lastTick when the monitor looked last
   * @param burning a sentence for each burn rate that is too high
   */
  public record Health(
      long requests,
      long errors,
      Map<String, Quantiles> stages,
      List<DurationBin> durations,
      double perSecond,
      double perSecondPeak,
      Optional<Double> capacity,
      Map<String, long[]> routes,
      Uptime uptime,
      long journalBytes,
      Optional<Instant> lastTick,
      List<Said> burning) {}

  /** In microseconds, right to 1 %. */
  public record Quantiles(double p50, double p95, double p99) {}

  /**
   * An alarm as it is told.
   *
   * @param id stable: model, kind and incident
   * @param subject what it is about, such as the features' names; "" where the model is meant
   * @param severity critical or warning
   * @param expected false alarms to expect from the rule at this traffic; empty where it was not
   *     found out yet
   */
  public record AlarmReport(
      String id, String subject, String severity, Alarm alarm, Optional<FalseAlarms> expected) {}
}
