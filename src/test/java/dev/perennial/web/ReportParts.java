package dev.perennial.web;

import dev.perennial.monitor.CalibrationBin;
import dev.perennial.monitor.ClassScore;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DomainVerdict.Share;
import dev.perennial.monitor.DurationBin;
import dev.perennial.monitor.Interval;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.Staleness;
import dev.perennial.monitor.Status;
import dev.perennial.monitor.Uptime;
import dev.perennial.monitor.Uptime.Gap;
import dev.perennial.monitor.Yardstick;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.watch.Report.Health;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Report.Performance;
import dev.perennial.watch.Report.Quantiles;
import dev.perennial.words.Said;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of {@link Reports} made by hand: scores, estimates, age and health. */
final class ReportParts {
  private ReportParts() {}

  /** Live rows are told from training rows where a column is named. */
  static Optional<DomainVerdict> domain(double auc, String... columns) {
    List<Share> shares = Arrays.stream(columns).map(name -> new Share(name, auc - .5)).toList();
    return Optional.of(new DomainVerdict(!shares.isEmpty(), auc, .018, 150, 500, shares));
  }

  static Performance performance(Status status, double accuracy, long right, long labels) {
    long third = right / 3;
    long wrong = labels - right;
    long[][] confusion = {
      {third, 0, 0}, {0, third, wrong - wrong / 4}, {0, wrong / 4, right - 2 * third}
    };
    double shared = labels == 0 ? 0 : accuracy;
    return new OfClasses(
        new PerformanceVerdict(
            status,
            accuracy,
            new Interval(accuracy - .03, Math.min(1, accuracy + .02)),
            labels,
            .96,
            accuracy - .96 + .04,
            -.03,
            labels == 0 ? Said.of("said.labels-so-far", 0L, 400L) : accuracyIs(accuracy),
            Yardstick.ACCURACY),
        Reports.IRIS,
        labels,
        labels / 4212.0,
        labels == 0 ? 0 : 5400,
        shared,
        labels == 0
            ? new Interval(0, 1)
            : new Interval(accuracy - .03, Math.min(1, accuracy + .02)),
        shared,
        labels == 0 ? 0 : .14,
        labels == 0 ? 0 : .07,
        labels == 0 ? 0 : .021,
        labels == 0 ? List.of() : calibration(),
        List.of(
            new ClassScore(1, 1, 1, third, third),
            new ClassScore(shared, shared, shared, labels / 3.0, labels / 3.0),
            new ClassScore(shared, shared, shared, labels / 3.0, labels / 3.0)),
        confusion,
        .96,
        .958,
        30);
  }

  static Said accuracyIs(double accuracy) {
    return Said.of(
        "said.accuracy-is",
        new Said.Share(accuracy),
        612L,
        new Said.Share(.96),
        Said.of("said.no-fall-shown"));
  }

  static Said burning() {
    return Said.of(
        "said.burning", 31L, 2_140L, Said.of("said.hours", 1L), 14.5, new Said.Share(.999));
  }

  private static Said errors(double live) {
    return Said.of("said.error-lately", new Said.Share(live), 212L, new Said.Share(.04));
  }

  static Said steadyErrors() {
    return Said.of("said.no-kind-of-error", errors(.041));
  }

  static Said changedErrors() {
    Said what = Said.of("said.often-called", "versicolor", "virginica");
    return Said.of("said.kind-of-error", what, 1_890L, errors(.15));
  }

  /** Three bins of ten: the model is too sure in the second. */
  private static List<CalibrationBin> calibration() {
    return List.of(
        new CalibrationBin(.5, .6, 20, .55, .6, new Interval(.387, .781)),
        new CalibrationBin(.8, .9, 92, .86, .72, new Interval(.62, .80)),
        new CalibrationBin(.9, 1, 500, .98, .974, new Interval(.956, .985)));
  }

  private static List<DurationBin> durations() {
    return List.of(
        new DurationBin(100, 127, 400),
        new DurationBin(127, 161, 1_200),
        new DurationBin(161, 204, 800),
        new DurationBin(204, 259, 0),
        new DurationBin(259, 2_500, 100));
  }

  static Estimated estimated(double accuracy, boolean trusted) {
    return new Estimated(
        4212,
        accuracy,
        accuracy,
        new Interval(accuracy - .07, Math.min(1, accuracy + .07)),
        trusted,
        .012,
        10,
        trusted
            ? Said.of("said.track-record", 1.2, 10L)
            : Said.of("said.guess", new Said.Share(.31)));
  }

  static Staleness stale(Duration age, Duration sinceLabel, long labels) {
    return Staleness.of(age, Duration.ofDays(30), age, sinceLabel, Duration.ofSeconds(4), labels);
  }

  static Health health(long requests, long errors, List<Said> burning) {
    Map<String, Quantiles> stages = new LinkedHashMap<>();
    stages.put("total", new Quantiles(212, 480, 912));
    stages.put("parse", new Quantiles(31, 70, 141));
    stages.put("score", new Quantiles(12, 22, 48));
    long start = Reports.NOW.toEpochMilli();
    return new Health(
        requests,
        errors,
        stages,
        durations(),
        23.4,
        188,
        Optional.of(14_200.0),
        Map.of(
            "/api/v1/models/{model}/predict", new long[] {0, 0, requests - errors, 0, 3, errors},
            "/", new long[] {0, 0, 41, 0, 2, 0}),
        new Uptime(
            .9993,
            List.of(
                new Gap(start - 50 * Reports.MINUTE, start - 48 * Reports.MINUTE, false),
                new Gap(start - 20 * Reports.MINUTE, start - 19 * Reports.MINUTE, true)),
            1),
        18_230,
        Optional.of(Reports.NOW.minusSeconds(4)),
        burning);
  }
}
