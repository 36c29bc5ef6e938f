package dev.perennial.web.api;

import dev.perennial.serving.FieldError;
import dev.perennial.watch.Report;
import dev.perennial.watch.Series;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Json;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET /api/v1/models/{model}/monitor/series?metric=&window=}: one figure over time. Safe for
 * use by many threads.
 */
public final class SeriesServlet extends HttpServlet {
  private final transient Watched watched;

  public SeriesServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Span span = WindowQuery.read(request, "metric");
    Report report = watched.report(Exchange.of(request).parameter("model"), span);
    String metric = Fields.ofQuery(request).text("metric");
    Series series =
        watched
            .series()
            .of(report.model(), List.of(metric), span)
            .orElseThrow(() -> unknown(metric, report))
            .get(0);
    byte[] document = Json.bytes(json -> write(json, report, series));
    Json.send(response, 200, "application/json", document);
  }

  private static ProblemException unknown(String metric, Report report) {
    List<String> columns =
        report.columns().stream().map(c -> c.verdict().column().name()).limit(20).toList();
    String message =
        "must be one of "
            + String.join(", ", Series.metrics(report.isOfNumbers()))
            + ", or one of "
            + String.join(", ", Series.COLUMN_METRICS)
            + " with a colon and a column: "
            + String.join(", ", columns);
    return WindowQuery.refuse(
        List.of(FieldError.forPrograms("metric", Optional.of(metric), message)));
  }

  private static void write(JsonGenerator json, Report report, Series series) {
    json.writeStartObject();
    new JsonFacts(json)
        .text("model", report.model())
        .count("version", report.version())
        .text("metric", series.metric())
        .text("window", report.span().text())
        .objects(
            "points",
            series.points(),
            (facts, point) ->
                facts
                    .time("at", point.at())
                    .number("value", point.value())
                    .number("low", point.band().map(band -> band.low()))
                    .number("high", point.band().map(band -> band.high()))
                    .count("n", point.n()));
    json.writeEndObject();
  }
}
