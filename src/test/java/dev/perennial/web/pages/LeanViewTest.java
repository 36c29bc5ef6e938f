package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.ReferenceProfile;
import dev.perennial.watch.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeanViewTest {
  private static Optional<Reference> reference(double first, double second, double third) {
    List<Column> columns =
        List.of(
            new Column("a", Column.Role.FEATURE, List.of(), first),
            new Column("b", Column.Role.FEATURE, List.of(), second),
            new Column("c", Column.Role.FEATURE, List.of(), third));
    double[][] rows = {{1, 2, 3}, {2, 1, 5}, {4, 4, 1}};
    return Optional.of(
        new Reference(ReferenceProfile.of(columns, rows), Optional.empty(), Optional.empty()));
  }

  @Test
  void saysOfEachInputWhichVersionLeansOnItMore() {
    List<LeanView> seen =
        LeanView.of(
            reference(0, .12, .3), reference(.001, .13, .42), true, 1, 2, Language.wanted("en"));
    assertEquals(
        List.of(
            new LeanView(
                "c",
                "30.0",
                "42.0",
                "Version 2 leans on it more than version 1: without it, it loses 42.0 points of accuracy and not 30.0."),
            new LeanView("b", "12.0", "13.0", "Both lean on it about alike."),
            new LeanView("a", "0.0", "0.1", "Neither leans on it.")),
        seen);
  }

  @Test
  void saysNothingWhereOneOfThemWasNotMeasured() {
    assertEquals(
        List.of(),
        LeanView.of(reference(1, 1, 1), Optional.empty(), true, 1, 2, Language.wanted("en")));
  }

  @Test
  void countsDeviationsForANumber() {
    LeanView line =
        LeanView.of(reference(.9, 0, 0), reference(.2, 0, 0), false, 3, 4, Language.wanted("en"))
            .get(0);
    assertEquals(
        "Version 4 leans on it less than version 3: without it, it loses 0.20 standard deviations of the target in error and not 0.90.",
        line.sentence());
  }
}
