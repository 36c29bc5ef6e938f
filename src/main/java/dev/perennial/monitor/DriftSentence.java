package dev.perennial.monitor;

import dev.perennial.words.English;
import dev.perennial.words.Said;

/** Says in one sentence why a column is judged as it is. */
final class DriftSentence {
  private DriftSentence() {}

  static String of(ColumnProfile profile, ColumnTest test, Status status, DriftThresholds t) {
    DriftFigures f = test.figures();
    String name = profile.column().name();
    String evidence =
        "stability index "
            + English.TONGUE.number(f.psiCorrected())
            + (profile.bins().nominal()
                ? ""
                : ", mean "
                    + English.TONGUE.number(f.smd())
                    + " sd from training, variance "
                    + English.TONGUE.number(Math.exp(f.logVarianceRatio()))
                    + " times training's")
            + ", "
            + Said.p(f.p()).english()
            + ", q "
            + English.TONGUE.number(test.q())
            + " over all columns against "
            + English.TONGUE.number(test.level())
            + ", "
            + f.n()
            + " rows"
            + (f.deff() > 1.005 ? " worth " + Math.round(f.n() / f.deff()) : "");
    return name + said(test, status, f.matters(t)) + evidence;
  }

  private static String said(ColumnTest test, Status status, boolean matters) {
    if (status == Status.DRIFTED) {
      return test.alone()
          ? " has moved, so far that one window is enough: "
          : " has moved, in two windows in a row: ";
    }
    if (status == Status.WARNING) {
      return " seems to have moved; the next window must confirm it: ";
    }
    return matters ? " differs, but no more than chance can: " : " is steady: ";
  }
}
