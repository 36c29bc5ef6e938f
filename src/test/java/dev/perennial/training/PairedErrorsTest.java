package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Verdict;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

final class PairedErrorsTest {
  private static final double[] ERRORS =
      new Random(8).doubles(500).map(e -> -Math.log(1 - e)).toArray();

  private static double[] map(DoubleUnaryOperator change) {
    return Arrays.stream(ERRORS).map(change).toArray();
  }

  private static Verdict judge(double[] candidate, double[] champion, boolean mustBeBetter) {
    return new Gate(Margins.USUAL, 1, mustBeBetter).judge(new PairedErrors(candidate, champion));
  }

  private static boolean passed(Verdict verdict, String rule) {
    return verdict.rules().stream()
        .filter(each -> each.name().equals(rule))
        .findFirst()
        .orElseThrow()
        .passed();
  }

  @Test
  void countsErrorsByHand() {
    PairedErrors errors = new PairedErrors(new double[] {1, 2, 3}, new double[] {2, 2, 8});
    assertEquals(2, PairedErrors.mean(errors.candidate(), errors.all()), 1e-12);
    assertEquals(
        Math.sqrt(72 / 3.0), PairedErrors.rootMeanSquare(errors.champion(), errors.all()), 1e-12);
    assertEquals(2, errors.lead(), 1e-12);
    assertEquals(.5, PairedErrors.growth(3, 2), 1e-12);
  }

  @Test
  void testsTheLeadAsCommonsStatisticsDoes() {
    Random random = new Random(3);
    double[] candidate = map(e -> Math.abs(.97 * e + .1 * random.nextGaussian()));
    double p = new PairedErrors(candidate, ERRORS).better();
    assertEquals(
        TTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .pairedTest(ERRORS, candidate)
            .getPValue(),
        p,
        1e-9 * p);
  }

  @Test
  void findsNoLeadWhereNothingDiffersOrNothingIsThere() {
    assertEquals(1, new PairedErrors(ERRORS, ERRORS).better());
    assertEquals(1, new PairedErrors(new double[0], new double[0]).better());
    assertEquals(1, new PairedErrors(new double[] {1}, new double[] {2}).better());
  }

  @Test
  void admitsWhoHalvesTheErrorAndRefusesWhoDoublesIt() {
    assertTrue(judge(map(e -> e / 2), ERRORS, true).admitted());
    assertFalse(judge(ERRORS, map(e -> e / 2), false).admitted());
  }

  @Test
  void equalsAreNotWorseAndNotBetter() {
    assertFalse(judge(ERRORS, ERRORS, true).admitted());
    assertTrue(judge(ERRORS, ERRORS, false).admitted());
  }

  @Test
  void refusesRareHugeMissesThoughTheMeanErrorIsSmaller() {
    double[] candidate = map(e -> .6 * e);
    for (int i = 0; i < candidate.length; i += 50) {
      candidate[i] = 10;
    }
    Verdict verdict = judge(candidate, ERRORS, false);
    assertTrue(passed(verdict, "absolute-error"));
    assertFalse(passed(verdict, "squared-error"));
    assertFalse(verdict.admitted());
  }

  @Test
  void saysEachRuleInNumbersAlsoOfAChampionWithoutErrors() {
    Verdict verdict = judge(ERRORS, new double[ERRORS.length], true);
    assertFalse(verdict.admitted());
    verdict.rules().forEach(rule -> assertFalse(rule.sentence().contains("NaN"), rule.sentence()));
  }
}
