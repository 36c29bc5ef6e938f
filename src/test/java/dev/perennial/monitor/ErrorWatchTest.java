package dev.perennial.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The watch over labels that are numbers. */
class ErrorWatchTest {
  private final Random random = new Random(11);

  static HoldOutErrors holdOut(Random random, int rows) {
    double[] actual = random.doubles(rows, 0, 100).toArray();
    double[] given =
        IntStream.range(0, rows).mapToDouble(i -> actual[i] + random.nextGaussian()).toArray();
    return HoldOutErrors.of(actual, given);
  }

  private static void feed(PerformanceWatch watch, int labels, DoubleSupplier error) {
    for (int i = 0; i < labels; i++) {
      watch.add(error.getAsDouble());
    }
  }

  private static int changes(ConceptWatch watch, int labels, DoubleSupplier error) {
    return (int) IntStream.range(0, labels).filter(i -> watch.add(error.getAsDouble())).count();
  }

  @Test
  void theHoldOutsFiguresByHand() {
    HoldOutErrors errors = HoldOutErrors.of(new double[] {1, 2, 3, 6}, new double[] {2, 2, 1, 9});
    assertEquals(1.5, errors.mae());
    assertEquals(.5, errors.bias());
    assertEquals(Math.sqrt(3.5 - .25), errors.sd(), 1e-12);
    assertArrayEquals(new double[] {-2, 0, 1, 3}, errors.errors());
    assertEquals(7.5, errors.whole());
    assertEquals(.2, errors.scaledMean(), 1e-12);
    // deviations -2.5 -.5 .5 2.5: squares' mean 3.25, fourth powers' mean 19.5625
    assertEquals(19.5625 / 3.25 / 3.25, errors.kurtosis(), 1e-12);
  }

  @Test
  void steadyErrorsAreSteadyAndGrownOnesAreFoundWithin600Labels() {
    PerformanceWatch watch = new PerformanceWatch(holdOut(random, 500));
    assertEquals(Status.NOT_ENOUGH_DATA, watch.verdict().status());
    feed(watch, 2_000, random::nextGaussian);
    assertEquals(Status.STEADY, watch.verdict().status());
    assertEquals(Math.sqrt(2 / Math.PI), watch.verdict().figure(), .1);
    feed(watch, 600, () -> 1.5 * random.nextGaussian());
    PerformanceVerdict verdict = watch.verdict();
    assertEquals(Status.DRIFTED, verdict.status());
    assertTrue(verdict.interval().contains(verdict.figure()));
    String said = verdict.reason().english();
    assertTrue(said.startsWith("the mean absolute error grew to "), said);
  }

  @Test
  void theBoundOfTheGrowthByHand() {
    Sample base = new Sample(100, 200, 500, 0); // mean 2, variance 100/99
    Sample live = new Sample(400, 1_200, 4_000, 0); // mean 3, variance 400/399
    double error = Math.sqrt(100 / 99.0 / 100 / 4 + 400 / 399.0 / 400 / 9);
    PerformanceVerdict verdict = Yardstick.ABSOLUTE_ERROR.compare(live, base, 2);
    assertEquals(1.5 * Math.exp(-2 * error) - 1, verdict.bound(), 1e-12);
    assertEquals(Status.DRIFTED, verdict.status());
  }

  @Test
  void oneMistypedLabelIsNoAlarmAndDoesNotBlindTheWatch() {
    PerformanceWatch watch = new PerformanceWatch(holdOut(random, 500));
    feed(watch, 1_000, random::nextGaussian);
    watch.add(1e12);
    feed(watch, 2_000, random::nextGaussian);
    assertEquals(Status.STEADY, watch.verdict().status());
    feed(watch, 600, () -> 1.6 * random.nextGaussian());
    assertEquals(Status.DRIFTED, watch.verdict().status());
  }

  @Test
  void roundingOfAPerfectModelIsNoError() {
    double[] truths = random.doubles(100, 0, 10).toArray();
    HoldOutErrors perfect = HoldOutErrors.of(truths, truths);
    PerformanceWatch watch = new PerformanceWatch(perfect);
    feed(watch, 1_000, () -> 1e-12 * random.nextGaussian());
    assertEquals(Status.STEADY, watch.verdict().status());
    ConceptWatch concept = new ConceptWatch(perfect);
    assertEquals(0, changes(concept, 1_000, () -> 1e-12 * random.nextGaussian()));
    assertEquals(Status.STEADY, watch.residual(perfect).status());
    assertTrue(changes(concept, 400, () -> 1) > 0, "a real error is found all the same");
  }

  @Test
  void anEmptyHoldOutIsSaidAndJudgesNothing() {
    HoldOutErrors none = HoldOutErrors.of(new double[0], new double[0]);
    PerformanceWatch watch = new PerformanceWatch(none);
    feed(watch, 1_000, random::nextGaussian);
    assertEquals("no hold-out to compare with", watch.verdict().reason().english());
    assertEquals(Status.NOT_ENOUGH_DATA, watch.residual(none).status());
  }

  @Test
  void errorsThatMoveToOneSideAreAConceptDriftThoughTheirSizeHardlyGrows() {
    ConceptWatch watch = new ConceptWatch(holdOut(random, 500));
    assertEquals(0, changes(watch, 5_000, random::nextGaussian));
    assertEquals(Status.STEADY, watch.verdict().status());
    assertTrue(changes(watch, 600, () -> .6 + random.nextGaussian()) > 0);
    assertTrue(
        watch.verdict().reason().english().startsWith("answers are too high by more than before"),
        watch.verdict().reason().english());
  }

  @Test
  void errorsThatBecomeSmallerAreNoConceptDrift() {
    ConceptWatch watch = new ConceptWatch(holdOut(random, 500));
    changes(watch, 2_000, random::nextGaussian);
    assertEquals(0, changes(watch, 2_000, () -> .3 * random.nextGaussian()));
  }

  @Test
  void anIncidentEndsWhenErrorsAreAsOnTheHoldOutAgain() {
    ConceptWatch watch = new ConceptWatch(holdOut(random, 500));
    changes(watch, 1_000, random::nextGaussian);
    changes(watch, 600, () -> 3 * random.nextGaussian());
    assertEquals(Status.DRIFTED, watch.verdict().status());
    changes(watch, 3_000, random::nextGaussian);
    assertFalse(watch.verdict().status() == Status.DRIFTED, watch.verdict().reason().english());
  }

  @Test
  void theResidualTellsAMoveFromASpread() {
    HoldOutErrors before = holdOut(random, 500);
    PerformanceWatch moved = new PerformanceWatch(before);
    feed(moved, 600, () -> 1 + random.nextGaussian());
    ResidualVerdict verdict = moved.residual(before);
    assertEquals(Status.DRIFTED, verdict.status());
    assertEquals(1, verdict.shift(), .2);
    assertTrue(verdict.reason().english().contains("too high"), verdict.reason().english());
    PerformanceWatch spread = new PerformanceWatch(before);
    feed(spread, 600, () -> 2 * random.nextGaussian());
    assertEquals(4, spread.residual(before).varianceRatio(), .8);
    assertTrue(spread.residual(before).reason().english().contains("spread more"));
    PerformanceWatch same = new PerformanceWatch(before);
    feed(same, 600, random::nextGaussian);
    assertEquals(Status.STEADY, same.residual(before).status());
  }

  @Test
  void aRestartChangesNothing() {
    HoldOutErrors before = holdOut(random, 300);
    PerformanceWatch whole = new PerformanceWatch(before);
    PerformanceWatch again = new PerformanceWatch(before);
    ConceptWatch concept = new ConceptWatch(before);
    ConceptWatch conceptAgain = new ConceptWatch(before);
    for (int i = 0; i < 3_000; i++) {
      double error = (i > 2_000 ? 2 : 1) * random.nextGaussian();
      whole.add(error);
      again.add(error);
      concept.add(error);
      conceptAgain.add(error);
      if (i % 97 == 0) {
        again = PerformanceWatch.of(again.bytes());
        conceptAgain = ConceptWatch.of(conceptAgain.bytes());
      }
    }
    assertEquals(whole.verdict(), again.verdict());
    assertArrayEquals(whole.bytes(), again.bytes());
    assertEquals(concept.verdict(), conceptAgain.verdict());
    assertArrayEquals(concept.bytes(), conceptAgain.bytes());
  }
}
