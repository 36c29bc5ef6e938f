package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * One column of one window, tested by itself: confirmation over windows comes after.
 *
 * @param figures the comparison
 * @param q Benjamini-Hochberg adjusted p-value over all columns of the window
 * @param level the accepted rate that q is held against
 * @param met whether the effect matters and is significant
 * @param alone whether this one window is enough
 */
record ColumnTest(DriftFigures figures, double q, double level, boolean met, boolean alone) {

  /** All columns of a window that holds at least one row. */
  static List<ColumnTest> of(ReferenceProfile reference, Window window, DriftThresholds t) {
    double level = t.falseDiscovery(reference.rows());
    double deff = window.designEffect(reference);
    List<DriftFigures> figures = new ArrayList<>();
    for (int i = 0; i < reference.columns().size(); i++) {
      figures.add(DriftFigures.of(reference.columns().get(i), window.column(i), deff, level));
    }
    double[] q =
        BinTests.benjaminiHochberg(figures.stream().mapToDouble(DriftFigures::p).toArray());
    List<ColumnTest> tests = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      DriftFigures f = figures.get(i);
      boolean met = f.matters(t) && q[i] < level;
      boolean alone = met && f.p() < t.pAlone() && f.psiCorrected() > t.psiAlone();
      tests.add(new ColumnTest(f, q[i], level, met, alone));
    }
    return tests;
  }
}
