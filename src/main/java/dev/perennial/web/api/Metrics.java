package dev.perennial.web.api;

import dev.perennial.db.Database;
import dev.perennial.log.Drain;
import dev.perennial.log.Journal;
import dev.perennial.serving.Predictor;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServlet;
import java.util.function.DoubleSupplier;

/**
 * What {@code /metrics} tells, in Prometheus' text format 0.0.4 or, where it is asked for, as
 * OpenMetrics. Labels are bounded: routes are templates, versions those that have answered.
 * Counters count from the start of the process. Safe for use by many threads.
 */
public final class Metrics {
  private static final double NANOS = 1e9;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests;

  public Metrics(Journal journal, Drain drain, Database database, Predictor predictor) {
    requests =
        Histogram.builder()
            .name("perennial_request_duration_seconds")
            .help("Requests by route and by the first digit of their status.")
            .labelNames("route", "status")
            .classicOnly()
            .classicUpperBounds(
                .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10)
            .register(registry);
    CounterWithCallback.builder()
        .name("perennial_predictions_total")
        .help("Rows answered, by model and version.")
        .labelNames("model", "version")
        .callback(
            told ->
                predictor
                    .answered()
                    .forEach((id, n) -> told.call(n, id.model(), Integer.toString(id.version()))))
        .register(registry);
    counter("predictions_unlogged", "Answers that left without a row.", predictor::unlogged);
    gauge("journal_bytes", "In the journal, waiting for the database.", journal::bytesUndrained);
    gauge("journal_accepts", "1 while the journal takes entries.", () -> journal.accepts() ? 1 : 0);
    counter("journal_groups", "Writes to the journal.", () -> journal.counters().groups());
    counter("journal_forced", "Times that the disk was asked.", () -> journal.counters().forced());
    counter("journal_failures", "Writes that failed.", () -> journal.counters().failures());
    counter("journal_dropped", "Entries not kept.", () -> journal.counters().dropped());
    counter("journal_damaged", "Unreadable places.", () -> journal.counters().damaged());
    counter("drain_rows", "Rows moved into the database.", drain::moved);
    counter("drain_refused", "Rows that the database did not take.", drain::refused);
    counter("drain_unfolded", "Rows stored, not folded by the monitor.", drain::unfolded);
    gauge(
        "drain_trouble", "1 while the drain is stopped.", () -> drain.trouble().isEmpty() ? 0 : 1);
    gauge("database_bytes", "Used by the database.", database::usedBytes);
  }

  private void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name("perennial_" + name + "_total")
        .help(help)
        .callback(told -> told.call(value.getAsDouble()))
        .register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name("perennial_" + name)
        .help(help)
        .callback(told -> told.call(value.getAsDouble()))
        .register(registry);
  }

  /** Notes a request that was answered. */
  public void took(String route, int status, long nanos) {
    requests.labelValues(route, status / 100 + "xx").observe(nanos / NANOS);
  }

  /** Who answers {@code GET /metrics}. */
  public HttpServlet servlet() {
    return new PrometheusMetricsServlet(registry);
  }
}
