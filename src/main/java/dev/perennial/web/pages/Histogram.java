package dev.perennial.web.pages;

import dev.perennial.watch.Report.Bin;
import dev.perennial.watch.Report.ColumnReport;
import java.util.List;
import java.util.Locale;

/**
 * A column's distribution, live over reference, on a field of 100 by 100.
 *
 * @param reference path of the reference's bars
 * @param live path of the outline of live rows; "" without rows
 * @param ends what the first and the last place of the axis stand for
 * @param most the share of rows at the field's top
 * @param rows of the table that says the same
 */
public record Histogram(
    String reference,
    String live,
    String liveRows,
    String referenceRows,
    List<String> ends,
    String most,
    List<Row> rows) {
  /** The share of the field's height that the highest bar takes. */
  private static final double HIGHEST = .98;

  /** One bin in words. */
  public record Row(
      String label, String live, String liveRows, String reference, String referenceRows) {}

  static Histogram of(ColumnReport column, Language in) {
    List<Bin> bins = column.bins();
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
        in.numbers().count(column.n()),
        in.numbers().count(column.referenceRows()),
        bins.isEmpty()
            ? List.of()
            : List.of(in.said(bins.get(0).label()), in.said(bins.get(bins.size() - 1).label())),
        in.numbers().percent(most / HIGHEST),
        bins.stream().map(bin -> row(bin, column, seen, in)).toList());
  }

  private static Row row(Bin bin, ColumnReport column, boolean seen, Language in) {
    return new Row(
        in.said(bin.label()),
        seen ? in.numbers().percent(bin.live()) : Figures.NONE,
        in.numbers().count(bin.live() * column.n()),
        in.numbers().percent(bin.reference()),
        in.numbers().count(bin.reference() * column.referenceRows()));
  }

  private static double height(double share, double most) {
    return most == 0 ? 0 : 100 * HIGHEST * share / most;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
