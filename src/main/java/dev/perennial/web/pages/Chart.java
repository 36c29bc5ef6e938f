package dev.perennial.web.pages;

import dev.perennial.watch.Series;
import dev.perennial.watch.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Figures over time, drawn on a field of 1000 by 300, with the table that says the same.
 *
 * @param id of the element, unique on the page
 * @param ticks of the vertical axis, top first
 * @param ends of the horizontal axis; empty without any figure
 * @param rows of the table, newest first
 * @param low value at the field's bottom
 * @param high value at the field's top
 */
public record Chart(
    String id,
    String title,
    List<Line> lines,
    List<String> ticks,
    List<Moment> ends,
    List<Event> events,
    List<Row> rows,
    String low,
    String high) {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 300;

  /**
   * One line.
   *
   * @param kind of stroke: first, second or third
   * @param path of the line, interrupted where there is no figure
   * @param band path of the area of about 95 %, or ""
   */
  public record Line(String name, String kind, String path, String band) {}

  /** Something that happened, at a place from 0 to 1000. */
  public record Event(String x, Moment at, String text) {}

  /** The figures of one time, one for each line, "" where there is none. */
  public record Row(Moment at, List<Cell> cells) {}

  /**
   * A figure for people, and for the script that draws; "" where there is none.
   *
   * @param low the band's lower end
   * @param high its upper end
   */
  public record Cell(String text, String value, String low, String high) {
    static final Cell NONE = new Cell(Figures.NONE, "", "", "");
  }

  /** A line before it is drawn. */
  record Given(String name, Series series) {}

  /** What happened, before it is drawn. */
  record Happened(Instant at, String text) {}

  private static final List<String> KINDS = List.of("first", "second", "third");

  /**
   * Draws it.
   *
   * @param share true if figures lie in [0, 1] and differ near 1; else the axis starts at 0
   */
  static Chart of(
      String id,
      String title,
      boolean share,
      DoubleFunction<String> text,
      List<Given> given,
      List<Happened> happened) {
    List<Point> all = given.stream().flatMap(g -> g.series().points().stream()).toList();
    if (all.isEmpty()) {
      return new Chart(id, title, List.of(), List.of(), List.of(), List.of(), List.of(), "0", "1");
    }
    Axis axis = Axis.of(all, share);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      List<Point> points = given.get(i).series().points();
      String kind = KINDS.get(Math.min(i, KINDS.size() - 1));
      lines.add(new Line(given.get(i).name(), kind, axis.path(points), axis.band(points)));
    }
    return new Chart(
        id,
        title,
        lines,
        axis.ticks(text),
        List.of(Moment.of(axis.from()), Moment.of(axis.to())),
        happened.stream()
            .filter(h -> !h.at().isBefore(axis.from()) && !h.at().isAfter(axis.to()))
            .map(h -> new Event(axis.x(h.at()), Moment.of(h.at()), h.text()))
            .toList(),
        rows(given, text),
        Double.toString(axis.low()),
        Double.toString(axis.high()));
  }

  private static List<Row> rows(List<Given> given, DoubleFunction<String> text) {
    TreeMap<Instant, List<Cell>> rows = new TreeMap<>();
    for (int i = 0; i < given.size(); i++) {
      for (Point point : given.get(i).series().points()) {
        List<Cell> cells =
            rows.computeIfAbsent(
                point.at(),
                at -> {
                  List<Cell> none = new ArrayList<>();
                  given.forEach(g -> none.add(Cell.NONE));
                  return none;
                });
        cells.set(i, cell(point, text));
      }
    }
    return rows.descendingMap().entrySet().stream()
        .map(row -> new Row(Moment.of(row.getKey()), List.copyOf(row.getValue())))
        .toList();
  }

  private static Cell cell(Point point, DoubleFunction<String> text) {
    return new Cell(
        text.apply(point.value()),
        Double.toString(point.value()),
        point.band().map(b -> Double.toString(b.low())).orElse(""),
        point.band().map(b -> Double.toString(b.high())).orElse(""));
  }

  /** The field: what its edges stand for. */
  private record Axis(Instant from, Instant to, double low, double high, Duration gap) {
    static Axis of(List<Point> points, boolean share) {
      Instant from = points.stream().map(Point::at).min(Instant::compareTo).orElseThrow();
      Instant to = points.stream().map(Point::at).max(Instant::compareTo).orElseThrow();
      double least = points.stream().mapToDouble(Axis::least).min().orElse(0);
      double most = points.stream().mapToDouble(Axis::most).max().orElse(1);
      double low = share ? Math.max(0, Math.floor(least * 20) / 20) : Math.min(0, least);
      double high = share ? Math.min(1, Math.ceil(most * 20) / 20) : nice(most);
      long steps = points.stream().map(Point::at).distinct().count();
      Duration step = Duration.between(from, to).dividedBy(Math.max(1, steps - 1));
      return new Axis(from, to, low, high > low ? high : low + 1, step.multipliedBy(3));
    }

    private static double least(Point point) {
      return point.band().map(b -> Math.min(b.low(), point.value())).orElse(point.value());
    }

    private static double most(Point point) {
      return point.band().map(b -> Math.max(b.high(), point.value())).orElse(point.value());
    }

    /** The next of 1, 2, 5, 10, … above. */
    private static double nice(double most) {
      if (most <= 0) {
        return 0;
      }
      double ten = Math.pow(10, Math.floor(Math.log10(most)));
      for (double step : new double[] {1, 2, 2.5, 5}) {
        if (most <= step * ten) {
          return step * ten;
        }
      }
      return 10 * ten;
    }

    List<String> ticks(DoubleFunction<String> text) {
      return List.of(text.apply(high), text.apply((low + high) / 2), text.apply(low));
    }

    String x(Instant at) {
      double whole = Math.max(1, Duration.between(from, to).toMillis());
      return place(WIDTH * Duration.between(from, at).toMillis() / whole);
    }

    private String y(double value) {
      return place(HEIGHT * (high - value) / (high - low));
    }

    private static String place(double place) {
      return String.format(Locale.ROOT, "%.1f", place);
    }

    String path(List<Point> points) {
      StringBuilder path = new StringBuilder();
      for (List<Point> run : runs(points)) {
        append(path, 'M', run.get(0).at(), run.get(0).value());
        // A run of one point would not show: a line without length has a round cap.
        run.forEach(point -> append(path, 'L', point.at(), point.value()));
      }
      return path.toString();
    }

    String band(List<Point> points) {
      StringBuilder path = new StringBuilder();
      for (List<Point> run : runs(points.stream().filter(p -> p.band().isPresent()).toList())) {
        char command = 'M';
        for (Point point : run) {
          append(path, command, point.at(), most(point));
          command = 'L';
        }
        for (int i = run.size() - 1; i >= 0; i--) {
          append(path, 'L', run.get(i).at(), least(run.get(i)));
        }
        path.append('Z');
      }
      return path.toString();
    }

    private void append(StringBuilder path, char command, Instant at, double value) {
      path.append(command).append(x(at)).append(' ').append(y(value));
    }

    /** Points without a gap between them. */
    private List<List<Point>> runs(List<Point> points) {
      List<List<Point>> runs = new ArrayList<>();
      Instant last = Instant.MIN;
      for (Point point : points) {
        if (runs.isEmpty() || Duration.between(last, point.at()).compareTo(gap) > 0) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(point);
        last = point.at();
      }
      return runs;
    }
  }
}
