package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

class ForgettingTest {
  private static final Manifest.Algorithm BAYES =
      new Manifest.Algorithm("weka.classifiers.bayes.NaiveBayes", "", 1);
  private static final Optional<Double> UNKNOWN = Optional.empty();

  private static void nothing() {}

  private static List<Example> logged(List<Instance> rows) {
    return rows.stream().map(row -> new Example(row, "token", Optional.of(Instant.EPOCH))).toList();
  }

  private static RowPolicy policy(Optional<Integer> halfLife, Duration longest) {
    RowPolicy usual = RowPolicy.USUAL;
    return new RowPolicy(
        usual.preset(), usual.window(), usual.most(), halfLife, longest, false, usual.newest());
  }

  private static Forgetting of(RowPolicy policy, Drifting.Kind kind, int rows) {
    Drifting stream = new Drifting(kind, 3, 3_000, 3_001);
    return new Forgetting(policy, stream.header(), logged(stream.rows(0, rows, false)));
  }

  @Test
  void forgetsFastWhereTheWorldHasChanged() {
    int[] steps = {0};
    HalfLife choice =
        of(RowPolicy.USUAL, Drifting.Kind.STAGGER, 5_000).choose(BAYES, UNKNOWN, () -> steps[0]++);
    assertTrue(choice.chosen());
    assertTrue(choice.length() <= 1_000, choice.sentence());
    assertTrue(choice.sentence().contains("foretold the newest 1000 rows"), choice.sentence());
    assertTrue(choice.sentence().contains("none "), choice.sentence());
    assertEquals(6, steps[0]);
  }

  @Test
  void remembersLongWhereNothingChanges() {
    HalfLife choice =
        of(RowPolicy.USUAL, Drifting.Kind.HYPERPLANE_AT_REST, 8_000)
            .choose(BAYES, UNKNOWN, ForgettingTest::nothing);
    assertTrue(choice.chosen());
    assertTrue(choice.length() >= 4_000, choice.sentence());
  }

  @Test
  void takesTheUsualHalfLifeWhereRowsAreTooFewToChoose() {
    Forgetting few = of(RowPolicy.USUAL, Drifting.Kind.SEA, 499);
    assertEquals(0, few.trainings());
    HalfLife choice = few.choose(BAYES, UNKNOWN, ForgettingTest::nothing);
    assertEquals(Optional.of(1_000), choice.rows());
    assertFalse(choice.chosen());
    assertEquals(
        "A row weighs half as much as one that is 1000 rows newer, as usual: to choose takes 500 labelled rows to learn from, and there are 499.",
        choice.sentence());
    assertEquals(6, of(RowPolicy.USUAL, Drifting.Kind.SEA, 500).trainings());
  }

  @Test
  void rowsOfTheReferenceAloneAllWeighTheSame() {
    Drifting stream = new Drifting(Drifting.Kind.SEA, 3, 3_000, 3_001);
    List<Example> reference =
        stream.rows(0, 600, false).stream()
            .map(row -> new Example(row, Example.REFERENCE, Optional.empty()))
            .toList();
    HalfLife choice =
        new Forgetting(RowPolicy.USUAL, stream.header(), reference)
            .choose(BAYES, UNKNOWN, ForgettingTest::nothing);
    assertEquals(Optional.empty(), choice.rows());
    assertTrue(
        TrainingRows.weighted(reference, choice.length()).stream()
            .allMatch(each -> each.row().weight() == 1));
  }

  @Test
  void choosesNothingWhereATrainingTakesTooLong() {
    Forgetting slow = of(policy(Optional.empty(), Duration.ofNanos(1)), Drifting.Kind.SEA, 1_000);
    HalfLife took = slow.choose(BAYES, UNKNOWN, ForgettingTest::nothing);
    assertEquals(Optional.of(1_000), took.rows());
    assertTrue(took.sentence().contains("as usual: a training took"), took.sentence());
    HalfLife expected =
        of(RowPolicy.USUAL, Drifting.Kind.SEA, 1_000)
            .choose(
                BAYES,
                Optional.of(61_000.0),
                () -> {
                  throw new AssertionError("nothing is trained");
                });
    assertTrue(
        expected.sentence().contains("a training will take about 61 s, and beyond 60 s"),
        expected.sentence());
  }

  @Test
  void aSettingFixesIt() {
    HalfLife fixed =
        of(policy(Optional.of(300), Duration.ofMinutes(1)), Drifting.Kind.SEA, 1_000)
            .choose(BAYES, UNKNOWN, ForgettingTest::nothing);
    assertEquals(Optional.of(300), fixed.rows());
    assertFalse(fixed.chosen());
  }

  @Test
  void whoeverCancelsEndsTheChoice() {
    Forgetting forgetting = of(RowPolicy.USUAL, Drifting.Kind.SEA, 1_000);
    assertThrows(
        ActiveRun.Ended.class,
        () ->
            forgetting.choose(
                BAYES,
                UNKNOWN,
                () -> {
                  throw new ActiveRun.Ended();
                }));
  }

  @Test
  void choosesForNumbersByTheirError() {
    Instances structure =
        new Instances("line", new ArrayList<>(List.of(new Attribute("x"), new Attribute("y"))), 0);
    structure.setClassIndex(1);
    List<Instance> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double x = i % 10;
      Instance row = new DenseInstance(1, new double[] {x, i < 1_400 ? x : -x});
      row.setDataset(structure);
      rows.add(row);
    }
    HalfLife choice =
        new Forgetting(RowPolicy.USUAL, structure, logged(rows))
            .choose(
                new Manifest.Algorithm("weka.classifiers.functions.LinearRegression", "", 1),
                UNKNOWN,
                ForgettingTest::nothing);
    assertEquals(Optional.of(500), choice.rows(), choice.sentence());
    assertTrue(choice.sentence().contains("mean absolute error"), choice.sentence());
  }

  @Test
  void aSchemeThatTheOlderRowsCannotTeachTakesTheUsualHalfLife() {
    HalfLife choice =
        of(RowPolicy.USUAL, Drifting.Kind.SEA, 1_000)
            .choose(
                new Manifest.Algorithm("weka.classifiers.functions.LinearRegression", "", 1),
                UNKNOWN,
                ForgettingTest::nothing);
    assertFalse(choice.chosen());
    assertEquals(Optional.of(1_000), choice.rows());
  }
}
