package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the log may have of a private value. */
class PrivateBinsTest {
  private static Feature feature(String name, Kind kind, Optional<Range> seen, String... values) {
    return new Feature(
        name, name, kind, List.of(values), seen, Optional.empty(), Optional.of(true));
  }

  private static final Schema SCHEMA =
      new Schema(
          "r",
          List.of(
              feature("age", Kind.NUMERIC, Optional.of(new Range(0, 100))),
              feature("born", Kind.DATE, Optional.of(new Range(0, 1e12))),
              feature("note", Kind.STRING, Optional.empty()),
              feature("sex", Kind.NOMINAL, Optional.empty(), "f", "m"),
              feature("odd", Kind.NUMERIC, Optional.empty())),
          new Feature("y", "Y", Kind.NUMERIC, List.of(), Optional.empty(), Optional.empty()));

  private static Row row(double age, double born, String note, double sex, String label) {
    return Row.of(new double[] {age, born, -1, sex, 3}, new String[] {"", "", note, label, ""});
  }

  private static List<String> logged(Row row) {
    Row bins = SCHEMA.logged(row);
    return java.util.stream.IntStream.range(0, bins.size())
        .mapToObj(
            i -> {
              double at = bins.value(i);
              return Double.isNaN(at)
                  ? "?"
                  : at == Row.OTHER
                      ? bins.text(i)
                      : SCHEMA.logged().features().get(i).values().get((int) at);
            })
        .toList();
  }

  @Test
  void aValueBecomesItsBin() {
    assertEquals(
        List.of(
            "4: 30 to 40",
            SCHEMA.logged().features().get(1).values().get(6),
            "1 to 10 characters",
            "m",
            "any value"),
        logged(row(37.25, 5.5e11, "a word", 1, "")));
    assertEquals("0: below 0", logged(row(-1, 0, "", 0, "")).get(0));
    assertEquals("1: 0 to 10", logged(row(0, 0, "", 0, "")).get(0));
    assertEquals("10: 90 to 100", logged(row(100, 0, "", 0, "")).get(0));
    assertEquals("11: above 100", logged(row(1e9, 0, "", 0, "")).get(0));
    assertEquals("more than 100 characters", logged(row(1, 0, "x".repeat(101), 0, "")).get(2));
    assertEquals("another value", logged(row(1, 0, "", Row.OTHER, "secret")).get(3));
  }

  @Test
  void whatIsMissingStaysMissingAndOpenValuesStayThemselves() {
    double[] none = new double[5];
    Arrays.fill(none, Row.MISSING);
    assertTrue(Double.isNaN(SCHEMA.logged(Row.of(none)).value(0)));
    Schema open =
        new Schema(
            "r",
            List.of(
                new Feature("a", "A", Kind.NUMERIC, List.of(), Optional.empty(), Optional.empty())),
            SCHEMA.target());
    Row row = Row.of(1.5);
    assertSame(open, open.logged());
    assertSame(row, open.logged(row));
  }
}
