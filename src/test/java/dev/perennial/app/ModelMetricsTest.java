package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.model.VersionId;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Pasts;
import dev.perennial.web.Reports;
import dev.perennial.web.Upkeeps;
import dev.perennial.web.Watched;
import dev.perennial.web.api.ModelMetrics;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports as gauges. */
@ExtendWith(Sites.class)
class ModelMetricsTest {
  private static MetricSnapshots told(
      Site site, BiFunction<String, Span, Optional<Report>> reports) {
    Watched watched =
        new Watched(
            List::of,
            reports,
            Reports::series,
            List::of,
            model -> Optional.empty(),
            Upkeeps::of,
            Pasts.made());
    return new ModelMetrics(site.app.live, watched).collect();
  }

  /** The value of a gauge's point; NaN where there is none. */
  private static double value(MetricSnapshots told, String name, String... labels) {
    return told.stream()
        .filter(snapshot -> snapshot.getMetadata().getName().equals(name))
        .flatMap(snapshot -> ((GaugeSnapshot) snapshot).getDataPoints().stream())
        .filter(point -> point.getLabels().equals(Labels.of(labels)))
        .mapToDouble(GaugeSnapshot.GaugeDataPointSnapshot::getValue)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void whatTheReportSaysIsTold(Site site) {
    Report report = Reports.of("drifting", Span.HOUR).orElseThrow();
    MetricSnapshots told = told(site, (model, span) -> Optional.of(report));

    String model = report.model();
    for (Report.ColumnReport column : report.columns()) {
      String[] labels = {
        "model",
        model,
        "column",
        column.verdict().column().name(),
        "role",
        column.verdict().column().role().name().toLowerCase(Locale.ROOT)
      };
      double psi = column.verdict().figures().map(f -> f.psiCorrected()).orElse(Double.NaN);
      assertEquals(psi, value(told, "perennial_column_psi_corrected", labels));
      assertEquals(
          column.verdict().status() == Status.DRIFTED,
          value(told, "perennial_column_status", labels) == 2);
    }
    Report.Performance seen = report.performance().orElseThrow();
    assertEquals(seen.accuracy(), value(told, "perennial_model_accuracy_ratio", "model", model));
    assertEquals((double) seen.labels(), value(told, "perennial_model_labels", "model", model));
    for (Report.AlarmReport alarm : report.alarms()) {
      AlarmKind kind = alarm.alarm().kind();
      double open =
          value(
              told,
              "perennial_alarm_open",
              "model",
              kind.isOfTheService() ? "" : model,
              "kind",
              kind.name().toLowerCase(Locale.ROOT),
              "severity",
              alarm.severity());
      assertEquals(alarm.alarm().open() ? 1 : 0, open);
    }
  }

  @Test
  void aReportThatCannotBeMadeLeavesTheOthersAlone(Site site) {
    MetricSnapshots told =
        told(
            site,
            (model, span) -> {
              if (model.equals("iris")) {
                throw new IllegalStateException("the database is away");
              }
              return Reports.of("healthy", span);
            });

    assertEquals(0, value(told, "perennial_model_report", "model", "iris"));
    VersionId serving = site.app.live.find("iris").orElseThrow().model().id();
    String version = Integer.toString(serving.version());
    String[] labels = {"model", "iris", "version", version};
    assertEquals(1, value(told, "perennial_model_serving", labels));
    String other = site.app.live.names().stream().filter(n -> !n.equals("iris")).findFirst().get();
    assertEquals(1, value(told, "perennial_model_report", "model", other));
  }
}
