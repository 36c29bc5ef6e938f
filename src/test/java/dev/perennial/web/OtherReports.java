package dev.perennial.web;

import dev.perennial.monitor.ConceptVerdict;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.words.Said;
import java.time.Duration;
import java.util.List;

/** Reports whose diagnosis is not one of the inputs. */
final class OtherReports {
  private OtherReports() {}

  /** Inputs are as ever, and what follows from them has changed. */
  static Report turned(Span span) {
    Report base = Reports.healthy(span);
    ConceptVerdict concept =
        new ConceptVerdict(
            Status.DRIFTED, 2040, List.of(1890L), 150, .21, ReportParts.changedErrors());
    Diagnosis diagnosis =
        new Diagnosis(
            Diagnosis.Code.CONCEPT_DRIFT,
            Said.of("said.steady-but", ReportParts.changedErrors()),
            Said.of("said.label-and-retrain"),
            List.of());
    return with("turned", base, diagnosis, concept, base.staleness().age());
  }

  /** All is well but its age. */
  static Report aged(Span span) {
    Report base = Reports.healthy(span);
    Diagnosis diagnosis =
        new Diagnosis(
            Diagnosis.Code.STALE,
            Said.of("said.old", base.staleness().reason()),
            Said.of("said.retrain-by-policy"),
            List.of());
    return with("aged", base, diagnosis, base.concept(), Duration.ofDays(90));
  }

  private static Report with(
      String name, Report base, Diagnosis diagnosis, ConceptVerdict concept, Duration age) {
    return new Report(
        name,
        base.version(),
        base.at(),
        base.since(),
        base.span(),
        base.rows(),
        diagnosis,
        base.columns(),
        base.joint(),
        base.domain(),
        base.performance(),
        base.estimated(),
        concept,
        ReportParts.stale(age, Duration.ofMinutes(9), 2040),
        base.health(),
        base.alarms());
  }
}
