package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Columns that are constant, empty, unseen, tied or in odd units, and outliers. */
class DriftOddColumnsTest extends DriftHouse {
  private static final Column COLOUR = Column.labels("colour", List.of("red", "green"));

  @Test
  void aConstantReferenceIsSteadyWhileTheLiveRowsHaveItsValue() {
    ReferenceProfile reference =
        ReferenceProfile.of(
            List.of(X, Y), rows(1000, () -> new double[] {3, random.nextGaussian()}));
    assertEquals(
        Status.STEADY,
        status(watch(reference, rows(400, () -> new double[] {3, random.nextGaussian()})), 0));
  }

  @Test
  void aConstantReferenceHasDriftedWhenTheLiveRowsVary() {
    ReferenceProfile reference =
        ReferenceProfile.of(
            List.of(X, Y), rows(1000, () -> new double[] {3, random.nextGaussian()}));
    assertEquals(Status.DRIFTED, status(watch(reference, rows(400, this::normal)), 0));
  }

  @Test
  void aConstantLiveColumnIsAFaultByName() {
    DriftWatch watch =
        watch(normals(1000), rows(400, () -> new double[] {.3, random.nextGaussian()}));
    assertEquals(Fault.Kind.CONSTANT, watch.verdicts().get(0).fault().orElseThrow());
    assertTrue(
        watch.verdicts().get(0).reason().english().startsWith("x has one and the same value"));
    assertEquals(Status.STEADY, status(watch, 1));
  }

  @Test
  void aRareLabelMissingFromAWindowIsNoConstantColumn() {
    ReferenceProfile reference =
        ReferenceProfile.of(
            List.of(COLOUR, X),
            rows(
                1000,
                () -> new double[] {random.nextInt(500) == 0 ? 1 : 0, random.nextGaussian()}));
    DriftWatch watch = watch(reference, rows(400, () -> new double[] {0, random.nextGaussian()}));
    assertEquals(Status.STEADY, status(watch, 0));
  }

  @Test
  void aColumnWithoutAnyValueIsAFaultByName() {
    DriftWatch watch =
        watch(normals(1000), rows(400, () -> new double[] {Double.NaN, random.nextGaussian()}));
    assertEquals(Fault.Kind.ALL_MISSING, watch.verdicts().get(0).fault().orElseThrow());
  }

  @Test
  void allMissingOnBothSidesIsSteady() {
    Supplier<double[]> row = () -> new double[] {Double.NaN, random.nextGaussian()};
    ReferenceProfile reference = ReferenceProfile.of(List.of(X, Y), rows(1000, row));
    assertEquals(Status.STEADY, status(watch(reference, rows(400, row)), 0));
  }

  @Test
  void oneUnseenRowIsNoDriftAndThreeAre() {
    Supplier<double[]> usual = () -> new double[] {random.nextInt(2), random.nextGaussian()};
    ReferenceProfile reference = ReferenceProfile.of(List.of(COLOUR, X), rows(100_000, usual));
    double[][] live = rows(400, usual);
    live[250][0] = -1;
    FeatureVerdict one = watch(reference, live).verdicts().get(0);
    assertEquals(Status.STEADY, one.status());
    assertTrue(one.figures().orElseThrow().p() > 1e-3);
    live[300][0] = -1;
    live[301][0] = -1;
    FeatureVerdict three = watch(reference, live).verdicts().get(0);
    assertEquals(Status.DRIFTED, three.status());
    assertEquals(
        "colour has labels unknown to the model in 3 of the last 400 rows",
        three.reason().english());
  }

  @Test
  void mostlyNewCategoriesAreAFault() {
    Supplier<double[]> usual = () -> new double[] {random.nextInt(2), random.nextGaussian()};
    ReferenceProfile reference = ReferenceProfile.of(List.of(COLOUR, X), rows(1000, usual));
    DriftWatch watch = watch(reference, rows(200, () -> new double[] {-1, random.nextGaussian()}));
    assertEquals(Fault.Kind.NEW_CATEGORIES, watch.verdicts().get(0).fault().orElseThrow());
  }

  @Test
  void aColumnInUnitsOfAHundredThousandthIsJudgedLikeAnyOther() {
    Supplier<double[]> tiny =
        () -> new double[] {1e-5 * (5 + random.nextGaussian()), random.nextGaussian()};
    ReferenceProfile reference = ReferenceProfile.of(List.of(X, Y), rows(1000, tiny));
    assertEquals(Status.STEADY, status(watch(reference, rows(400, tiny)), 0));
    Supplier<double[]> moved =
        () -> new double[] {1e-5 * (6 + random.nextGaussian()), random.nextGaussian()};
    assertEquals(Status.DRIFTED, status(watch(reference, rows(400, moved)), 0));
  }

  @Test
  void oneOutlierOfATrillionIsNoDrift() {
    double[][] live = rows(400, this::normal);
    live[250][0] = 1e12;
    DriftWatch watch = watch(normals(1000), live);
    assertEquals(Status.STEADY, status(watch, 0));
    assertTrue(watch.verdicts().get(0).figures().orElseThrow().smd() > 1e9);
  }

  @Test
  void oneOutlierOfATrillionInTheReferenceDoesNotBlindTheBins() {
    double[][] rows = rows(1000, this::normal);
    rows[0][0] = 1e12;
    ReferenceProfile reference = ReferenceProfile.of(List.of(X, Y), rows);
    assertEquals(Status.STEADY, status(watch(reference, rows(400, this::normal)), 0));
    Supplier<double[]> moved =
        () -> new double[] {random.nextGaussian() + 1, 0 + random.nextGaussian()};
    assertEquals(Status.DRIFTED, status(watch(reference, rows(400, moved)), 0));
  }

  @Test
  void tiedValuesAreSteadyAndTheirShiftIsFound() {
    Supplier<double[]> dice = () -> new double[] {random.nextInt(4), random.nextGaussian()};
    ReferenceProfile reference = ReferenceProfile.of(List.of(X, Y), rows(1000, dice));
    assertEquals(Status.STEADY, status(watch(reference, rows(400, dice)), 0));
    Supplier<double[]> loaded =
        () -> new double[] {Math.max(random.nextInt(4), random.nextInt(4)), random.nextGaussian()};
    assertEquals(Status.DRIFTED, status(watch(reference, rows(400, loaded)), 0));
  }

  @Test
  void aRepeatedRowOfAModelWithOneInputIsAConstantColumn() {
    ReferenceProfile reference =
        ReferenceProfile.of(List.of(X), rows(1000, () -> new double[] {random.nextGaussian()}));
    DriftWatch watch = watch(reference, rows(400, () -> new double[] {.5}));
    assertEquals(Status.FAULT, status(watch, 0));
  }
}
