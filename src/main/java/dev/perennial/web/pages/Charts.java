package dev.perennial.web.pages;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Report;
import dev.perennial.watch.Series;
import dev.perennial.web.Watched;
import java.time.Instant;
import java.util.List;

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
    return Chart.of(
        "chart-performance",
        "Accuracy and F1",
        true,
        Figures::score,
        List.of(
            line("Accuracy from labels", "accuracy"),
            line("Accuracy estimated without labels", "estimated_accuracy"),
            line("Macro F1", "macro_f1")),
        happened);
  }

  List<Chart> health() {
    return List.of(
        Chart.of(
            "chart-latency",
            "Latency",
            false,
            Figures::micros,
            List.of(
                line("p50", "latency_p50"), line("p95", "latency_p95"), line("p99", "latency_p99")),
            List.of()),
        Chart.of(
            "chart-traffic",
            "Requests a second",
            false,
            Figures::number,
            List.of(line("Requests a second", "requests_per_second")),
            List.of()),
        Chart.of(
            "chart-errors",
            "Error rate",
            false,
            Figures::share,
            List.of(line("Error rate", "error_rate")),
            happened));
  }

  /** Of one column. */
  List<Chart> column(String name) {
    return List.of(
        Chart.of(
            "chart-mean",
            "Mean over time",
            false,
            Figures::number,
            List.of(line("Mean", "mean:" + name)),
            happened),
        Chart.of(
            "chart-psi",
            "PSI over time",
            false,
            Figures::number,
            List.of(line("PSI", "psi:" + name)),
            happened));
  }

  private Chart.Given line(String name, String metric) {
    return new Chart.Given(
        name,
        watched
            .series()
            .of(report.model(), metric, report.span())
            .orElseGet(() -> new Series(metric, List.of())));
  }
}
