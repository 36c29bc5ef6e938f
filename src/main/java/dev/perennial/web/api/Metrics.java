package dev.perennial.web.api;

import dev.perennial.model.VersionId;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code /metrics} tells, in Prometheus' text format 0.0.4 or, where it is asked for, as
 * OpenMetrics. Figures are read when they are asked for; one that cannot be read is left out and
 * spoils no other. Add before serving; from then on safe for use by many threads.
 */
public final class Metrics {
  private static final Logger logger = LoggerFactory.getLogger(Metrics.class);
  private static final double NANOS = 1e9;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram requests =
      Histogram.builder()
          .name("perennial_request_duration_seconds")
          .help("Requests by the route's template and by the first digit of their status.")
          .labelNames("route", "status")
          .classicOnly()
          .withoutExemplars() // they would start a thread that nobody can stop
          .classicUpperBounds(
              .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10)
          .register(registry);

  /**
   * Adds a counter that counts from the start of the process.
   *
   * @param name without "_total"
   */
  public Metrics counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(told -> whereKnown(name, () -> Optional.of(value.getAsDouble()), told::call))
        .register(registry);
    return this;
  }

  /**
   * Adds a counter of each model and version; as many series as the supplier has versions.
   *
   * @param name without "_total"
   */
  public Metrics counters(String name, String help, Supplier<Map<VersionId, Long>> values) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames("model", "version")
        .callback(
            told ->
                values
                    .get()
                    .forEach((id, n) -> told.call(n, id.model(), Integer.toString(id.version()))))
        .register(registry);
    return this;
  }

  public Metrics gauge(String name, String help, DoubleSupplier value) {
    return gaugeWhereKnown(name, help, () -> Optional.of(value.getAsDouble()));
  }

  /** Adds a gauge that is told only while it has a value. */
  public Metrics gaugeWhereKnown(String name, String help, Supplier<Optional<Double>> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(told -> whereKnown(name, value, told::call))
        .register(registry);
    return this;
  }

  /**
   * Adds a gauge of each of a few words.
   *
   * @param label what the words are called
   * @param values by word; blanks become underscores
   */
  public Metrics gauges(
      String name, String help, String label, Supplier<Map<String, Long>> values) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(
            told -> {
              try {
                values.get().forEach((word, n) -> told.call(n, word.replace(' ', '_')));
              } catch (RuntimeException e) {
                logger.warn("{} cannot be told: {}", name, e.toString());
              }
            })
        .register(registry);
    return this;
  }

  /** Adds what is said of each model. */
  public Metrics models(ModelMetrics models) {
    registry.register(models);
    return this;
  }

  private static void whereKnown(
      String name, Supplier<Optional<Double>> value, Consumer<Double> told) {
    try {
      value.get().ifPresent(told);
    } catch (RuntimeException e) {
      logger.warn("{} cannot be told: {}", name, e.toString());
    }
  }

  /** Notes a request that was answered. */
  public void took(String route, int status, long nanos) {
    requests.labelValues(route, status / 100 + "xx").observe(nanos / NANOS);
  }

  /** Who answers {@code GET /metrics}. */
  public HttpServlet servlet() {
    return new MetricsServlet(registry);
  }
}
