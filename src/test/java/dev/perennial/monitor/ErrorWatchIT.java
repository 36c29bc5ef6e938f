package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred regressors over a simulated month: 200 labels an hour, errors of several shapes. */
@Tag("suite")
class ErrorWatchIT {
  private static final int MODELS = 200;
  private static final int HOURS = 720;

  private enum Shape {
    NORMAL,
    LAPLACE,
    LOGNORMAL;

    double draw(Random random) {
      return switch (this) {
        case NORMAL -> random.nextGaussian();
        case LAPLACE -> -Math.log(1 - random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        case LOGNORMAL -> Math.exp(random.nextGaussian()) - Math.exp(.5);
      };
    }
  }

  private static HoldOutErrors holdOut(Shape shape, Random random, int rows) {
    double[] actual = random.doubles(rows, 0, 100).toArray();
    double[] given =
        IntStream.range(0, rows).mapToDouble(i -> actual[i] + shape.draw(random)).toArray();
    return HoldOutErrors.of(actual, given);
  }

  private static long alarms(Shape shape, int rows) {
    return IntStream.range(0, MODELS)
        .filter(
            seed -> {
              Random random = new Random(seed);
              PerformanceWatch watch = new PerformanceWatch(holdOut(shape, random, rows));
              for (int i = 0; i < 200 * HOURS; i++) {
                watch.add(shape.draw(random));
                if (watch.verdict().status() == Status.DRIFTED) {
                  return true;
                }
              }
              return false;
            })
        .count();
  }

  private static long found(Shape shape, int healthyWindows, double times) {
    return IntStream.range(0, MODELS)
        .filter(
            seed -> {
              Random random = new Random(seed);
              PerformanceWatch watch = new PerformanceWatch(holdOut(shape, random, 500));
              for (int i = 0; i < 200 * healthyWindows; i++) {
                watch.add(shape.draw(random));
              }
              boolean found = false;
              for (int i = 0; i < 600; i++) {
                watch.add(times * shape.draw(random));
                found |= watch.verdict().status() == Status.DRIFTED;
              }
              return found;
            })
        .count();
  }

  private static long conceptAlarms(Shape shape) {
    return IntStream.range(0, MODELS)
        .filter(
            seed -> {
              Random random = new Random(seed);
              ConceptWatch watch = new ConceptWatch(holdOut(shape, random, 500));
              return IntStream.range(0, 20_000).anyMatch(i -> watch.add(shape.draw(random)));
            })
        .count();
  }

  @Test
  void fewHealthyModelsAlarmInAMonth() {
    for (Shape shape : Shape.values()) {
      for (int rows : new int[] {100, 500}) {
        long alarms = alarms(shape, rows);
        System.out.println("healthy month, " + shape + ", hold-out " + rows + ": " + alarms);
        assertTrue(rows < 500 || alarms <= 10, alarms + " of 200 models alarm");
      }
    }
  }

  @Test
  void errorsHalfAsLargeAgainAreFoundWithin600Labels() {
    for (Shape shape : Shape.values()) {
      for (int healthy : new int[] {0, 3, 20}) {
        long found = found(shape, healthy, 1.5);
        System.out.println("growth by half, " + shape + ", after " + healthy + ": " + found);
        assertTrue(shape == Shape.LOGNORMAL || found >= 190, found + " of 200 models");
      }
    }
  }

  @Test
  void fewHealthyModelsShowAConceptDriftIn20000Labels() {
    for (Shape shape : Shape.values()) {
      long alarms = conceptAlarms(shape);
      System.out.println("no concept drift, " + shape + ": " + alarms);
      assertTrue(alarms <= 10, alarms + " of 200 models alarm");
    }
  }
}
