package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelSource;
import dev.perennial.monitor.Diagnosis.Code;
import dev.perennial.training.RowChoices.Advice;
import dev.perennial.training.RowChoices.Why;
import dev.perennial.training.RowPolicy.Preset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowChoicesTest {
  @TempDir private Path home;
  private House house;

  @BeforeEach
  void open() {
    house = new House(home, new World(1, 8).seed(100, "weka.classifiers.trees.J48", "-M 10"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Labels so many rows, and says when the first of them was asked at the earliest. */
  private Instant label(int rows) throws InterruptedException {
    house.settle();
    Thread.sleep(5);
    Instant begin = house.clock.instant();
    for (World.Labelled each : new World(2, 14).rows(rows)) {
      house.labelled(each.row(), each.label(), LabelSource.TOKEN);
    }
    house.settle();
    return begin;
  }

  private RowChoices choices() {
    return house.rows(RowPolicy.USUAL).choices("sea");
  }

  @Test
  void countsWhatEachChoiceTakesAndAdvisesTheRowsSinceADriftWhereOneHarms() throws Exception {
    label(60);
    Instant drift = label(100);
    house.watched = new Watched(Optional.of(drift), List.of());
    RowChoices choices = choices();
    RowChoices.Choice all = choices.of(Preset.ALL);
    assertEquals(80, all.reference());
    assertEquals(160, all.labelled());
    TrainingData run = house.rows(RowPolicy.USUAL).gather("sea", Preset.ALL);
    assertEquals(run.newest().size(), all.judged());
    RowChoices.Choice since = choices.of(Preset.SINCE_DRIFT);
    assertEquals(0, since.reference());
    assertEquals(100, since.labelled());
    assertEquals(
        house.rows(RowPolicy.USUAL).gather("sea", Preset.SINCE_DRIFT).newest().size(),
        since.judged());
    assertEquals(160, choices.of(Preset.RECENT).labelled());
    Advice drifted = new Advice(Preset.SINCE_DRIFT, Why.SINCE_DRIFT);
    assertEquals(drifted, choices.advise(Code.HARMFUL_SHIFT));
    assertEquals(drifted, choices.advise(Code.CONCEPT_DRIFT));
    for (Code code : List.of(Code.DATA_FAULT, Code.HARMLESS_SHIFT, Code.STALE, Code.HEALTHY)) {
      assertEquals(new Advice(Preset.ALL, Why.USUAL), choices.advise(code));
    }
  }

  @Test
  void advisesRecentRowsWhereTooFewAreNewerThanTheDriftAndAllWhereFewAreLabelled()
      throws Exception {
    assertEquals(new Advice(Preset.ALL, Why.TOO_FEW), choices().advise(Code.HARMFUL_SHIFT));
    assertFalse(choices().of(Preset.RECENT).enough());
    label(60);
    Instant drift = label(10);
    house.watched = new Watched(Optional.of(drift), List.of());
    RowChoices choices = choices();
    assertEquals(10, choices.of(Preset.SINCE_DRIFT).labelled());
    assertFalse(choices.of(Preset.SINCE_DRIFT).enough());
    assertTrue(choices.of(Preset.RECENT).enough());
    assertEquals(new Advice(Preset.RECENT, Why.RECENT), choices.advise(Code.HARMFUL_SHIFT));
  }
}
