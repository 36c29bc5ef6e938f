package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.log.Entry;
import dev.perennial.log.Ids;
import dev.perennial.model.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldTest {
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
  void rowsCountInTheirMinuteHourAndDay() {
    stage.fold(
        List.of(
            stage.setosa(FoldStage.START),
            stage.setosa(FoldStage.START.plusSeconds(70)),
            stage.setosa(FoldStage.START.plusSeconds(80))));
    stage.fold(
        List.of(
            stage.setosa(FoldStage.START.plusSeconds(75)),
            stage.setosa(FoldStage.START.plusSeconds(7200))));

    Instant hour = FoldStage.START.plusSeconds(3600);
    assertEquals(List.of(1L, 3L), stage.rows(FoldStage.START, hour, Duration.ofMinutes(1)));
    assertEquals(
        List.of(4L, 1L),
        stage.rows(FoldStage.START, FoldStage.START.plusSeconds(10_800), Duration.ofHours(1)));
    assertEquals(
        List.of(3L), stage.rows(FoldStage.START.plusSeconds(60), hour, Duration.ofHours(1)));
    Instant days = FoldStage.START.plusSeconds(40L * 86_400);
    assertEquals(5, stage.sum(FoldStage.START, days).rows());
    assertEquals(
        List.of(5L), stage.rows(FoldStage.START.minusSeconds(36_000), days, Duration.ofDays(1)));
    assertEquals(
        2,
        stage
                .sum(
                    FoldStage.START.plusSeconds(61).plusMillis(5),
                    FoldStage.START.plusSeconds(7260))
                .rows()
            - 2);
    assertEquals(5, stage.watch().rows());
    assertEquals(FoldStage.START.plusSeconds(7200).toEpochMilli(), stage.watch().lastRowMillis());
  }

  @Test
  void aTransactionThatIsRolledBackLeavesNoTrace() {
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    assertThrows(
        IllegalStateException.class,
        () ->
            stage.database.run(
                handle -> {
                  stage.fold.accept(handle, List.of(stage.setosa(FoldStage.START)));
                  throw new IllegalStateException("the disk is full");
                }));
    stage.fold(List.of(stage.setosa(FoldStage.START)));

    assertEquals(2, stage.watch().rows());
    assertEquals(2, stage.firstHour().rows());
  }

  @Test
  void aRestartChangesNoVerdict() {
    for (int i = 0; i < 30; i++) {
      List<Entry> some = new ArrayList<>();
      for (int k = 0; k < 10; k++) {
        some.add(
            stage.answered(
                FoldStage.START.plusSeconds(i),
                Row.of(5 + k / 10.0, 3.1, 1.4 + i / 10.0, .2 + k / 10.0)));
      }
      stage.fold(some);
    }
    byte[] before = stage.watch().bytes();
    stage.restart();

    assertArrayEquals(before, stage.watch().bytes());
    assertEquals(1, stage.watch().drift().windowsClosed());
    stage.fold(List.of(stage.setosa(FoldStage.START.plusSeconds(60))));
    assertEquals(301, stage.watch().rows());
  }

  @Test
  void aTickOfItsOwnClosesTheWindowByTime() {
    for (int i = 0; i < 60; i++) {
      stage.fold(List.of(stage.setosa(FoldStage.START.plusSeconds(i))));
    }
    assertEquals(0, stage.watch().drift().windowsClosed());
    stage.database.run(
        handle ->
            stage.watches.change(
                handle,
                stage.version,
                watch -> watch.tick(FoldStage.START.plusSeconds(3700).toEpochMilli())));

    assertEquals(1, stage.watch().drift().windowsClosed());
  }

  @Test
  void requestsAreSummedByRouteAndStage() {
    long id = Ids.firstAt(FoldStage.START);
    stage.fold(
        List.of(
            new Entry.Request(id, "", "POST", "/a", 200, 1_000),
            new Entry.Request(id + 1, "", "POST", "/a", 503, 3_000)));
    stage.fold(List.of(new Entry.Request(id + 2, "", "POST", "/a", 200, 1_000)));
    var sums = stage.firstMinutesRequests();

    assertEquals(3, sums.span().requests());
    assertEquals(1, sums.span().errors());
    assertEquals(1_000, sums.micros("total", .5), 20);
  }

  @Test
  void aDamagedStateIsBegunAnewAndStopsNoRow() {
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    stage.database.run(
        handle -> {
          handle.execute("UPDATE watch SET body = X'63', stamp = 1");
          handle.execute("UPDATE bucket SET body = X'63'");
        });
    stage.fold(List.of(stage.setosa(FoldStage.START)));

    assertEquals(1, stage.watch().rows());
    assertEquals(1, stage.firstHour().rows());
  }

  @Test
  void aSeriesOfHoursBeginsAtTheHourAndASumAtTheMinute() {
    for (int m = 0; m < 180; m++) {
      stage.fold(List.of(stage.setosa(FoldStage.START.plusSeconds(60L * m))));
    }
    Instant from = FoldStage.START.plusSeconds(37 * 60);
    Instant to = from.plusSeconds(7200);

    assertEquals(List.of(60L, 60L, 37L), stage.rows(from, to, Duration.ofHours(1)));
    assertEquals(120, stage.sum(from, to).rows());
  }

  @Test
  void whatIsKeptOnlyInDaysIsStillShownInASeriesOfHours() {
    stage.fold(List.of(stage.setosa(FoldStage.START)));
    stage.buckets = stage.readAt(FoldStage.START.plusSeconds(95L * 86_400));
    stage.buckets.sweep();

    assertEquals(
        List.of(1L),
        stage.rows(
            FoldStage.START.minusSeconds(5),
            FoldStage.START.plusSeconds(95L * 86_400),
            Duration.ofHours(6)));
    assertEquals(1, stage.sum(FoldStage.START, FoldStage.START.plusSeconds(95L * 86_400)).rows());
  }

  @Test
  void minutesGoAfterThreeDaysHoursAfterNinetyAndDaysStay() {
    Instant start = FoldStage.START;
    stage.fold(List.of(stage.setosa(start), stage.setosa(start.plusSeconds(90))));
    assertEquals(List.of(2L, 1L, 1L), stored());

    stage.readAt(start.plus(Duration.ofDays(3).minusMinutes(1))).sweep();
    assertEquals(List.of(2L, 1L, 1L), stored());
    stage.readAt(start.plus(Duration.ofDays(3).plusMinutes(1))).sweep();
    assertEquals(List.of(1L, 1L, 1L), stored());
    stage.readAt(start.plus(Duration.ofDays(90).minusMinutes(1))).sweep();
    assertEquals(List.of(0L, 1L, 1L), stored());
    stage.readAt(start.plus(Duration.ofDays(91))).sweep();
    assertEquals(List.of(0L, 0L, 1L), stored());
  }

  /** How many buckets of a minute, an hour and a day there are. */
  private List<Long> stored() {
    return Arrays.stream(Step.values())
        .map(
            step ->
                stage.database.<Long>read(
                    handle ->
                        handle
                            .createQuery("SELECT COUNT(*) FROM bucket WHERE step = :step")
                            .bind("step", step.code())
                            .mapTo(Long.class)
                            .one()))
        .toList();
  }
}
