package dev.perennial.monitor;

import static dev.perennial.monitor.Check.near;
import static dev.perennial.monitor.Check.same;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;

class TailsTest {
  @Test
  void theTablesOfEveryTextbookHold() {
    near(.05, Tails.twoSidedNormal(1.959963985), 1e-8);
    near(3.841458821, Tails.chiSquareBound(.05, 1), 1e-9);
    near(36.19086913, Tails.chiSquareBound(.01, 19), 1e-9);
    same(11 / 1024.0, Tails.binomial(9, 10, .5));
  }

  @Test
  void missingValuesAgreeWithFishersExactTest() {
    for (int live = 0; live <= 12; live++) {
      double oracle =
          FisherExactTest.withDefaults()
              .with(AlternativeHypothesis.GREATER_THAN)
              .test(new int[][] {{live, 400 - live}, {7, 993}})
              .getPValue();
      same(oracle, Tails.hypergeometric(live, 400, 7, 1000));
    }
  }

  @Test
  void withoutFreedomNothingIsUnlikely() {
    assertEquals(1, Tails.chiSquare(99, 0));
    assertEquals(1, Tails.twoSidedNormal(Double.NaN));
    assertEquals(1, Tails.binomial(0, 10, .1));
  }
}
