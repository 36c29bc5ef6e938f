package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Calibrators;
import dev.perennial.monitor.Column;
import dev.perennial.monitor.DriftThresholds;
import dev.perennial.monitor.DriftWatch;
import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.QuietRows;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.watch.QuietRunTable.Ran;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietRunsTest {
  private static final List<Column> COLUMNS = List.of(Column.number("x"), Column.number("y"));
  private static final QuietRuns.Pace USUAL = new QuietRuns.Pace(3_600, 10_000);
  private static final DriftThresholds STANDARD = DriftThresholds.standard();

  /** Asks for smaller effects that are less sure. */
  private static final DriftThresholds TRIGGER_HAPPY =
      new DriftThresholds(.02, .25, .5, 1e-6, .05, .1, .5, .5, 500);

  /** Two independent normal columns, each with this correlation from row to row. */
  private static double[][] rows(int count, double correlation, Random random) {
    double[][] rows = new double[count][2];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 2; j++) {
        double before = i == 0 ? random.nextGaussian() : rows[i - 1][j];
        double fresh = random.nextGaussian();
        rows[i][j] = correlation * before + Math.sqrt(1 - correlation * correlation) * fresh;
      }
    }
    return rows;
  }

  private static long drift(Map<AlarmKind, Ran> runs) {
    return Optional.ofNullable(runs.get(AlarmKind.DATA_DRIFT)).orElseThrow().incidents();
  }

  private static Map<AlarmKind, Ran> expected(
      double[][] reference, double[][] live, DriftThresholds thresholds, long length) {
    return new QuietRuns(new Leisure(1), length, 7)
        .ofRows(
            ReferenceProfile.of(COLUMNS, reference),
            QuietRows.of(reference, live, 2, 7),
            USUAL,
            thresholds);
  }

  /** How often the rule rises on so many live rows of the same kind, over many references. */
  private static long seen(double correlation, DriftThresholds thresholds, int worlds, int each) {
    Random random = new Random(1234);
    long rises = 0;
    for (int world = 0; world < worlds; world++) {
      ReferenceProfile reference = ReferenceProfile.of(COLUMNS, rows(400, 0, random));
      DriftWatch watch = new DriftWatch(reference, thresholds);
      Kept alarm = Kept.quiet("", AlarmKind.DATA_DRIFT);
      double[][] live = rows(each, correlation, random);
      for (int i = 0; i < each; i++) {
        watch.add(live[i], i * 1_000L);
        if (i % 10 == 9) {
          Kept before = alarm;
          alarm =
              ModelLooks.ofRows(1, watch.windowsClosed(), watch.verdicts(), watch.joint())
                  .get(1)
                  .applyTo(before, i * 1_000L);
          rises += !before.alarm().open() && alarm.alarm().open() ? 1 : 0;
        }
      }
    }
    return rises;
  }

  /** The same number of rows is expected of and seen on; both counts vary, by a third or so. */
  private static void assertAgree(long expected, long seen) {
    assertTrue(seen > 20, seen + " seen");
    assertTrue(expected > seen * .5 && expected < seen * 2, expected + " expected, seen " + seen);
  }

  @Test
  void whatIsExpectedIsWhatIsSeenOnDependentTraffic() {
    Random random = new Random(5);
    long expected = 0;
    for (int world = 0; world < 4; world++) {
      expected += drift(expected(rows(400, 0, random), rows(2_000, .9, random), STANDARD, 25_000));
    }
    assertAgree(expected, seen(.9, STANDARD, 20, 5_000));
  }

  @Test
  void whatIsExpectedIsWhatIsSeenOfARuleThatIsTooEager() {
    Random random = new Random(6);
    long expected = 0;
    for (int world = 0; world < 4; world++) {
      expected += drift(expected(rows(400, 0, random), new double[0][], TRIGGER_HAPPY, 25_000));
    }
    assertAgree(expected, seen(0, TRIGGER_HAPPY, 20, 5_000));
  }

  @Test
  void aMoreTriggerHappyRuleShowsMoreFalseAlarmsAndTheUsualOneNone() {
    double[][] reference = rows(400, 0, new Random(8));
    double[][] live = rows(1_000, 0, new Random(9));
    Map<AlarmKind, Ran> usual = expected(reference, live, STANDARD, 50_000);
    assertEquals(0, drift(usual));
    assertTrue(drift(expected(reference, live, TRIGGER_HAPPY, 50_000)) > 2);
    Map<AlarmKind, Ran> again = expected(reference, live, STANDARD, 50_000);
    assertEquals(usual, again, "by the same seed");
  }

  @Test
  void aSmallHoldOutMakesMoreFalseAlarmsOfAccuracy() {
    long small = performance(60, 51);
    long large = performance(6_000, 5_100);
    assertTrue(small > large, small + " with 60 rows, " + large + " with 6,000");
  }

  private static long performance(int n, int right) {
    int wrong = n - right;
    long[][] confusion = {{right / 2, wrong / 2}, {wrong - wrong / 2, right - right / 2}};
    HoldOut like = new HoldOut(n, right, confusion, .85, .3, .2, .01, new Calibrators(List.of()));
    QuietRows quiet = QuietRows.of(Rehearsals.cells(like), new double[0][], 1, 3);
    Map<AlarmKind, Ran> ran =
        new QuietRuns(new Leisure(1), 200_000, 3).ofLabels(like, quiet, List.of("a", "b"));
    return Optional.ofNullable(ran.get(AlarmKind.PERFORMANCE)).orElseThrow().incidents();
  }

  @Test
  void workThatIsStoppedHasNoResult() {
    Leisure leisure = new Leisure(1);
    leisure.close();
    double[][] reference = rows(100, 0, new Random(8));
    Map<AlarmKind, Ran> ran =
        new QuietRuns(leisure, 1_000_000, 7)
            .ofRows(
                ReferenceProfile.of(COLUMNS, reference),
                new QuietRows(reference, 1),
                USUAL,
                STANDARD);
    assertEquals(Map.of(), ran);
  }

  @Test
  void slowTrafficFillsNoWindowAndIsJudgedByTheHour() {
    double[][] reference = rows(400, 0, new Random(8));
    QuietRows quiet = new QuietRows(reference, 1);
    QuietRuns.Pace slow = new QuietRuns.Pace(60, 10_000);
    long hourly =
        drift(
            new QuietRuns(new Leisure(1), 20_000, 7)
                .ofRows(ReferenceProfile.of(COLUMNS, reference), quiet, slow, TRIGGER_HAPPY));
    long full =
        drift(
            new QuietRuns(new Leisure(1), 20_000, 7)
                .ofRows(ReferenceProfile.of(COLUMNS, reference), quiet, USUAL, TRIGGER_HAPPY));
    assertNotEquals(full, hourly);
    assertEquals(720 * 60, slow.rowsIn(720), 1e-6);
  }

  @Test
  void ofFastTrafficOnlyWhatALookCanStillSeeCounts() {
    QuietRuns.Pace fast = new QuietRuns.Pace(3_600_000, 10_000);
    assertEquals(720.0 * 360 * QuietRuns.MOST_ROWS_A_LOOK, fast.rowsIn(720), 1);
  }
}
