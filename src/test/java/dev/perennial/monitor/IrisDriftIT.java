package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows drawn from iris, as they are and moved, a hundred seeds each. */
@Tag("suite")
class IrisDriftIT {
  private static final int SEEDS = 100;

  /** Whether any confirmed drift or fault was said at any row, or the correlations alarmed. */
  private static boolean alarms(ReferenceProfile reference, double[][] pool, long seed, int rows) {
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      watch.add(Iris.answered(Iris.draw(pool, random)), i);
      if (i % 10 == 9 && isAlarm(watch)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAlarm(DriftWatch watch) {
    return watch.joint().status() == Status.DRIFTED
        || watch.verdicts().stream()
            .anyMatch(v -> v.status() == Status.DRIFTED || v.status() == Status.FAULT);
  }

  /** The verdict of petal length after 400 rows that were changed in some way. */
  private static FeatureVerdict[] after(long seed, UnaryOperator<double[]> change, int rows) {
    double[][] inputs = Iris.inputs();
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), Iris.answered(inputs));
    DriftWatch watch = new DriftWatch(reference, DriftThresholds.standard());
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      watch.add(Iris.answered(change.apply(Iris.draw(inputs, random))), i);
    }
    return watch.verdicts().toArray(FeatureVerdict[]::new);
  }

  private static double[] moved(double[] row, double sd) {
    row[Iris.PETAL_LENGTH] += sd * Iris.PETAL_LENGTH_SD;
    return row;
  }

  private static int seeds(java.util.function.IntPredicate holds) {
    return (int) IntStream.range(0, SEEDS).filter(holds).count();
  }

  @Test
  void rowsOfTheTrainingSetRaiseNoAlarmInAHundredSeeds() {
    double[][] inputs = Iris.inputs();
    ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), Iris.answered(inputs));
    int alarms = seeds(seed -> alarms(reference, inputs, seed, 2000));
    System.out.println("no drift, training rows: " + alarms + " of 100 seeds alarm");
    assertEquals(0, alarms);
  }

  @Test
  void theOtherHalfOfIrisRaisesNoAlarmIn95Seeds() {
    int alarms =
        seeds(
            seed -> {
              double[][] rows = Iris.shuffled(new Random(1000 + seed));
              double[][] half = Arrays.copyOf(rows, 75);
              double[][] other = Arrays.copyOfRange(rows, 75, 150);
              ReferenceProfile reference = ReferenceProfile.of(Iris.columns(), Iris.answered(half));
              return alarms(reference, other, seed, 2000);
            });
    System.out.println("no drift, other half: " + alarms + " of 100 seeds alarm");
    assertTrue(alarms <= 5, alarms + " seeds");
  }

  @Test
  void petalLengthMovedByHalfADeviationIsNamedWithin400Rows() {
    int named =
        seeds(
            seed ->
                after(seed, row -> moved(row, .5), 400)[Iris.PETAL_LENGTH].status()
                    == Status.DRIFTED);
    System.out.println("+0.5 sd: " + named + " of 100 seeds name petal_length");
    assertTrue(named >= 90, named + " seeds");
  }

  @Test
  void petalLengthMovedByOneDeviationIsAlwaysNamedWithin400Rows() {
    int named =
        seeds(
            seed ->
                after(seed, row -> moved(row, 1), 400)[Iris.PETAL_LENGTH].status()
                    == Status.DRIFTED);
    System.out.println("+1 sd: " + named + " of 100 seeds name petal_length");
    assertEquals(SEEDS, named);
  }

  private static void alwaysNamed(Fault.Kind kind, int column, UnaryOperator<double[]> change) {
    int named =
        seeds(seed -> after(seed, change, 400)[column].fault().filter(kind::equals).isPresent());
    System.out.println(kind + ": " + named + " of 100 seeds name column " + column);
    assertEquals(SEEDS, named);
  }

  @Test
  void millimetresForCentimetresAreAlwaysNamed() {
    for (int column = 0; column < 4; column++) {
      int at = column;
      alwaysNamed(
          Fault.Kind.SCALED,
          column,
          row -> {
            row[at] *= 10;
            return row;
          });
    }
  }

  @Test
  void aConstantInputIsAlwaysNamed() {
    for (int column = 0; column < 4; column++) {
      int at = column;
      alwaysNamed(
          Fault.Kind.CONSTANT,
          column,
          row -> {
            row[at] = 3;
            return row;
          });
    }
  }

  @Test
  void anInputThatIsNeverSentIsAlwaysNamed() {
    for (int column = 0; column < 4; column++) {
      int at = column;
      alwaysNamed(
          Fault.Kind.ALL_MISSING,
          column,
          row -> {
            row[at] = Double.NaN;
            return row;
          });
    }
  }

  @Test
  void twoInputsThatChangedPlacesAreAlwaysNamed() {
    for (int column = 1; column < 4; column++) {
      int at = column;
      alwaysNamed(
          Fault.Kind.SWAPPED,
          column,
          row -> {
            double kept = row[0];
            row[0] = row[at];
            row[at] = kept;
            return row;
          });
    }
  }
}
