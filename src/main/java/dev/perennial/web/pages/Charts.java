package dev.perennial.web.pages;

import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Series;
import dev.perennial.web.Watched;
import dev.perennial.web.pages.Chart.Expected;
import dev.perennial.web.pages.Chart.Given;
import dev.perennial.web.pages.Chart.Happened;
import dev.perennial.web.pages.Chart.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** Asks for figures over time and draws them, with what happened meanwhile. */
final class Charts {
  private final Language in;
  private final Watched watched;
  private final Report report;
  private final List<Happened> happened;
  private final Map<String, Series> read = new HashMap<>();

  Charts(Watched watched, Report report, Language in) {
    this.in = in;
    this.watched = watched;
    this.report = report;
    happened = Marks.of(report, watched.past(), in);
  }

  Chart performance() {
    if (report.isOfNumbers()) {
      return errors();
    }
    read(List.of("accuracy", "estimated_accuracy", "macro_f1"));
    List<Expected> before =
        report
            .performance()
            .filter(OfClasses.class::isInstance)
            .map(OfClasses.class::cast)
            .filter(p -> p.holdOutRows() > 0)
            .map(
                p ->
                    List.of(
                        Expected.at(
                            in.say("chart.accuracy-before-deployment"), p.holdOutAccuracy())))
            .orElse(List.of());
    return Chart.of(
        new Plan(
            "chart-performance",
            in.say("chart.accuracy-and-f1"),
            true,
            in.numbers()::score,
            List.of(
                line(in.say("chart.accuracy-from-labels"), in.say("chart.labels"), "accuracy"),
                line(
                    in.say("chart.accuracy-estimated-without-labels"),
                    in.say("chart.rows"),
                    "estimated_accuracy"),
                line(in.say("chart.macro-f1"), in.say("chart.labels"), "macro_f1")),
            before,
            happened),
        in);
  }

  private Chart errors() {
    read(List.of("mae", "rmse"));
    return Chart.of(
        plan(
            "chart-performance",
            in.say("chart.errors"),
            in.numbers()::number,
            List.of(
                line(in.say("chart.mean-absolute-error"), in.say("chart.labels"), "mae"),
                line(in.say("chart.root-mean-squared-error"), in.say("chart.labels"), "rmse"))),
        in);
  }

  List<Chart> health() {
    read(List.of("latency_p50", "latency_p95", "latency_p99", "requests_per_second", "error_rate"));
    return drawn(
        plan(
            "chart-latency",
            in.say("chart.latency"),
            in.numbers()::micros,
            List.of(
                line(in.say("chart.p50"), in.say("chart.requests"), "latency_p50"),
                line(in.say("chart.p95"), in.say("chart.requests"), "latency_p95"),
                line(in.say("chart.p99"), in.say("chart.requests"), "latency_p99"))),
        plan(
            "chart-traffic",
            in.say("chart.requests-a-second"),
            in.numbers()::number,
            List.of(
                line(
                    in.say("chart.requests-a-second"),
                    in.say("chart.requests"),
                    "requests_per_second"))),
        plan(
            "chart-errors",
            in.say("chart.error-rate"),
            in.numbers()::share,
            List.of(line(in.say("chart.error-rate"), in.say("chart.requests"), "error_rate"))));
  }

  /** Of one column, each with what training lets expect. */
  List<Chart> column(ColumnReport column) {
    FeatureVerdict verdict = column.verdict();
    String name = verdict.column().name();
    read(
        Stream.of("mean", "sd", "psi", "psi_quiet", "missing_rate")
            .map(m -> m + ":" + name)
            .toList());
    List<Expected> mean = new ArrayList<>();
    List<Expected> sd = new ArrayList<>();
    if (!verdict.column().nominal()) {
      double middle = verdict.meanReference();
      double spread = verdict.sdReference();
      mean.add(
          new Expected(in.say("chart.training-mean-and-sd"), middle - spread, middle + spread));
      mean.add(Expected.at(in.say("chart.training-mean"), middle));
      sd.add(Expected.at(in.say("chart.training"), spread));
    }
    double missing =
        column.bins().isEmpty() ? 0 : column.bins().get(column.bins().size() - 1).reference();
    return drawn(
        plan(
            "chart-mean",
            in.say("chart.mean-over-time"),
            in.numbers()::number,
            column(in.say("chart.mean"), "mean", name),
            mean),
        plan(
            "chart-sd",
            in.say("chart.sd-over-time"),
            in.numbers()::number,
            column(in.say("chart.sd"), "sd", name),
            sd),
        plan(
            "chart-psi",
            in.say("chart.psi-over-time"),
            in.numbers()::number,
            List.of(
                line(in.say("chart.psi"), in.say("chart.rows"), "psi:" + name),
                line(in.say("chart.quiet-below"), in.say("chart.rows"), "psi_quiet:" + name))),
        plan(
            "chart-missing",
            in.say("chart.missing-over-time"),
            in.numbers()::share,
            column(in.say("chart.missing"), "missing_rate", name),
            List.of(Expected.at(in.say("chart.training"), missing))));
  }

  private List<Given> column(String what, String metric, String name) {
    return List.of(line(what, in.say("chart.rows"), metric + ":" + name));
  }

  /** Without those that have nothing to draw. */
  private List<Chart> drawn(Plan... plans) {
    return Stream.of(plans).filter(Plan::seen).map(plan -> Chart.of(plan, in)).toList();
  }

  private Plan plan(String id, String title, DoubleFunction<String> text, List<Given> given) {
    return plan(id, title, text, given, List.of());
  }

  private Plan plan(
      String id,
      String title,
      DoubleFunction<String> text,
      List<Given> given,
      List<Expected> expected) {
    return new Plan(id, title, false, text, given, expected, happened);
  }

  /** Those asked for together are read once. */
  private void read(List<String> metrics) {
    watched
        .series()
        .of(report.model(), metrics, report.span())
        .ifPresent(all -> all.forEach(each -> read.put(each.metric(), each)));
  }

  private Given line(String name, String counted, String metric) {
    return new Given(name, counted, read.getOrDefault(metric, new Series(metric, List.of())));
  }
}
