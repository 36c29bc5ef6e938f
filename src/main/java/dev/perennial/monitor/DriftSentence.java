package dev.perennial.monitor;

import dev.perennial.words.Said;

/** Says in one sentence why a column is judged as it is. */
final class DriftSentence {
  private DriftSentence() {}

  static Said of(ColumnProfile profile, ColumnTest test, Status status, DriftThresholds t) {
    return Said.of(
        key(test, status, test.figures().matters(t)),
        profile.column().called(),
        evidence(profile, test));
  }

  private static Said evidence(ColumnProfile profile, ColumnTest test) {
    DriftFigures f = test.figures();
    Said rows =
        f.deff() > 1.005
            ? Said.of("said.rows-worth", f.n(), Math.round(f.n() / f.deff()))
            : Said.of("said.rows", f.n());
    Said chance = Said.of("said.chance", Said.p(f.p()), test.q(), test.level(), rows);
    return profile.bins().nominal()
        ? Said.of("said.evidence-of-labels", f.psiCorrected(), chance)
        : Said.of(
            "said.evidence-of-numbers",
            f.psiCorrected(),
            f.smd(),
            Math.exp(f.logVarianceRatio()),
            chance);
  }

  private static String key(ColumnTest test, Status status, boolean matters) {
    if (status == Status.DRIFTED) {
      return test.alone() ? "said.column-moved-far" : "said.column-moved";
    }
    if (status == Status.WARNING) {
      return "said.column-may-move";
    }
    return matters ? "said.column-differs" : "said.column-is-steady";
  }
}
