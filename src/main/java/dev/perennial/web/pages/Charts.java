package dev.perennial.web.pages;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report;
import dev.perennial.watch.Series;
import dev.perennial.web.Watched;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Asks for figures over time and draws them, with the alarms that were raised meanwhile. */
final class Charts {
  private final Watched watched;
  private final Report report;
  private final List<Chart.Happened> happened;

  Charts(Watched watched, Report report) {
    this.watched = watched;
    this.report = report;
    happened =
        report.alarms().stream()
            .flatMap(a -> a.alarm().history().stream().filter(Charts::isRaised).map(t -> of(a, t)))
            .toList();
  }

  private static boolean isRaised(Transition step) {
    return step.to() == Alarm.State.FIRING;
  }

  private static Chart.Happened of(Report.AlarmReport report, Transition step) {
    return new Chart.Happened(
        Instant.ofEpochMilli(step.atMillis()), AlarmView.name(report.alarm().kind()) + " alarm");
  }

  Chart performance() {
    if (report.isOfNumbers()) {
      return Chart.of(
          "chart-performance",
          "Errors",
          false,
          Figures::number,
          lines(List.of("mae", "rmse"), "Mean absolute error", "Root mean squared error"),
          happened);
    }
    return Chart.of(
        "chart-performance",
        "Accuracy and F1",
        true,
        Figures::score,
        lines(
            List.of("accuracy", "estimated_accuracy", "macro_f1"),
            "Accuracy from labels",
            "Accuracy estimated without labels",
            "Macro F1"),
        happened);
  }

  List<Chart> health() {
    List<Chart.Given> lines =
        lines(
            List.of(
                "latency_p50", "latency_p95", "latency_p99", "requests_per_second", "error_rate"),
            "p50",
            "p95",
            "p99",
            "Requests a second",
            "Error rate");
    return List.of(
        Chart.of(
            "chart-latency", "Latency", false, Figures::micros, lines.subList(0, 3), List.of()),
        Chart.of(
            "chart-traffic",
            "Requests a second",
            false,
            Figures::number,
            lines.subList(3, 4),
            List.of()),
        Chart.of(
            "chart-errors", "Error rate", false, Figures::share, lines.subList(4, 5), happened));
  }

  /** Of one column. */
  List<Chart> column(String name) {
    List<Chart.Given> lines = lines(List.of("mean:" + name, "psi:" + name), "Mean", "PSI");
    return List.of(
        Chart.of(
            "chart-mean", "Mean over time", false, Figures::number, lines.subList(0, 1), happened),
        Chart.of(
            "chart-psi", "PSI over time", false, Figures::number, lines.subList(1, 2), happened));
  }

  /** Those asked for together are read once. */
  private List<Chart.Given> lines(List<String> metrics, String... names) {
    List<Series> series =
        watched
            .series()
            .of(report.model(), metrics, report.span())
            .orElseGet(() -> metrics.stream().map(m -> new Series(m, List.of())).toList());
    return IntStream.range(0, names.length)
        .mapToObj(i -> new Chart.Given(names[i], series.get(i)))
        .toList();
  }
}
