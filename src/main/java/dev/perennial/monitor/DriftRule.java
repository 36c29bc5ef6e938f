package dev.perennial.monitor;

import dev.perennial.monitor.FeatureVerdict.Finding;
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
      return nothing("only " + reference.rows() + " reference rows: at least 30 are needed");
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
    String repeats = judged.rows() == window.rows() ? "" : "; " + repeated(window, judged);
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
                  finding.reason() + repeats)));
    }
    return verdicts;
  }

  List<FeatureVerdict> nothing(String reason) {
    return reference.columns().stream()
        .map(profile -> FeatureVerdict.notEnoughData(profile, 0, reason))
        .toList();
  }

  private static String tooFew(long rows, long judged) {
    return rows == judged
        ? rows + " rows: at least " + Window.LEAST_ROWS + " are needed"
        : "a repeated row makes up all but " + judged + " of " + rows + " rows";
  }

  private static String repeated(Window window, Window judged) {
    return "a repeated row came " + (window.rows() - judged.rows()) + " times more and counts once";
  }

  private Finding finding(int column, ColumnTest test, boolean metBefore, Optional<Fault> fault) {
    boolean critical = test.met() && test.figures().psiCorrected() > thresholds.psiCritical();
    if (fault.isPresent()) {
      Fault found = fault.get();
      return new Finding(Status.FAULT, true, Optional.of(found.kind()), found.sentence());
    }
    Status status =
        !test.met() ? Status.STEADY : metBefore || test.alone() ? Status.DRIFTED : Status.WARNING;
    String reason = DriftSentence.of(reference.columns().get(column), test, status, thresholds);
    return new Finding(status, critical, Optional.empty(), reason);
  }
}
