package dev.perennial.monitor;

import static dev.perennial.monitor.Check.near;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was stated beside what happened, and durations in bins. */
class CalibrationTest {
  @Test
  void theCurveHasABinForEachTenthThatHoldsARow() {
    Calibration calibration = new Calibration();
    for (int i = 0; i < 10; i++) {
      calibration.add(i < 5 ? .92 : .98, i > 0, 1);
    }
    calibration.add(.55, false, 1);
    calibration.add(1, true, 1);
    calibration.add(1, true, -1);
    List<CalibrationBin> curve = calibration.curve();
    assertEquals(2, curve.size());
    CalibrationBin low = curve.get(0);
    near(.5, low.from(), 1e-12);
    near(.6, low.to(), 1e-12);
    near(0, low.right(), 0);
    CalibrationBin high = curve.get(1);
    assertEquals(10, high.rows());
    near(.95, high.stated(), 1e-12);
    near(.9, high.right(), 1e-12);
    // Wilson's interval of 9 in 10: (.9 + 1.92073/10 -+ 1.95996 sqrt(.009 + .0096036)) / 1.384146.
    near(.59585, high.interval().low(), 1e-4);
    near(.98213, high.interval().high(), 1e-4);
  }

  @Test
  void durationsAreDrawnFromTheFirstThatWasSeenToTheLast() {
    RequestSums sums = new RequestSums();
    assertEquals(List.of(), sums.durations("total"));
    for (int i = 0; i < 3; i++) {
      sums.addDuration("total", 1_000);
    }
    sums.addDuration("total", 5_000);
    sums.addDuration("parse", 1);
    List<DurationBin> bins = sums.durations("total");
    // ln 1000 / ln 1.02 = 348.8: the bin from 1.02^348 to 1.02^360. 5000 lies seven such bins on.
    assertEquals(List.of(3L, 0L, 0L, 0L, 0L, 0L, 1L), bins.stream().map(DurationBin::n).toList());
    near(983.7, bins.get(0).from(), 1e-3);
    near(1_247.6, bins.get(0).to(), 1e-3);
    near(4_093, bins.get(6).from(), 1e-3);
  }

  @Test
  void whatChanceStaysBelowFollowsTheRowsOfTheSpan() {
    double[][] rows = new double[100][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i % 2};
    }
    Column column = new Column("on", Column.Role.FEATURE, List.of("no", "yes"), 0);
    ReferenceProfile reference = ReferenceProfile.of(List.of(column), rows);
    Bucket bucket = new Bucket(reference, 0);
    assertEquals(0, SpanFigures.psiQuiet(reference, bucket, 0));
    for (int i = 0; i < 50; i++) {
      bucket.add(reference, reference.place(rows[i]));
    }
    // Two bins leave one degree of freedom; a small reference is held to 1 in 1,000: 10.828.
    near(10.828 * (1.0 / 50 + 1.0 / 100), SpanFigures.psiQuiet(reference, bucket, 0), 1e-4);
    assertEquals(100, SpanFigures.column(reference, bucket, 0).referenceRows());
  }
}
