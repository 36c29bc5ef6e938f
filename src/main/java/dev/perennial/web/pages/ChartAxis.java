package dev.perennial.web.pages;

import dev.perennial.watch.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The field of a chart: what its edges stand for.
 *
 * @param gap pauses that are longer interrupt a line
 */
record ChartAxis(Instant from, Instant to, double low, double high, Duration gap) {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 300;

  /** Wide enough for every point and all that happened, high enough for what is expected. */
  static ChartAxis of(Chart.Plan plan) {
    List<Point> points = plan.given().stream().flatMap(g -> g.series().points().stream()).toList();
    List<Instant> times =
        Stream.concat(
                points.stream().map(Point::at), plan.happened().stream().map(Chart.Happened::at))
            .sorted()
            .toList();
    double least = values(plan, points, true).min().orElse(0);
    double most = values(plan, points, false).max().orElse(1);
    double low = plan.share() ? Math.max(0, Math.floor(least * 20) / 20) : Math.min(0, least);
    double high = plan.share() ? Math.min(1, Math.ceil(most * 20) / 20) : nice(most);
    List<Instant> steps = points.stream().map(Point::at).distinct().sorted().toList();
    Duration step =
        Duration.between(steps.get(0), steps.get(steps.size() - 1))
            .dividedBy(Math.max(1, steps.size() - 1));
    return new ChartAxis(
        times.get(0),
        times.get(times.size() - 1),
        low,
        high > low ? high : low + 1,
        step.multipliedBy(3));
  }

  private static DoubleStream values(Chart.Plan plan, List<Point> points, boolean lower) {
    return DoubleStream.concat(
        points.stream().mapToDouble(lower ? ChartAxis::least : ChartAxis::most),
        plan.expected().stream().mapToDouble(lower ? Chart.Expected::low : Chart.Expected::high));
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

  /** Of what is expected: an area, or a line, over the whole width. */
  String level(Chart.Expected level) {
    String top = "M0 " + y(level.high()) + "H" + WIDTH;
    return level.high() > level.low() ? top + "V" + y(level.low()) + "H0Z" : top;
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
