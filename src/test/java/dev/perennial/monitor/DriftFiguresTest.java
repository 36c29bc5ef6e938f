package dev.perennial.monitor;

import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftFiguresTest {
  private static DriftFigures figures(double[] reference, double[] live, double deff) {
    ColumnProfile profile = ColumnProfile.of(Column.number("x"), reference);
    ColumnSums sums = new ColumnSums(profile.bins());
    for (double value : live) {
      sums.add(profile.bins(), value);
    }
    return DriftFigures.of(profile, sums, deff, .01);
  }

  @Test
  void theFiguresOfAHandWorkedColumnAreRight() {
    double[] reference = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] live = {3, 4, 5, 6};
    DriftFigures f = figures(reference, live, 2);
    double noise = 2 / 4.0 + 1 / 10.0;
    same(-1 / Math.sqrt(55 / 6.0), f.smd());
    same(Math.sqrt(noise), f.smdError());
    same(Math.log((5 / 3.0) / (55 / 6.0)), f.logVarianceRatio());
    // The fourth moment of 1 to 10 is 120.8625, the second 8.25: a kurtosis of 1.7757...
    same(Math.sqrt((120.8625 / 68.0625 - 1) * noise), f.logVarianceRatioError());
    // Ten bins of one row: B - 1 = 9; the 1 % point of chi-square with 9 degrees is 21.66599433.
    same(f.psi() - 9 * noise, f.psiCorrected());
    assertEquals(21.66599433 * noise, f.nullBound(), 1e-7);
    same(.4, f.ks());
  }

  @Test
  void withoutDriftTheCorrectedIndexIsNearNothingOnAverage() {
    Random random = new Random(81);
    double raw = 0;
    double corrected = 0;
    double beyond = 0;
    int rounds = 400;
    for (int i = 0; i < rounds; i++) {
      DriftFigures f = figures(random.doubles(1000).toArray(), random.doubles(200).toArray(), 1);
      raw += f.psi() / rounds;
      corrected += f.psiCorrected() / rounds;
      beyond += f.psi() > f.nullBound() ? 1.0 / rounds : 0;
    }
    assertTrue(raw > .1, raw + " uncorrected");
    assertTrue(Math.abs(corrected) < .015, corrected + " corrected");
    assertTrue(beyond < .03, beyond + " beyond the bound of 1 %");
  }
}
