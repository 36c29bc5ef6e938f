package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final List<String> LABELS = List.of("no", "yes");

  /**
   * Two classes, both models sure of themselves.
   *
   * @param candidate share of rows that the candidate gets right
   */
  private static Duel duel(int rows, double candidate, double champion, long seed) {
    Random random = new Random(seed);
    int[] actual = new int[rows];
    double[][] ours = new double[rows][];
    double[][] theirs = new double[rows][];
    for (int i = 0; i < rows; i++) {
      actual[i] = i % 2;
      ours[i] = answer(actual[i], random.nextDouble() < candidate);
      theirs[i] = answer(actual[i], random.nextDouble() < champion);
    }
    return new Duel(LABELS, actual, ours, theirs);
  }

  private static double[] answer(int actual, boolean right) {
    return (actual == 1) == right ? new double[] {0.1, 0.9} : new double[] {0.9, 0.1};
  }

  private static Verdict.Rule rule(Verdict verdict, String name) {
    return verdict.rules().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  private static Verdict judge(Duel duel, boolean mustBeBetter) {
    return new Gate(Margins.USUAL, 1, mustBeBetter).judge(duel);
  }

  @Test
  void admitsABetterCandidateAndSaysByHowMuch() {
    Verdict verdict = judge(duel(2_000, 0.95, 0.85, 1), true);
    assertTrue(verdict.admitted(), verdict.toString());
    assertTrue(verdict.better());
    Verdict.Gain gain = verdict.gain().orElseThrow();
    assertEquals(0.10, gain.accuracy(), 0.03);
    assertTrue(0.05 < gain.low() && gain.low() < gain.accuracy(), gain.toString());
    assertTrue(gain.accuracy() < gain.high() && gain.high() < 0.16, gain.toString());
  }

  @Test
  void refusesAWorseCandidate() {
    Verdict verdict = judge(duel(2_000, 0.80, 0.85, 2), false);
    assertFalse(verdict.admitted());
    assertFalse(rule(verdict, "accuracy").passed());
    assertFalse(rule(verdict, "log-loss").passed());
    assertTrue(rule(verdict, "accuracy").sentence().startsWith("Accuracy went from 8"));
  }

  @Test
  void admitsTheSameAnswersUnlessBetterIsAskedFor() {
    Duel one = duel(400, 0.9, 0.9, 3);
    Duel same = new Duel(LABELS, one.actual(), one.champion(), one.champion());
    assertTrue(judge(same, false).admitted());
    assertFalse(judge(same, false).better());
    assertFalse(judge(same, true).admitted());
  }

  @Test
  void admitsNobodyOnTooFewRows() {
    Verdict verdict = judge(duel(99, 1, 0.5, 4), false);
    assertFalse(verdict.admitted());
    assertEquals(
        "99 rows were judged that neither model was trained on; at least 100 are needed.",
        rule(verdict, "enough-rows").sentence());
    assertFalse(
        judge(new Duel(LABELS, new int[0], new double[0][], new double[0][]), false).admitted());
  }

  @Test
  void refusesACandidateThatGivesUpAClass() {
    int rows = 4_000;
    int[] actual = new int[rows];
    double[][] ours = new double[rows][];
    double[][] theirs = new double[rows][];
    for (int i = 0; i < rows; i++) {
      actual[i] = i % 40 == 0 ? 1 : 0;
      ours[i] = answer(actual[i], actual[i] == 0);
      theirs[i] = answer(actual[i], actual[i] == 1 || i % 30 != 1);
    }
    Verdict verdict = judge(new Duel(LABELS, actual, ours, theirs), false);
    assertTrue(rule(verdict, "accuracy").passed());
    assertFalse(rule(verdict, "classes").passed());
    assertTrue(rule(verdict, "classes").sentence().contains("yes (F1 went from "), "" + verdict);
    assertFalse(verdict.admitted());
  }

  @Test
  void theSameSeedGivesTheSameVerdict() {
    assertEquals(judge(duel(300, 0.9, 0.88, 5), false), judge(duel(300, 0.9, 0.88, 5), false));
  }

  @Test
  void callsEquallyGoodModelsBetterInAtMostFivePerCent() {
    int better = 0;
    for (int i = 0; i < 400; i++) {
      Duel duel = duel(300, 0.9, 0.9, 1_000 + i);
      int wins = 0;
      int losses = 0;
      for (int row : duel.all()) {
        boolean ours = duel.candidateSide().right(row);
        boolean theirs = duel.championSide().right(row);
        wins += ours && !theirs ? 1 : 0;
        losses += theirs && !ours ? 1 : 0;
      }
      better += McNemar.better(wins, losses) < 0.05 ? 1 : 0;
    }
    assertTrue(better <= 24, better + " of 400");
  }

  @Test
  void mcNemarAgreesWithValuesWorkedByHand() {
    assertEquals(56.0 / 1024, McNemar.better(8, 2), 1e-12);
    assertEquals(1.0 / 32, McNemar.better(5, 0), 1e-12);
    assertEquals(1, McNemar.better(0, 7), 0);
    assertEquals(1, McNemar.better(0, 0), 0);
  }

  @Test
  void theBootstrapOfAMeanAgreesWithTheNormalDistribution() {
    double[] values = new Random(7).doubles(1_000).toArray();
    Resamples means =
        Resamples.of(
            1_000,
            9,
            rows -> {
              double sum = 0;
              for (int row : rows) {
                sum += values[row];
              }
              return sum / rows.length;
            });
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double deviation =
        Math.sqrt(java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 1_000);
    double half = 1.959964 * deviation / Math.sqrt(1_000);
    assertEquals(mean - half, means.quantile(0.025), 0.1 * half);
    assertEquals(mean + half, means.quantile(0.975), 0.1 * half);
  }

  @Test
  void figuresAgreeWithTheScoresOfAllRows() {
    Duel duel = duel(500, 0.8, 0.7, 6);
    var scores = Scores.classes(LABELS, duel.actual(), duel.candidate()).classes().orElseThrow();
    Duel.Side side = duel.candidateSide();
    assertEquals(scores.accuracy(), side.accuracy(duel.all()), 1e-12);
    assertEquals(scores.macroF1(), side.macroF1(duel.all()), 1e-12);
    assertEquals(scores.logLoss(), side.logLoss(duel.all()), 1e-12);
    assertEquals(scores.perClass().get(1).f1(), side.f1(duel.all(), 1), 1e-12);
  }
}
