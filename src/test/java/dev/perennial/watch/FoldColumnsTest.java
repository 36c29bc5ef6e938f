package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry;
import dev.perennial.model.Row;
import dev.perennial.model.Seed;
import dev.perennial.monitor.SpanFigures;
import dev.perennial.web.Trained;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldColumnsTest {
  private static final long BORN = Instant.parse("2000-03-01T00:00:00Z").toEpochMilli();

  @TempDir Path home;

  /** A label, a date, a text, and what follows from them. */
  private static Seed everyKind() {
    StringBuilder arff =
        new StringBuilder(
            """
            @relation kinds
            @attribute colour {red,green}
            @attribute born date "yyyy-MM-dd"
            @attribute note string
            @attribute class {a,b}
            @data
            """);
    for (int i = 0; i < 60; i++) {
      arff.append(i % 2 == 0 ? "red" : "green").append(",\"2000-0").append(1 + i % 9);
      arff.append("-01\",'").append("x".repeat(1 + i % 5)).append("',");
      arff.append(i % 3 == 0 ? "a\n" : "b\n");
    }
    return Trained.seed(
        "kinds", Trained.plain("Kinds", "weka.classifiers.rules.ZeroR"), arff.toString());
  }

  private static Row row(FoldStage stage, @Nullable Object... values) {
    return Row.of(stage.registry.schema(stage.version), Arrays.asList(values));
  }

  private static SpanFigures.OfColumn column(FoldStage stage, int at) {
    return SpanFigures.columns(stage.references.of(stage.version).profile(), stage.firstHour())
        .get(at);
  }

  @Test
  void anUnknownLabelCountsAsUnseenADateByItsTimeAndATextByItsLength() {
    try (FoldStage stage = new FoldStage(home, everyKind())) {
      Entry.Answered known = stage.answered(FoldStage.START, row(stage, "green", BORN, "xxxx"));
      Entry.Answered odd =
          stage.answered(FoldStage.START, row(stage, "blue", BORN + 86_400_000L, "xx"));
      Entry.Answered empty = stage.answered(FoldStage.START, row(stage, null, null, null));
      Entry.Answered again = stage.answered(FoldStage.START, row(stage, "red", BORN, "xxxxxxxxx"));
      stage.fold(List.of(known, odd, empty, again));

      assertEquals("colour", column(stage, 0).name());
      assertEquals(.25, column(stage, 0).unseenRate(), 1e-12);
      assertEquals(.25, column(stage, 0).missingRate(), 1e-12);
      assertEquals(BORN + 28_800_000.0, column(stage, 1).mean(), 1);
      assertEquals(.25, column(stage, 1).missingRate(), 1e-12);
      assertEquals(5, column(stage, 2).mean(), 1e-9);
      assertEquals(.25, column(stage, 2).missingRate(), 1e-12);
      assertTrue(column(stage, 2).outOfRangeRate() > 0, "a text longer than any in training");
    }
  }
}
