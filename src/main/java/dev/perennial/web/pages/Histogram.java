package dev.perennial.web.pages;

import dev.perennial.watch.Report.Bin;
import java.util.List;
import java.util.Locale;

/**
 * A column's distribution, live over reference, on a field of 100 by 100.
 *
 * @param reference path of the reference's bars
 * @param live path of the outline of live rows; "" without rows
 * @param rows of the table that says the same
 */
public record Histogram(String reference, String live, List<Row> rows) {
  /** One bin in words. */
  public record Row(String label, String live, String reference) {}

  static Histogram of(List<Bin> bins, Language in) {
    double most = bins.stream().mapToDouble(b -> Math.max(b.live(), b.reference())).max().orElse(1);
    boolean seen = bins.stream().anyMatch(bin -> bin.live() > 0);
    StringBuilder bars = new StringBuilder();
    StringBuilder outline = new StringBuilder();
    double width = 100.0 / Math.max(1, bins.size());
    for (int i = 0; i < bins.size(); i++) {
      double left = i * width;
      double reference = height(bins.get(i).reference(), most);
      if (reference > 0) {
        bars.append(format("M%.1f 100V%.1fH%.1fV100Z", left + 1, 100 - reference, left + width));
      }
      String step = i == 0 ? "M0 %.1fH%.1f" : "V%.1fH%.1f";
      outline.append(format(step, 100 - height(bins.get(i).live(), most), left + width));
    }
    return new Histogram(
        bars.toString(),
        seen ? outline.toString() : "",
        bins.stream()
            .map(
                bin ->
                    new Row(
                        bin.label(),
                        seen ? in.numbers().percent(bin.live()) : Figures.NONE,
                        in.numbers().percent(bin.reference())))
            .toList());
  }

  private static double height(double share, double most) {
    return most == 0 ? 0 : 98 * share / most;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
