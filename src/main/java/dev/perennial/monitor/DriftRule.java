package dev.perennial.monitor;

import dev.perennial.monitor.FeatureVerdict.Finding;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a closed window, with the closed window before it for confirmation. */
final class DriftRule {
  private static final long LEAST_REFERENCE = 30;

  private final ReferenceProfile reference;
  private final DriftThresholds thresholds;

  DriftRule(ReferenceProfile reference, DriftThresholds thresholds) {
    this.reference = reference;
    this.thresholds = thresholds;
  }

  List<FeatureVerdict> judge(Window window, Optional<Window> before) {
    Window judged = window.withoutRepeats(reference);
    if (reference.rows() < LEAST_REFERENCE) {
      return nothing(Said.of("said.few-reference-rows", reference.rows(), LEAST_REFERENCE));
    }
    if (judged.rows() < Window.LEAST_ROWS) {
      return nothing(tooFew(window.rows(), judged.rows()));
    }
    List<ColumnTest> tests = ColumnTest.of(reference, judged, thresholds);
    List<ColumnTest> earlier =
        before
            .map(w -> w.withoutRepeats(reference))
            .filter(w -> w.rows() >= Window.LEAST_ROWS)
            .map(w -> ColumnTest.of(reference, w, thresholds))
            .orElse(List.of());
    Map<Integer, Fault> faults = Faults.find(reference, judged, tests);
    long repeats = window.rows() - judged.rows();
    List<FeatureVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      boolean metBefore = !earlier.isEmpty() && earlier.get(i).met();
      Finding finding = finding(i, tests.get(i), metBefore, Optional.ofNullable(faults.get(i)));
      verdicts.add(
          FeatureVerdict.of(
              reference.columns().get(i),
              judged.column(i),
              tests.get(i),
              new Finding(
                  finding.status(),
                  finding.critical(),
                  finding.fault(),
                  withRepeats(finding.reason(), repeats))));
    }
    return verdicts;
  }

  List<FeatureVerdict> nothing(Said reason) {
    return reference.columns().stream()
        .map(profile -> FeatureVerdict.notEnoughData(profile, 0, reason))
        .toList();
  }

  private static Said tooFew(long rows, long judged) {
    return rows == judged
        ? Said.of("said.few-rows", rows, Window.LEAST_ROWS)
        : Said.of("said.one-row-repeated", judged, rows);
  }

  private static Said withRepeats(Said reason, long repeats) {
    return repeats == 0 ? reason : Said.of("said.with-repeats", reason, repeats);
  }

  private Finding finding(int column, ColumnTest test, boolean metBefore, Optional<Fault> fault) {
    boolean critical = test.met() && test.figures().psiCorrected() > thresholds.psiCritical();
    if (fault.isPresent()) {
      Fault found = fault.get();
      return new Finding(Status.FAULT, true, Optional.of(found.kind()), found.sentence());
    }
    Status status =
        !test.met() ? Status.STEADY : metBefore || test.alone() ? Status.DRIFTED : Status.WARNING;
    Said reason = DriftSentence.of(reference.columns().get(column), test, status, thresholds);
    return new Finding(status, critical, Optional.empty(), reason);
  }
}
