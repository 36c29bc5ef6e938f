package dev.perennial.web;

import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.JointVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.watch.Report.OfClasses;
import dev.perennial.watch.Span;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report whose names try to break out of a page. */
final class HostileReport {
  private HostileReport() {}

  static Report of(Span span) {
    Report base = Reports.drifting(span);
    List<ColumnReport> columns = new ArrayList<>();
    columns.add(Columns.number("<u>size</u>", Status.DRIFTED, .66, 4.9, 3.7, 1.7, .4));
    columns.add(Columns.labels("a \"b\"", List.of("<s>x</s>", "=1+1"), Status.STEADY));
    columns.addAll(Columns.answers(List.of(Hostile.YES, "no"), Status.STEADY));
    OfClasses p = (OfClasses) base.performance().orElseThrow();
    return new Report(
        Hostile.NAME,
        3,
        Reports.NOW,
        base.since(),
        span,
        4212,
        new Diagnosis(
            Diagnosis.Code.HARMFUL_SHIFT,
            Said.of("said.moved-and", "<u>size</u>", ReportParts.accuracyIs(.85)),
            Said.verbatim("Retrain <script>alert(1)</script>"),
            List.of()),
        columns,
        new JointVerdict(
            Status.DRIFTED,
            "<u>size</u>",
            9.1,
            3.9,
            1500,
            Said.of("said.moves-apart", "<u>size</u>", 9.1, 3.9)),
        ReportParts.domain(.83, "<u>size</u>"),
        Optional.of(
            new OfClasses(
                p.verdict(),
                List.of(Hostile.YES, "no", "</script><script>alert(1)</script>"),
                p.labels(),
                p.coverage(),
                p.lagSeconds(),
                p.accuracy(),
                p.interval(),
                p.macroF1(),
                p.logLoss(),
                p.brier(),
                p.calibrationError(),
                p.calibration(),
                p.perClass(),
                p.confusion(),
                p.holdOutAccuracy(),
                p.holdOutMacroF1(),
                p.holdOutRows())),
        base.estimated(),
        base.concept(),
        base.staleness(),
        base.health(),
        List.of(ReportAlarms.firing(Hostile.NAME, "<img src=x onerror=alert(1)>")));
  }
}
