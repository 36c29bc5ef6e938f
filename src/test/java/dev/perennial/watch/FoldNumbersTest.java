package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry;
import dev.perennial.model.Row;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.monitor.Status;
import dev.perennial.web.Trained;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fold of labels that are numbers. */
class FoldNumbersTest {
  private static final Instant LATER = FoldStage.START.plusSeconds(60);

  @TempDir Path home;

  private static Entry.Answered ten(FoldStage stage) {
    return stage.answered(FoldStage.START, Row.of(10));
  }

  private static String off(Entry.Answered row, double by) {
    return Double.toString(row.prediction().value() - by);
  }

  private static SpanFigures.OfNumbers figures(FoldStage stage) {
    return SpanFigures.numbers(stage.firstHour());
  }

  @Test
  void aNumberIsWatchedAsAnAnswerAndItsLabelsAsErrors() {
    try (FoldStage stage = new FoldStage(home, Trained.twice())) {
      Entry.Answered row = ten(stage);
      Entry.Answered other = ten(stage);
      stage.store(other);
      stage.fold(List.of(row, other, stage.label(row, LATER, off(row, 2))));
      stage.fold(List.of(stage.label(other, LATER, off(other, -1))));

      assertEquals(2, stage.firstHour().rows());
      assertEquals(2, figures(stage).labels());
      assertEquals(1.5, figures(stage).mae(), 1e-12);
      assertEquals(.5, figures(stage).bias(), 1e-12);
      assertEquals(Math.sqrt(2.5), figures(stage).rmse(), 1e-12);
      assertEquals(60, figures(stage).lagSeconds(), 2);
      assertEquals(2, stage.watch().labels());
      assertEquals(0, stage.fold.lost());
    }
  }

  @Test
  void theSameNumberInOtherWordsCountsOnceAndACorrectionUndoesWhatItReplaces() {
    try (FoldStage stage = new FoldStage(home, Trained.twice())) {
      Entry.Answered row = ten(stage);
      stage.store(row);
      stage.fold(List.of(row, stage.label(row, LATER, "1000000000000")));
      stage.fold(List.of(stage.label(row, LATER.plusSeconds(1), "1e12")));
      assertEquals(1, figures(stage).labels());
      assertEquals(0, stage.watch().corrections());
      stage.fold(List.of(stage.label(row, LATER.plusSeconds(2), off(row, 3))));

      assertEquals(1, stage.watch().labels());
      assertEquals(1, stage.watch().corrections());
      assertEquals(1, figures(stage).labels());
      assertEquals(3, figures(stage).mae(), 1e-12);
      assertEquals(3, figures(stage).bias(), 1e-12);
    }
  }

  @Test
  void aTransactionThatIsRolledBackCountsNothing() {
    try (FoldStage stage = new FoldStage(home, Trained.twice())) {
      Entry.Answered row = ten(stage);
      Entry.Label label = stage.label(row, LATER, off(row, 2));
      assertThrows(
          RuntimeException.class,
          () ->
              stage.database.run(
                  handle -> {
                    stage.fold.accept(handle, new ArrayList<>(List.of(row, label)));
                    throw new IllegalStateException("killed");
                  }));
      stage.restart();
      stage.fold(List.of(row, label));
      assertEquals(1, figures(stage).labels());
      assertEquals(1, stage.watch().labels());
      assertEquals(2, figures(stage).mae(), 1e-12);
    }
  }

  @Test
  void growingErrorsAreJudgedAndSurviveARestart() {
    try (FoldStage stage = new FoldStage(home, Trained.twice())) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        Entry.Answered row = ten(stage);
        entries.add(row);
        entries.add(stage.label(row, LATER, off(row, i < 300 ? i % 2 : 300)));
      }
      stage.fold(entries.subList(0, 900));
      stage.restart();
      stage.fold(entries.subList(900, 1_400));

      assertEquals(Status.DRIFTED, stage.watch().performance().orElseThrow().verdict().status());
      assertEquals(Status.DRIFTED, stage.watch().concept().orElseThrow().verdict().status());
      assertTrue(stage.watch().track().isEmpty());
    }
  }
}
