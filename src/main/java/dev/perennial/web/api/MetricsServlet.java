package dev.perennial.web.api;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code GET /metrics}: OpenMetrics for who accepts it, text format 0.0.4 for everybody else, who
 * may prefer a binary format but can read this one. Safe for use by many threads.
 */
final class MetricsServlet extends HttpServlet {
  private final transient PrometheusRegistry registry;
  private final transient ExpositionFormatWriter open = OpenMetricsTextFormatWriter.create();
  private final transient ExpositionFormatWriter text = PrometheusTextFormatWriter.create();

  MetricsServlet(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    ExpositionFormatWriter writer = open.accepts(accept) ? open : text;
    response.setContentType(writer.getContentType());
    writer.write(response.getOutputStream(), registry.scrape());
  }
}
