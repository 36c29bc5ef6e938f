package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred models over a simulated month: accuracy .85, hold-out 500, 200 labels an hour. */
@Tag("suite")
class PerformanceIT {
  private static final int MODELS = 200;
  private static final int HOURS = 720;

  private static PerformanceWatch watch(Random random) {
    long right = random.doubles(500).filter(v -> v < .85).count();
    return new PerformanceWatch(500, right);
  }

  private static boolean window(PerformanceWatch watch, Random random, double accuracy) {
    for (int i = 0; i < 200; i++) {
      watch.add(random.nextDouble() < accuracy);
    }
    return watch.verdict().status() == Status.DRIFTED;
  }

  private static boolean alarmsInAMonth(long seed) {
    Random random = new Random(seed);
    PerformanceWatch watch = watch(random);
    return IntStream.range(0, HOURS).anyMatch(hour -> window(watch, random, .85));
  }

  private static boolean finds(long seed, int healthyHours, double accuracy, int within) {
    Random random = new Random(seed);
    PerformanceWatch watch = watch(random);
    for (int hour = 0; hour < healthyHours; hour++) {
      window(watch, random, .85);
    }
    return IntStream.range(0, within).anyMatch(hour -> window(watch, random, accuracy));
  }

  @Test
  void atMostOneHealthyModelInTwentyAlarmsInAMonth() {
    int total = 0;
    for (int batch = 0; batch < 5; batch++) {
      int first = batch * MODELS;
      int alarms =
          (int)
              IntStream.range(first, first + MODELS).filter(PerformanceIT::alarmsInAMonth).count();
      System.out.println("healthy month: " + alarms + " of 200 models alarm");
      assertTrue(alarms <= 10, alarms + " models");
      total += alarms;
    }
    assertTrue(total <= 40, total + " of 1,000 models");
  }

  @Test
  void aDropOfTenPointsIsFoundWithin600LabelsWheneverItComes() {
    for (int healthy : new int[] {0, 1, 3, 8, 20, 100}) {
      long found = IntStream.range(0, 2000).filter(seed -> finds(seed, healthy, .75, 3)).count();
      System.out.println(
          "drop of 10 points after " + healthy + " healthy windows: " + found / 20.0 + " % found");
      assertTrue(found >= 1900, found + " of 2,000 after " + healthy + " windows");
    }
  }

  /** The plain rule that ours replaced: two windows in a row surely three points down. */
  private static boolean plainRuleFinds(long seed, double accuracy, int within) {
    Random random = new Random(seed);
    long holdOut = random.doubles(500).filter(v -> v < .85).count();
    boolean before = false;
    for (int hour = 0; hour < within; hour++) {
      long right = random.doubles(200).filter(v -> v < accuracy).count();
      boolean now = Intervals.newcombe(right, 200, holdOut, 500, Intervals.Z95).high() < -.03;
      if (now && before) {
        return true;
      }
      before = now;
    }
    return false;
  }

  @Test
  void thePlainRuleOfTwoWindowsMissesHalfOfTheDrops() {
    long alarms = IntStream.range(0, 1000).filter(seed -> plainRuleFinds(seed, .85, HOURS)).count();
    long found = IntStream.range(0, 2000).filter(seed -> plainRuleFinds(seed, .75, 3)).count();
    System.out.println(
        "plain rule: "
            + alarms / 10.0
            + " % of healthy models alarm, drop found in "
            + found / 20.0
            + " %");
    assertTrue(found < 1900, "the plain rule would do: " + found + " of 2,000");
  }

  @Test
  void aCreepOfAPointADayIsFoundBeforeItHasCostTenPoints() {
    int found = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      PerformanceWatch watch = watch(random);
      for (int hour = 0; hour < 240; hour++) {
        if (window(watch, random, .85 - hour / 2400.0)) {
          found++;
          break;
        }
      }
    }
    System.out.println("creep of a point a day: " + found + " % found before 10 points are lost");
    assertTrue(found >= 95, found + " of 100");
  }
}
