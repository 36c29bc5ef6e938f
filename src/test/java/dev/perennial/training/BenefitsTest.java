package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.model.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenefitsTest {
  @TempDir private Path home;
  private House house;
  private Runs runs;

  @BeforeEach
  void open() {
    house = new House(home, new World(1, 8).seed(1_000, "weka.classifiers.trees.J48", "-M 10"));
    runs = house.runs(RowPolicy.USUAL, true);
  }

  @AfterEach
  void close() {
    runs.close();
    house.close();
  }

  private Benefits benefits(int newLabels) {
    return new Benefits(
        new Benefits.Options(newLabels, Duration.ofMinutes(1), Margins.USUAL, false),
        runs,
        house.rows(RowPolicy.USUAL),
        house.registry,
        new LabelLog(house.database),
        house.clock);
  }

  private void label(World world, int rows) {
    for (int i = 0; i < rows; i++) {
      World.Labelled each = world.next();
      house.labelled(each.row(), each.label(), LabelSource.TOKEN);
    }
    house.settle();
  }

  /** Looks until there is another answer than this. */
  private static Benefit after(Benefits benefits, Benefit before) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      benefits.look();
      Benefit now = benefits.of("sea");
      if (!now.equals(before) && !now.sentence().equals(Benefits.SOON)) {
        return now;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("still " + before);
  }

  @Test
  void tellsWhatARetrainingWouldGainAndChangesNothing() throws Exception {
    label(new World(2, 14), 1_500);
    Benefits benefits = benefits(200);
    Benefit found = after(benefits, benefits.of("sea"));
    var gain = found.measured().orElseThrow().verdict().gain().orElseThrow();
    assertTrue(gain.low() > 0.1, found.toString());
    assertEquals(300, found.measured().orElseThrow().rows());
    assertEquals(1, found.measured().orElseThrow().version());
    assertTrue(
        found
            .sentence()
            .english()
            .matches("A retraining would gain about .* points of .* version 1 \\(95 %.*"),
        found.sentence().english());
    assertEquals(1, house.registry.versions("sea").size());
    assertEquals(1, house.registry.history("sea").size());
    assertEquals(List.of(), runs.newest(Optional.empty(), Long.MAX_VALUE, 10));
  }

  @Test
  void tellsThatNothingIsGainedWhereNothingHasChanged() throws Exception {
    label(new World(2, 8), 1_500);
    Benefits benefits = benefits(200);
    Benefit found = after(benefits, benefits.of("sea"));
    var verdict = found.measured().orElseThrow().verdict();
    assertFalse(verdict.better(), found.toString());
    assertTrue(verdict.gain().orElseThrow().low() <= 0, found.toString());
    assertTrue(
        found.sentence().english().endsWith(": it may be nothing)."), found.sentence().english());
  }

  @Test
  void whereEveryRowIsAnsweredAlikeNoFigureIsTold() {
    Verdict verdict =
        new Verdict(false, true, Optional.of(new Verdict.Gain(0, 0, 0, 400)), List.of());
    assertEquals(
        "A retraining would gain nothing: its candidate was right on the rows on which version 3"
            + " was right, and on no others.",
        Benefit.of(new Benefit.Measured(3, Instant.EPOCH, 400, verdict)).sentence().english());
  }

  @Test
  void waitsForNewLabelsAndMeasuresAgainOnlyAfterAsManyMore() throws Exception {
    label(new World(2, 14), 199);
    Benefits benefits = benefits(200);
    benefits.look();
    assertEquals(
        "What a retraining would gain is measured after 200 new labels; 199 have come.",
        benefits.of("sea").sentence().english());
    label(new World(4, 14), 601);
    Benefit first = after(benefits, benefits.of("sea"));
    assertTrue(first.measured().isPresent(), first.sentence().english());
    label(new World(5, 14), 150);
    benefits.look();
    assertEquals(first, benefits.of("sea"));
  }

  @Test
  void isOffByItsSetting() {
    label(new World(2, 14), 300);
    Benefits benefits = benefits(0);
    benefits.look();
    assertEquals("Not measured.", benefits.of("sea").sentence().english());
  }
}
