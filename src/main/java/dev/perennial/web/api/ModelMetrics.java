package dev.perennial.web.api;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.watch.Span;
import dev.perennial.web.Watched;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the monitor says of every served model's champion over the last hour: one report each, made
 * when it is asked for, the same that the page shows. Labels are names of models and of their
 * columns, and words of ours. Safe for use by many threads.
 */
public final class ModelMetrics implements MultiCollector {
  private static final Logger logger = LoggerFactory.getLogger(ModelMetrics.class);
  private static final String KNOWN =
      "Over the predictions of the last hour whose true answer is known.";
  private final LiveModels live;
  private final Watched watched;

  public ModelMetrics(LiveModels live, Watched watched) {
    this.live = live;
    this.watched = watched;
  }

  /** The gauges of a scrape, each with its points. */
  private static final class Gauges {
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Map<String, Map<Labels, Double>> points = new LinkedHashMap<>();

    void set(String name, String help, double value, String... labels) {
      helps.put(name, help);
      points.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(Labels.of(labels), value);
    }

    MetricSnapshots snapshots() {
      MetricSnapshots.Builder all = MetricSnapshots.builder();
      points.forEach((name, of) -> all.metricSnapshot(snapshot(name, of)));
      return all.build();
    }

    private GaugeSnapshot snapshot(String name, Map<Labels, Double> of) {
      GaugeSnapshot.Builder gauge =
          GaugeSnapshot.builder().name(name).help(helps.getOrDefault(name, ""));
      of.forEach(
          (labels, value) ->
              gauge.dataPoint(
                  GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
      return gauge.build();
    }
  }

  @Override
  public MetricSnapshots collect() {
    Gauges gauges = new Gauges();
    for (String model : live.names()) {
      live.find(model).ifPresent(serving -> version(gauges, model, serving));
      Optional<Report> report = report(model);
      gauges.set(
          "perennial_model_report",
          "1 where the monitor has a report on the model; without one its other figures are absent.",
          report.isPresent() ? 1 : 0,
          "model",
          model);
      report.ifPresent(of -> add(gauges, of));
    }
    watched.withoutDatabase().get().forEach(alarm -> alarm(gauges, "", alarm));
    return gauges.snapshots();
  }

  /** A report that cannot be made spoils neither the other models' nor the scrape. */
  private Optional<Report> report(String model) {
    try {
      return watched.reports().apply(model, Span.HOUR);
    } catch (RuntimeException e) {
      logger.warn("no report for the metrics of {}: {}", model, e.toString());
      return Optional.empty();
    }
  }

  private static void version(Gauges gauges, String model, Live serving) {
    gauges.set(
        "perennial_model_serving",
        "1 for the version that answers.",
        1,
        "model",
        model,
        "version",
        Integer.toString(serving.model().id().version()));
  }

  private static void add(Gauges gauges, Report report) {
    String model = report.model();
    diagnosis(gauges, model, report.diagnosis());
    report.columns().forEach(column -> column(gauges, model, column.verdict()));
    report.alarms().forEach(alarm -> alarm(gauges, model, alarm));
    report.performance().ifPresent(seen -> performance(gauges, model, seen));
    report
        .estimated()
        .filter(estimated -> estimated.trusted() && estimated.n() > 0)
        .ifPresent(
            estimated ->
                gauges.set(
                    "perennial_model_estimated_accuracy_ratio",
                    "Expected without labels over the last hour; absent while not to be trusted.",
                    estimated.accuracy(),
                    "model",
                    model));
  }

  private static void diagnosis(Gauges gauges, String model, Diagnosis diagnosis) {
    for (Diagnosis.Code code : Diagnosis.Code.values()) {
      boolean holds = code == diagnosis.code() || diagnosis.also().contains(code);
      gauges.set(
          "perennial_model_diagnosis",
          "1 for every diagnosis that holds.",
          holds ? 1 : 0,
          "model",
          model,
          "code",
          JsonFacts.word(code));
    }
  }

  private static void column(Gauges gauges, String model, FeatureVerdict verdict) {
    String[] labels = {
      "model",
      model,
      "column",
      verdict.column().name(),
      "role",
      JsonFacts.word(verdict.column().role())
    };
    gauges.set(
        "perennial_column_status",
        "0 steady, 1 warning, 2 drifted, 3 fault, -1 not enough data.",
        number(verdict.status()),
        labels);
    verdict
        .figures()
        .ifPresent(
            figures ->
                gauges.set(
                    "perennial_column_psi_corrected",
                    "Population stability index less its mean without drift.",
                    figures.psiCorrected(),
                    labels));
  }

  private static int number(Status status) {
    return switch (status) {
      case STEADY -> 0;
      case WARNING -> 1;
      case DRIFTED -> 2;
      case FAULT -> 3;
      case NOT_ENOUGH_DATA -> -1;
    };
  }

  private static void performance(Gauges gauges, String model, Report.Performance seen) {
    gauges.set(
        "perennial_model_labels",
        "Predictions of the last hour whose true answer is known.",
        (double) seen.labels(),
        "model",
        model);
    if (seen.labels() > 0 && seen instanceof Report.OfClasses of) {
      gauges.set("perennial_model_accuracy_ratio", KNOWN, of.accuracy(), "model", model);
    } else if (seen.labels() > 0 && seen instanceof Report.OfNumbers of) {
      String help = KNOWN + " In the target's unit.";
      gauges.set("perennial_model_absolute_error", help, of.figures().mae(), "model", model);
      gauges.set("perennial_model_root_squared_error", help, of.figures().rmse(), "model", model);
    }
  }

  /** The service's own alarms stand in every model's report and are told once, of no model. */
  private static void alarm(Gauges gauges, String model, AlarmReport alarm) {
    AlarmKind kind = alarm.alarm().kind();
    gauges.set(
        "perennial_alarm_open",
        "1 while an incident is open; the model is empty for an alarm of the service.",
        alarm.alarm().open() ? 1 : 0,
        "model",
        kind.isOfTheService() ? "" : model,
        "kind",
        JsonFacts.word(kind),
        "severity",
        alarm.severity());
  }
}
