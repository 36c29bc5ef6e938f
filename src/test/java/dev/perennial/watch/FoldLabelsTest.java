package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.log.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldLabelsTest {
  @TempDir Path home;
  private FoldStage stage;

  @BeforeEach
  void open() {
    stage = FoldStage.iris(home);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aLabelCountsAtItsPredictionsTimeAndACorrectionMovesIt() {
    Entry.Answered row = stage.setosa(FoldStage.START);
    stage.fold(List.of(row, stage.label(row, FoldStage.START.plusSeconds(5), "virginica")));
    assertEquals(1, stage.firstHour().labels().confusion().n());
    assertEquals(0, stage.firstHour().labels().confusion().correct());

    stage.store(row);
    stage.fold(List.of(stage.label(row, FoldStage.START.plusSeconds(86_400), "setosa")));
    stage.fold(List.of(stage.label(row, FoldStage.START.plusSeconds(86_401), "setosa")));

    assertEquals(1, stage.firstHour().labels().confusion().n());
    assertEquals(1, stage.firstHour().labels().confusion().correct());
    assertEquals(1, stage.watch().labels());
    assertEquals(1, stage.watch().corrections());
    assertEquals(
        0,
        stage.sum(FoldStage.START.plusSeconds(80_000), FoldStage.START.plusSeconds(87_000)).rows());
  }

  @Test
  void aLabelWithoutItsPredictionIsCountedAsLost() {
    stage.fold(List.of(stage.label(stage.setosa(FoldStage.START), FoldStage.START, "setosa")));

    assertEquals(1, stage.fold.lost());
  }

  @Test
  void labelsOfOnePredictionThatCrossBatchesOutOfOrderCountOnce() {
    Entry.Answered row = stage.setosa(FoldStage.START);
    stage.fold(List.of(row));
    stage.store(row);
    Entry.Label later = stage.label(row, FoldStage.START.plusSeconds(6), "setosa");
    stage.fold(List.of(later));
    Entry.Label earlier = stage.label(row, FoldStage.START.plusSeconds(5), "virginica");
    stage.fold(List.of(earlier));
    assertEquals(1, stage.firstHour().labels().confusion().n());
    assertEquals(1, stage.firstHour().labels().confusion().correct());
    assertEquals(1, stage.watch().labels());
  }
}
