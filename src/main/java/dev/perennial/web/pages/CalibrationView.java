package dev.perennial.web.pages;

import dev.perennial.monitor.CalibrationBin;
import java.util.List;
import java.util.Locale;

/**
 * Stated probability against what happened, on a field of 100 by 100 whose diagonal is honesty.
 *
 * @param line path through the bins
 * @param points path of a dot for each bin
 * @param intervals path of a bar for each bin's 95 % interval
 * @param rows of the table that says the same
 */
public record CalibrationView(String line, String points, String intervals, List<Row> rows) {

  /** One bin in words. */
  public record Row(String bin, String stated, String happened, String interval, String count) {}

  static CalibrationView of(List<CalibrationBin> bins, Language in) {
    StringBuilder line = new StringBuilder();
    StringBuilder points = new StringBuilder();
    StringBuilder intervals = new StringBuilder();
    for (CalibrationBin bin : bins) {
      double x = 100 * bin.stated();
      double y = 100 - 100 * bin.right();
      line.append(format(line.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f", x, y));
      // A line without length has a round cap: a dot that keeps its shape however the field is.
      points.append(format("M%.1f %.1fh0", x, y));
      double top = 100 - 100 * bin.interval().high();
      intervals.append(format("M%.1f %.1fV%.1f", x, top, 100 - 100 * bin.interval().low()));
    }
    return new CalibrationView(
        line.toString(),
        points.toString(),
        intervals.toString(),
        bins.stream().map(bin -> row(bin, in)).toList());
  }

  private static Row row(CalibrationBin bin, Language in) {
    Numerals numbers = in.numbers();
    return new Row(
        in.say(
            "calibration.bin",
            numbers.places(0, 100 * bin.from()),
            numbers.places(0, 100 * bin.to())),
        numbers.percent(bin.stated()),
        numbers.percent(bin.right()),
        in.say(
            "performance.to",
            numbers.percent(bin.interval().low()),
            numbers.percent(bin.interval().high())),
        numbers.count(bin.rows()));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
