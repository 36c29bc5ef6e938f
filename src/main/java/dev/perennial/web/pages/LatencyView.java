package dev.perennial.web.pages;

import dev.perennial.monitor.DurationBin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the durations of requests are spread, over a logarithmic axis. Places are percent of the
 * field's width and height.
 *
 * @param most requests in the fullest bin: the field's height
 * @param rows of the table that says the same, quickest first
 */
public record LatencyView(List<Bar> bars, List<Tick> ticks, String most, List<Row> rows) {
  private static final double MICROS = 1e6;

  /** Of the axis's length: the longest label, "100 ms", on a screen 320 pixels wide. */
  private static final double APART = .23;

  /** One bin. */
  public record Bar(String x, String width, String y, String height) {}

  /** A label of the axis. */
  public record Tick(String x, String text) {}

  /**
   * One bin in words.
   *
   * @param upTo share of the requests that took no longer
   */
  public record Row(String from, String to, String count, String share, String upTo) {}

  /** Empty without requests. */
  static Optional<LatencyView> of(List<DurationBin> bins, Numerals in) {
    if (bins.isEmpty()) {
      return Optional.empty();
    }
    double low = Math.log10(bins.get(0).from());
    double width = Math.log10(bins.get(bins.size() - 1).to()) - low;
    long most = bins.stream().mapToLong(DurationBin::n).max().orElse(1);
    double all = bins.stream().mapToLong(DurationBin::n).sum();
    List<Bar> bars = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    long upTo = 0;
    for (DurationBin bin : bins) {
      upTo += bin.n();
      double left = (Math.log10(bin.from()) - low) / width;
      double right = (Math.log10(bin.to()) - low) / width;
      double height = (double) bin.n() / most;
      if (bin.n() > 0) {
        bars.add(new Bar(place(left), place(right - left), place(1 - height), place(height)));
        rows.add(
            new Row(
                in.micros(bin.from()),
                in.micros(bin.to()),
                in.count(bin.n()),
                in.percent(bin.n() / all),
                in.percent(upTo / all)));
      }
    }
    return Optional.of(
        new LatencyView(bars, ticks(low, width, in), in.count(most), List.copyOf(rows)));
  }

  /**
   * As many round values as stand apart on the narrowest screen; the middle where there are none.
   */
  private static List<Tick> ticks(double low, double width, Numerals in) {
    double closest = APART * width;
    int decades = (int) Math.max(1, Math.ceil(closest));
    int first = decades * (int) Math.floor(low / decades);
    List<Tick> ticks = new ArrayList<>();
    for (int decade = first; decade <= low + width; decade += decades) {
      for (double step : steps(closest)) {
        double at = decade + Math.log10(step);
        if (at >= low && at <= low + width) {
          ticks.add(new Tick(place((at - low) / width), text(step * Math.pow(10, decade), in)));
        }
      }
    }
    if (ticks.isEmpty()) {
      ticks.add(new Tick(place(.5), text(Math.pow(10, low + width / 2), in)));
    }
    return ticks;
  }

  private static double[] steps(double closest) {
    return closest <= Math.log10(2)
        ? new double[] {1, 2, 5}
        : closest <= Math.log10(3) ? new double[] {1, 3} : new double[] {1};
  }

  private static String text(double micros, Numerals in) {
    return micros >= MICROS
        ? in.number(micros / MICROS) + " s"
        : micros >= 1_000 ? in.number(micros / 1_000) + " ms" : in.number(micros) + " µs";
  }

  private static String place(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
