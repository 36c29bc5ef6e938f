package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The edge cases that a monitor meets in its first week. */
class DriftEdgeCasesTest extends DriftHouse {
  @Test
  void withoutRowsThereIsNotEnoughData() {
    DriftWatch watch = watch(normals(1000), new double[0][]);
    assertEquals(Status.NOT_ENOUGH_DATA, status(watch, 0));
    assertEquals(
        "0 rows so far; the inputs are compared with training at 200,"
            + " or at 50 once the first is 60 minutes old",
        watch.verdicts().get(0).reason().english());
    assertEquals(Status.NOT_ENOUGH_DATA, watch.joint().status());
  }

  @Test
  void fortyNineRowsAreNotEnoughHoweverLongOneWaits() {
    DriftWatch watch = watch(normals(1000), rows(49, this::normal));
    watch.tick(Window.FULL_MILLIS * 100);
    assertEquals(Status.NOT_ENOUGH_DATA, status(watch, 0));
    watch.add(normal(), Window.FULL_MILLIS * 100);
    assertEquals(Status.STEADY, status(watch, 0));
  }

  @Test
  void untilTheFirstWindowClosesItSaysWhatItWaitsFor() {
    DriftWatch watch = watch(normals(1000), rows(1, this::normal));
    assertTrue(watch.verdicts().get(0).reason().english().startsWith("1 row so far; the inputs"));
    watch.add(normal(), 0);
    String two = watch.verdicts().get(0).reason().english();
    assertTrue(
        two.startsWith("2 rows so far; the inputs are compared with training at 200, "), two);
    assertTrue(two.endsWith(", or at 50 once the first is 60 minutes old"), two);
    for (int i = 2; i < 60; i++) {
      watch.add(normal(), 0);
    }
    String sixty = watch.verdicts().get(0).reason().english();
    assertTrue(sixty.startsWith("60 rows so far; "), sixty);
    assertTrue(sixty.endsWith(", or once the first is 60 minutes old"), sixty);
  }

  @Test
  void aWindowClosesAtExactlyTwoHundredRows() {
    DriftWatch watch = watch(normals(1000), rows(399, this::normal));
    assertEquals(1, watch.windowsClosed());
    assertEquals(199, watch.openRows());
    watch.add(normal(), 0);
    assertEquals(2, watch.windowsClosed());
    assertEquals(200, watch.verdicts().get(0).n());
  }

  @Test
  void aReferenceOfTwentyNineRowsIsTooSmallToJudgeBy() {
    DriftWatch watch = watch(normals(29), rows(400, this::normal));
    assertEquals(Status.NOT_ENOUGH_DATA, status(watch, 0));
  }

  @Test
  void aChangeSeenInOneWindowIsAWarningAndInTwoADrift() {
    double[][] moved = rows(400, () -> new double[] {random.nextGaussian() + .6, 1});
    Arrays.stream(moved).forEach(row -> row[1] = random.nextGaussian());
    ReferenceProfile reference = normals(1000);
    FeatureVerdict first = watch(reference, Arrays.copyOf(moved, 200)).verdicts().get(0);
    assertEquals(Status.WARNING, first.status());
    assertTrue(
        first.reason().english().contains("the next window must confirm it"),
        first.reason().english());
    FeatureVerdict second = watch(reference, moved).verdicts().get(0);
    assertEquals(Status.DRIFTED, second.status());
    assertTrue(
        second.reason().english().contains("in two windows in a row"), second.reason().english());
  }

  @Test
  void aWindowInBetweenThatIsSteadyBreaksTheConfirmation() {
    Supplier<double[]> moved =
        () -> new double[] {random.nextGaussian() + .6, random.nextGaussian()};
    DriftWatch watch = watch(normals(1000), rows(200, moved));
    Stream.of(rows(200, this::normal), rows(200, moved))
        .flatMap(Arrays::stream)
        .forEach(row -> watch.add(row, 0));
    assertEquals(Status.WARNING, status(watch, 0));
  }

  @Test
  void fivePercentOfNewlyMissingValuesAreFoundWithoutAWindow() {
    DriftWatch watch = watch(normals(1000), new double[0][]);
    for (int i = 0; i < 190; i++) {
      watch.add(new double[] {i % 10 == 0 ? Double.NaN : random.nextGaussian(), i}, 0);
    }
    assertEquals(0, watch.windowsClosed());
    assertEquals(Status.DRIFTED, status(watch, 0));
    assertTrue(
        watch
            .verdicts()
            .get(0)
            .reason()
            .english()
            .contains("missing in 10 % of the last 190 rows"));
  }

  @Test
  void moreColumnsThanReferenceRowsAreSteadyWithoutDrift() {
    List<Column> columns = IntStream.range(0, 80).mapToObj(i -> Column.number("c" + i)).toList();
    Supplier<double[]> row = () -> random.doubles(80).toArray();
    ReferenceProfile reference = ReferenceProfile.of(columns, rows(60, row));
    DriftWatch watch = watch(reference, rows(1000, row));
    assertTrue(watch.verdicts().stream().allMatch(v -> v.status() == Status.STEADY));
    assertEquals(Status.STEADY, watch.joint().status());
  }

  @Test
  void aReferenceSmallerThanTheWindowIsJudgedWithItsOwnUncertainty() {
    ReferenceProfile reference = normals(40);
    assertEquals(Status.STEADY, status(watch(reference, rows(400, this::normal)), 0));
    Supplier<double[]> moved =
        () -> new double[] {random.nextGaussian() + 3, random.nextGaussian()};
    assertEquals(Status.DRIFTED, status(watch(reference, rows(400, moved)), 0));
  }

  @Test
  void oneRowRepeatedCountsOnceAndIsReported() {
    double[] retried = {2.5, -2.5};
    DriftWatch watch =
        watch(normals(1000), rows(400, () -> random.nextInt(10) < 4 ? retried : normal()));
    FeatureVerdict verdict = watch.verdicts().get(0);
    assertEquals(Status.STEADY, verdict.status());
    assertTrue(
        verdict.reason().english().contains("a repeated row came"), verdict.reason().english());
  }

  @Test
  void aWindowOfOneRowAloneIsNotEnoughData() {
    DriftWatch watch = watch(normals(1000), rows(400, () -> new double[] {2.5, -2.5}));
    assertEquals(Status.NOT_ENOUGH_DATA, status(watch, 0));
    assertEquals(
        "a repeated row makes up all but 1 of 200 rows",
        watch.verdicts().get(0).reason().english());
  }

  @Test
  void everyRowSentTwentyTimesIsNoDrift() {
    double[][] live = new double[400][];
    for (int i = 0; i < live.length; i++) {
      live[i] = i % 20 == 0 ? normal() : live[i - 1];
    }
    assertFalse(
        watch(normals(1000), live).verdicts().stream().anyMatch(v -> v.status() == Status.DRIFTED));
  }

  @Test
  void correlationsThatBreakWhileEachInputStaysAreFoundAndNamed() {
    Supplier<double[]> tied =
        () -> {
          double shared = random.nextGaussian();
          return new double[] {
            shared + .7 * random.nextGaussian(),
            shared + .7 * random.nextGaussian(),
            random.nextGaussian()
          };
        };
    Column z = Column.number("z");
    ReferenceProfile reference = ReferenceProfile.of(List.of(X, Y, z), rows(1000, tied));
    assertEquals(Status.STEADY, watch(reference, rows(1000, tied)).joint().status());
    double loose = Math.sqrt(1.49);
    Supplier<double[]> broken =
        () ->
            new double[] {
              loose * random.nextGaussian(), loose * random.nextGaussian(), random.nextGaussian()
            };
    DriftWatch watch = watch(reference, rows(1000, broken));
    assertEquals(Status.DRIFTED, watch.joint().status());
    assertTrue(List.of("x", "y").contains(watch.joint().column()));
    assertEquals(Status.STEADY, status(watch, 0));
  }
}
