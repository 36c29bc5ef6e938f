package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldVersionsTest {
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
  void aVersionWhoseFilesAreLostIsNotWatchedAndStopsNoOtherRow() throws Exception {
    Files.delete(home.resolve("registry/iris/1/classifier.model"));
    stage.fold(
        List.of(
            stage.setosa(FoldStage.START),
            new Entry.Request(Ids.firstAt(FoldStage.START), "", "GET", "/a", 200, 5)));

    assertTrue(stage.watches.read(stage.version).isEmpty());
    assertEquals(1, stage.firstMinutesRequests().span().requests());
  }

  @Test
  void theReferenceTakesInputsFromTrainingAndAnswersFromTheHoldOut() {
    Reference reference = stage.references.of(stage.version);

    assertEquals(120, reference.profile().rows());
    assertEquals(120, reference.profile().columns().get(0).rows());
    assertEquals(30, reference.profile().columns().get(4).rows());
    assertEquals(30, reference.holdOut().orElseThrow().n());
    assertTrue(
        reference.profile().columns().get(2).column().importance() > 0,
        reference.profile().columns().toString());
    stage.restart();
    assertEquals(
        reference.profile().columns().get(2).mean(),
        stage.references.of(stage.version).profile().columns().get(2).mean());
  }

  @Test
  void whatCouldNotBeMadeIsTriedAgainAfterAMinute() throws Exception {
    Path file = home.resolve("registry/iris/1/classifier.model");
    byte[] lost = Files.readAllBytes(file);
    Files.delete(file);
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    Files.write(file, lost);
    stage.clock.move(Duration.ofSeconds(59));
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    assertTrue(stage.watches.read(stage.version).isEmpty());

    stage.clock.move(Duration.ofSeconds(2));
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    assertEquals(1, stage.watch().rows());
  }

  @Test
  void aStoredReferenceThatCannotBeReadStopsNoRow() {
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    stage.database.run(handle -> handle.execute("UPDATE reference SET body = '{'"));
    stage.restart();
    stage.fold(
        List.of(
            stage.setosa(FoldStage.START),
            new Entry.Request(Ids.firstAt(FoldStage.START), "", "GET", "/a", 200, 5)));

    assertEquals(1, stage.firstMinutesRequests().span().requests());
  }

  @Test
  void aReferenceIsMadeBeforeTheFirstRowComes() {
    stage.references.prepare();

    assertEquals(
        1L,
        stage.database.<Long>read(
            handle ->
                handle.createQuery("SELECT COUNT(*) FROM reference").mapTo(Long.class).one()));
  }

  @Test
  void aRowOfAnOlderVersionThatComesAfterAPromotionCountsForItsOwn() {
    LoadedModel newer = stage.another();
    Entry.Answered first = stage.answered(newer, FoldStage.START, Row.of(6, 3, 5, 2));
    Entry.Answered late = stage.setosa(FoldStage.START.plusSeconds(1));
    stage.fold(List.of(first));
    stage.fold(List.of(late, stage.answered(newer, FoldStage.START, Row.of(6, 3, 5, 2))));

    assertEquals(1, stage.watch().rows());
    assertEquals(2, stage.watches.read(newer.id().key()).orElseThrow().rows());
    assertEquals(1, stage.firstHour().rows());
  }
}
