package dev.perennial.web.api;

import dev.perennial.monitor.Column.Role;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DriftFigures;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.ColumnReport;
import java.util.Optional;

/** Writes what is said of columns, each by itself and all together. */
final class ColumnJson {
  private ColumnJson() {}

  static void write(JsonFacts facts, ColumnReport report) {
    FeatureVerdict verdict = report.verdict();
    boolean number = !verdict.column().nominal();
    boolean seen = number && report.n() > 0;
    facts
        .text("name", verdict.column().name())
        .text("kind", number ? "numeric" : "nominal")
        .word("status", verdict.status())
        .flag("critical", verdict.critical())
        .text("fault", verdict.fault().map(JsonFacts::word).orElse(""))
        .text("reason", verdict.reason().english())
        .number("importance", verdict.column().importance());
    comparison(facts, verdict.figures(), verdict.q(), number);
    facts
        .count("n", report.n())
        .numberIf(seen, "mean_live", report.mean())
        .numberIf(number, "mean_reference", verdict.meanReference())
        .numberIf(seen, "sd_live", report.sd())
        .numberIf(number, "sd_reference", verdict.sdReference())
        .numberIf(report.n() > 0, "missing_rate", report.missingRate())
        .numberIf(report.n() > 0, "unseen_rate", report.unseenRate())
        .numberIf(report.n() > 0, "out_of_range_rate", report.outOfRangeRate())
        .object("judged", Optional.of(verdict), ColumnJson::judged)
        .objects(
            "bins",
            report.bins(),
            (bin, b) ->
                bin.text("label", b.label().english())
                    .number("live", b.live())
                    .number("reference", b.reference()));
  }

  private static void comparison(
      JsonFacts facts, Optional<DriftFigures> figures, double q, boolean number) {
    facts
        .number("psi", figures.map(DriftFigures::psi))
        .number("psi_corrected", figures.map(DriftFigures::psiCorrected))
        .number("null_bound", figures.map(DriftFigures::nullBound))
        .number("smd", figures.filter(f -> number).map(DriftFigures::smd))
        .number("smd_error", figures.filter(f -> number).map(DriftFigures::smdError))
        .number("variance_ratio", figures.filter(f -> number).map(ColumnJson::varianceRatio))
        .number("p_value", figures.map(DriftFigures::p))
        .number("q_value", figures.map(f -> q))
        .number("ks", figures.filter(f -> number).map(DriftFigures::ks))
        .number("js_distance", figures.map(DriftFigures::jensenShannon))
        .number("wasserstein", figures.filter(f -> number).map(DriftFigures::wasserstein))
        .number("design_effect", figures.map(DriftFigures::deff));
  }

  private static double varianceRatio(DriftFigures figures) {
    return Math.exp(figures.logVarianceRatio());
  }

  /** The window that was judged: the figures behind the status. */
  private static void judged(JsonFacts facts, FeatureVerdict verdict) {
    boolean seen = verdict.figures().isPresent();
    boolean number = seen && !verdict.column().nominal();
    facts
        .count("n", verdict.n())
        .numberIf(number, "mean", verdict.meanLive())
        .numberIf(number, "sd", verdict.sdLive())
        .numberIf(seen, "missing_rate", verdict.missingRate())
        .numberIf(seen, "unseen_rate", verdict.unseenRate())
        .numberIf(seen, "out_of_range_rate", verdict.outOfRangeRate());
  }

  /** The inputs together, with the derived column that watches them. */
  static void joint(JsonFacts facts, Report report) {
    JointVerdict joint = report.joint();
    facts
        .word("status", joint.status())
        .text("column", joint.column())
        .numberIf(joint.n() > 0, "z", joint.z())
        .numberIf(joint.n() > 0, "threshold", joint.threshold())
        .count("n", joint.n())
        .text("reason", joint.reason().english())
        .object("domain", report.domain(), ColumnJson::domain)
        .object("residual", MonitorDocument.answer(report, Role.RESIDUAL), ColumnJson::write);
  }

  private static void domain(JsonFacts facts, DomainVerdict domain) {
    facts
        .flag("told_apart", domain.apart())
        .number("auc", domain.auc())
        .number("auc_error", domain.error())
        .count("n_reference", domain.reference())
        .count("n_live", domain.live())
        .objects(
            "columns",
            domain.shares(),
            (share, of) -> share.text("name", of.column()).number("auc_fall", of.fall()))
        .text("reason", domain.reason().english());
  }
}
