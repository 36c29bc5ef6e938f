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
  private final Language in;
  private final Watched watched;
  private final Report report;
  private final List<Chart.Happened> happened;

  Charts(Watched watched, Report report, Language in) {
    this.in = in;
    this.watched = watched;
    this.report = report;
    happened =
        report.alarms().stream()
            .flatMap(
                a -> a.alarm().history().stream().filter(Charts::isRaised).map(t -> of(a, t, in)))
            .toList();
  }

  private static boolean isRaised(Transition step) {
    return step.to() == Alarm.State.FIRING;
  }

  private static Chart.Happened of(Report.AlarmReport report, Transition step, Language in) {
    return new Chart.Happened(
        Instant.ofEpochMilli(step.atMillis()),
        in.say("chart.alarm", AlarmView.name(report.alarm().kind(), in)));
  }

  Chart performance() {
    return Chart.of(
        "chart-performance",
        in.say("chart.accuracy-and-f1"),
        true,
        in.numbers()::score,
        List.of(
            line(in.say("chart.accuracy-from-labels"), "accuracy"),
            line(in.say("chart.accuracy-estimated-without-labels"), "estimated_accuracy"),
            line(in.say("chart.macro-f1"), "macro_f1")),
        happened);
  }

  List<Chart> health() {
    return List.of(
        Chart.of(
            "chart-latency",
            in.say("chart.latency"),
            false,
            in.numbers()::micros,
            List.of(
                line(in.say("chart.p50"), "latency_p50"),
                line(in.say("chart.p95"), "latency_p95"),
                line(in.say("chart.p99"), "latency_p99")),
            List.of()),
        Chart.of(
            "chart-traffic",
            in.say("chart.requests-a-second"),
            false,
            in.numbers()::number,
            List.of(line(in.say("chart.requests-a-second"), "requests_per_second")),
            List.of()),
        Chart.of(
            "chart-errors",
            in.say("chart.error-rate"),
            false,
            in.numbers()::share,
            List.of(line(in.say("chart.error-rate"), "error_rate")),
            happened));
  }

  /** Of one column. */
  List<Chart> column(String name) {
    return List.of(
        Chart.of(
            "chart-mean",
            in.say("chart.mean-over-time"),
            false,
            in.numbers()::number,
            List.of(line(in.say("chart.mean"), "mean:" + name)),
            happened),
        Chart.of(
            "chart-psi",
            in.say("chart.psi-over-time"),
            false,
            in.numbers()::number,
            List.of(line(in.say("chart.psi"), "psi:" + name)),
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
