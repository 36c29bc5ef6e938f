package dev.perennial.web.api;

import dev.perennial.monitor.ClassScore;
import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.PerformanceVerdict;
import dev.perennial.monitor.ResidualVerdict;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.Status;
import dev.perennial.monitor.Yardstick;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.Estimated;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Report.OfNumbers;
import dev.perennial.watch.Report.Performance;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes how well a model does: from labels, without them, and whether they still follow. */
final class PerformanceJson {
  private PerformanceJson() {}

  static void write(JsonFacts facts, Performance p) {
    facts
        .word("status", p.verdict().status())
        .text("reason", p.verdict().reason().english())
        .count("labels", p.labels())
        .number("coverage", p.coverage())
        .numberIf(p.labels() > 0, "lag_seconds", p.lagSeconds());
    if (p instanceof OfClasses classes) {
      write(facts, classes);
    } else if (p instanceof OfNumbers numbers) {
      write(facts, numbers);
    }
    facts.object("judged", Optional.of(p.verdict()), PerformanceJson::judged);
  }

  private static void write(JsonFacts facts, OfNumbers p) {
    boolean seen = p.labels() > 0;
    SpanFigures.OfNumbers figures = p.figures();
    facts
        .numberIf(seen, "mae", figures.mae())
        .interval(seen, "mae_interval", figures.maeInterval())
        .numberIf(seen, "rmse", figures.rmse())
        .interval(seen, "rmse_interval", figures.rmseInterval())
        .numberIf(seen, "r2", figures.r2())
        .numberIf(seen, "bias", figures.bias())
        .object("residual", Optional.of(p.residual()), PerformanceJson::residual)
        .object("hold_out", Optional.of(p.holdOut()), PerformanceJson::holdOut);
  }

  private static void residual(JsonFacts facts, ResidualVerdict residual) {
    boolean seen = residual.status() != Status.NOT_ENOUGH_DATA;
    facts
        .word("status", residual.status())
        .text("reason", residual.reason().english())
        .count("labels", residual.labels())
        .numberIf(seen, "mean", residual.mean())
        .numberIf(seen, "sd", residual.sd())
        .numberIf(seen, "shift", residual.shift())
        .numberIf(seen, "variance_ratio", residual.varianceRatio());
  }

  private static void holdOut(JsonFacts facts, HoldOutErrors holdOut) {
    facts
        .number("mae", holdOut.mae())
        .number("rmse", holdOut.rmse())
        .number("r2", holdOut.r2())
        .number("bias", holdOut.bias())
        .number("sd", holdOut.sd())
        .count("rows", holdOut.n());
  }

  private static void write(JsonFacts facts, OfClasses p) {
    boolean seen = p.labels() > 0;
    facts
        .numberIf(seen, "accuracy", p.accuracy())
        .interval(seen, "accuracy_interval", p.interval())
        .numberIf(seen, "macro_f1", p.macroF1())
        .numberIf(seen, "log_loss", p.logLoss())
        .numberIf(seen, "brier", p.brier())
        .numberIf(seen, "calibration_error", p.calibrationError())
        .objects(
            "per_class",
            IntStream.range(0, Math.min(p.classes().size(), p.perClass().size())).boxed().toList(),
            (score, k) -> score(score, p.classes().get(k), p.perClass().get(k)))
        .texts("classes", p.classes())
        .matrix("confusion", p.confusion())
        .object(
            "hold_out",
            () ->
                facts
                    .number("accuracy", p.holdOutAccuracy())
                    .number("macro_f1", p.holdOutMacroF1())
                    .count("rows", p.holdOutRows()));
  }

  private static void score(JsonFacts facts, String name, ClassScore score) {
    facts
        .text("class", name)
        .numberIf(score.given() > 0, "precision", score.precision())
        .numberIf(score.support() > 0, "recall", score.recall())
        .numberIf(score.support() + score.given() > 0, "f1", score.f1())
        .number("support", score.support())
        .number("given", score.given());
  }

  private static void judged(JsonFacts facts, PerformanceVerdict verdict) {
    boolean seen = verdict.status() != Status.NOT_ENOUGH_DATA;
    boolean classes = verdict.yardstick() == Yardstick.ACCURACY;
    String name = classes ? "accuracy" : "mae";
    facts
        .count("labels", verdict.labels())
        .numberIf(seen, name, verdict.figure())
        .interval(seen, name + "_interval", verdict.interval())
        .number("expected", verdict.expected())
        .numberIf(seen, classes ? "highest_difference" : "least_growth", verdict.bound())
        .numberIf(seen, "threshold", verdict.threshold());
  }

  static void estimated(JsonFacts facts, Estimated e) {
    boolean seen = e.n() > 0;
    facts
        .count("n", e.n())
        .numberIf(seen, "accuracy", e.accuracy())
        .numberIf(seen, "macro_f1", e.macroF1())
        .interval(seen, "band", e.band())
        .flag("trusted", e.trusted())
        .numberIf(e.trackBatches() > 0, "track_error", e.trackError())
        .count("track_batches", e.trackBatches())
        .text("reason", e.reason().english());
  }

  static void concept(JsonFacts facts, Report report) {
    ConceptVerdict concept = report.concept();
    boolean number = report.isOfNumbers();
    facts
        .word("status", concept.status())
        .count("labels", concept.labels())
        .counts("changes", concept.changes().stream().mapToLong(Long::longValue).toArray())
        .count("window", concept.window())
        .numberIf(concept.labels() > 0, number ? "mae" : "error_rate", concept.error())
        .text("reason", concept.reason().english());
  }
}
