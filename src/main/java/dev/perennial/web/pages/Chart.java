package dev.perennial.web.pages;

import dev.perennial.watch.Series;
import dev.perennial.watch.Series.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Figures over time, drawn on a field of 1000 by 300, with the table that says the same.
 *
 * @param id of the element, unique on the page
 * @param expected what training or chance lets expect, drawn behind the lines
 * @param ticks of the vertical axis, top first
 * @param ends of the horizontal axis; empty without any figure
 * @param counts what stands behind figures, such as "Rows": a column of the table each
 * @param rows of the table, newest first
 * @param low value at the field's bottom
 * @param high value at the field's top
 */
public record Chart(
    String id,
    String title,
    List<Line> lines,
    List<Level> expected,
    List<String> ticks,
    List<Moment> ends,
    List<Event> events,
    List<String> counts,
    List<Row> rows,
    String low,
    String high) {

  /**
   * One line.
   *
   * @param kind of stroke: first, second or third
   * @param path of the line, interrupted where there is no figure
   * @param band path of the area of about 95 %, or ""
   */
  public record Line(String name, String kind, String path, String band) {}

  /**
   * What is expected all the time.
   *
   * @param text its value, or both of its ends
   * @param path of an area, or of a line where both ends are one
   */
  public record Level(
      String name, String text, String path, boolean area, String low, String high) {}

  /**
   * Something that happened, at a place from 0 to 1000.
   *
   * @param kind raised, resolved, deployed or retrained
   */
  public record Event(String x, Moment at, String kind, String text) {}

  /** The figures of one time, one for each line, and of how many rows they are. */
  public record Row(Moment at, List<Cell> cells, List<String> counts) {}

  /**
   * A figure for people, and for the script that draws; "" where there is none.
   *
   * @param band both ends of the band in words
   * @param low the band's lower end
   * @param high its upper end
   */
  public record Cell(String text, String band, String value, String low, String high) {
    static final Cell NONE = new Cell(Figures.NONE, "", "", "", "");
  }

  /**
   * A line before it is drawn.
   *
   * @param counted what its figures are of, such as "Rows"
   */
  record Given(String name, String counted, Series series) {}

  /** What is expected, before it is drawn: a line where both ends are one. */
  record Expected(String name, double low, double high) {
    static Expected at(String name, double value) {
      return new Expected(name, value, value);
    }
  }

  /** What happened, before it is drawn. */
  record Happened(Instant at, String kind, String text) {}

  /**
   * What is to be drawn. Lines without a figure are left out.
   *
   * @param share true if figures lie in [0, 1] and differ near 1; else the axis starts at 0
   */
  record Plan(
      String id,
      String title,
      boolean share,
      DoubleFunction<String> text,
      List<Given> given,
      List<Expected> expected,
      List<Happened> happened) {

    /** Whether there is a figure. */
    boolean seen() {
      return given.stream().anyMatch(g -> !g.series().points().isEmpty());
    }
  }

  private static final List<String> KINDS = List.of("first", "second", "third");

  /** Draws it. */
  static Chart of(Plan plan, Language in) {
    if (!plan.seen()) {
      List<String> none = List.of();
      return new Chart(
          plan.id(),
          plan.title(),
          List.of(),
          List.of(),
          none,
          List.of(),
          List.of(),
          none,
          List.of(),
          "0",
          "1");
    }
    List<Given> given = plan.given().stream().filter(g -> !g.series().points().isEmpty()).toList();
    ChartAxis axis = ChartAxis.of(plan);
    List<Line> lines = new ArrayList<>();
    for (Given one : given) {
      List<Point> points = one.series().points();
      String kind = KINDS.get(Math.min(plan.given().indexOf(one), KINDS.size() - 1));
      lines.add(new Line(one.name(), kind, axis.path(points), axis.band(points)));
    }
    List<String> counts = given.stream().map(Given::counted).distinct().toList();
    return new Chart(
        plan.id(),
        plan.title(),
        lines,
        plan.expected().stream().map(level -> level(level, axis, plan.text(), in)).toList(),
        axis.ticks(plan.text()),
        List.of(Moment.of(axis.from()), Moment.of(axis.to())),
        plan.happened().stream()
            .map(h -> new Event(axis.x(h.at()), Moment.of(h.at()), h.kind(), h.text()))
            .toList(),
        counts,
        rows(given, counts, plan.text(), in),
        Double.toString(axis.low()),
        Double.toString(axis.high()));
  }

  private static Level level(
      Expected expected, ChartAxis axis, DoubleFunction<String> text, Language in) {
    boolean area = expected.high() > expected.low();
    return new Level(
        expected.name(),
        area
            ? in.say("performance.to", text.apply(expected.low()), text.apply(expected.high()))
            : text.apply(expected.low()),
        axis.level(expected),
        area,
        Double.toString(expected.low()),
        Double.toString(expected.high()));
  }

  private static List<Row> rows(
      List<Given> given, List<String> counts, DoubleFunction<String> text, Language in) {
    TreeMap<Instant, Row> rows = new TreeMap<>(Collections.reverseOrder());
    for (int i = 0; i < given.size(); i++) {
      int count = counts.indexOf(given.get(i).counted());
      for (Point point : given.get(i).series().points()) {
        Row row =
            rows.computeIfAbsent(
                point.at(),
                at ->
                    new Row(
                        Moment.of(at),
                        filled(given.size(), Cell.NONE),
                        filled(counts.size(), Figures.NONE)));
        row.cells().set(i, cell(point, text, in));
        row.counts().set(count, in.numbers().count(point.n()));
      }
    }
    return List.copyOf(rows.values());
  }

  private static <T> List<T> filled(int size, T with) {
    return new ArrayList<>(IntStream.range(0, size).mapToObj(i -> with).toList());
  }

  private static Cell cell(Point point, DoubleFunction<String> text, Language in) {
    return new Cell(
        text.apply(point.value()),
        point
            .band()
            .map(b -> in.say("performance.to", text.apply(b.low()), text.apply(b.high())))
            .orElse(""),
        Double.toString(point.value()),
        point.band().map(b -> Double.toString(b.low())).orElse(""),
        point.band().map(b -> Double.toString(b.high())).orElse(""));
  }
}
