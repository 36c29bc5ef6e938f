package dev.perennial.web.pages;

import dev.perennial.monitor.Column.Role;
import dev.perennial.monitor.DomainVerdict;
import dev.perennial.monitor.DriftFigures;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.ColumnReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What moved.
 *
 * @param heads what the figures of a row are called
 * @param rows inputs, what matters first
 * @param hidden how many more there are
 * @param answers the answer's columns and the derived one
 * @param moved such as "1 of 4"
 * @param mark the gravest status of an input
 * @param note what else is to be said, such as "1 is moving"
 * @param joint the status of the inputs together
 * @param domain whether trees can tell live rows from training rows
 * @param detail the column that is opened
 */
public record DriftView(
    Heads heads,
    List<Row> rows,
    int hidden,
    List<Row> answers,
    String moved,
    Mark mark,
    String note,
    Mark joint,
    String jointReason,
    Mark domain,
    String domainReason,
    Optional<Detail> detail) {
  private static final int SHOWN = 25;

  /** What the figures of a row are called: on a phone each of them is told so again. */
  public record Heads(
      String state,
      String meanReference,
      String meanLive,
      String sdReference,
      String sdLive,
      String shift,
      String psi,
      String histogram,
      String importance) {

    static Heads in(Language in) {
      return new Heads(
          in.say("drift.state"),
          in.say("drift.mean-training"),
          in.say("drift.mean-live"),
          in.say("drift.sd-training"),
          in.say("drift.sd-live"),
          in.say("drift.shift-sd"),
          in.say("drift.psi"),
          in.say("drift.live-over-training"),
          in.say("drift.importance"));
    }
  }

  /**
   * One column.
   *
   * @param key its name as a query's value
   * @param shift of the window's mean, in standard deviations of training
   * @param psi of the latest judgement, as the reason is
   * @param plain what it is and was, in its own unit; "" where nothing was judged
   */
  public record Row(
      String label,
      String unit,
      String key,
      Mark mark,
      boolean number,
      String meanReference,
      String meanLive,
      String sdReference,
      String sdLive,
      String shift,
      String psi,
      String quiet,
      String importance,
      String plain,
      String reason,
      Histogram histogram) {}

  /**
   * A column opened.
   *
   * @param facts names, figures and what they mean
   * @param charts over time
   */
  public record Detail(Row row, List<Fact> facts, List<Chart> charts) {}

  /**
   * Draws the section.
   *
   * @param all whether inputs beyond the first 25 are shown
   * @param open the column that is opened, with its charts
   */
  static DriftView of(
      Report report, Names names, boolean all, Optional<String> open, Charts charts, Language in) {
    List<ColumnReport> inputs =
        report.columns().stream()
            .filter(c -> c.verdict().column().role() == Role.FEATURE)
            .sorted(Comparator.comparingDouble(DriftView::weight).reversed())
            .toList();
    List<ColumnReport> shown = all ? inputs : inputs.stream().limit(SHOWN).toList();
    long moved = inputs.stream().filter(DriftView::hasMoved).count();
    long moving = count(inputs, Status.WARNING);
    return new DriftView(
        Heads.in(in),
        shown.stream().map(c -> row(c, names, in)).toList(),
        inputs.size() - shown.size(),
        report.columns().stream()
            .filter(c -> c.verdict().column().role() != Role.FEATURE)
            .map(c -> row(c, names, in))
            .toList(),
        in.say("drift.of", moved, inputs.size()),
        Mark.of(gravest(inputs)),
        note(moving, count(inputs, Status.NOT_ENOUGH_DATA), in),
        Mark.of(report.joint().status()),
        in.said(report.joint().reason()),
        report.domain().map(DriftView::mark).orElse(new Mark("none", "mark.not-found-out-yet")),
        report.domain().map(d -> in.said(d.reason())).orElse(in.say("drift.trees-not-yet")),
        open.flatMap(
            name ->
                report.columns().stream()
                    .filter(c -> c.verdict().column().name().equals(name))
                    .findFirst()
                    .map(c -> detail(c, names, charts, in))));
  }

  private static Mark mark(DomainVerdict domain) {
    return domain.apart() ? new Mark("warn", "mark.told-apart") : new Mark("good", "mark.alike");
  }

  private static boolean hasMoved(ColumnReport column) {
    Status status = column.verdict().status();
    return status == Status.DRIFTED || status == Status.FAULT;
  }

  private static long count(List<ColumnReport> columns, Status status) {
    return columns.stream().filter(c -> c.verdict().status() == status).count();
  }

  private static Status gravest(List<ColumnReport> columns) {
    List<Status> order = List.of(Status.FAULT, Status.DRIFTED, Status.WARNING, Status.STEADY);
    return order.stream()
        .filter(status -> count(columns, status) > 0)
        .findFirst()
        .orElse(Status.NOT_ENOUGH_DATA);
  }

  private static String note(long moving, long unjudged, Language in) {
    return moving > 0
        ? (moving == 1 ? in.say("drift.1-more-is-moving") : in.say("drift.more-are-moving", moving))
        : unjudged > 0
            ? in.say("drift.not-judged-yet", unjudged)
            : in.say("drift.no-other-is-moving");
  }

  /** Importance times drift, and importance alone among the quiet ones. */
  private static double weight(ColumnReport column) {
    double importance = column.verdict().column().importance() + 1e-3;
    int grave = hasMoved(column) ? 2 : column.verdict().status() == Status.WARNING ? 1 : 0;
    return grave * 1e9 + importance * (1e3 * column.verdict().strength() + 1);
  }

  private static Row row(ColumnReport column, Names names, Language in) {
    FeatureVerdict verdict = column.verdict();
    String name = verdict.column().name();
    boolean number = !verdict.column().nominal();
    boolean seen = number && column.n() > 0;
    Optional<DriftFigures> figures = verdict.figures();
    return new Row(
        verdict.column().hasOwnName() ? names.label(name) : in.said(verdict.column().called()),
        names.unit(name),
        URLEncoder.encode(name, StandardCharsets.UTF_8),
        Mark.of(verdict.status()),
        number,
        number ? in.numbers().digits(verdict.meanReference()) : Figures.NONE,
        seen ? in.numbers().digits(column.mean()) : Figures.NONE,
        number ? in.numbers().digits(verdict.sdReference()) : Figures.NONE,
        seen ? in.numbers().digits(column.sd()) : Figures.NONE,
        seen && verdict.sdReference() > 0 ? in.numbers().signed(shift(column)) : Figures.NONE,
        figures.map(f -> in.numbers().digits(f.psi())).orElse(Figures.NONE),
        figures.map(f -> in.numbers().digits(f.nullBound())).orElse(""),
        verdict.column().importance() > 0
            ? in.numbers().digits(verdict.column().importance())
            : Figures.NONE,
        figures.map(f -> number ? mean(verdict, names, in) : label(column, in)).orElse(""),
        Figures.fullStop(in.said(verdict.reason())),
        Histogram.of(column, in));
  }

  private static double shift(ColumnReport column) {
    FeatureVerdict verdict = column.verdict();
    return (column.mean() - verdict.meanReference()) / verdict.sdReference();
  }

  /** The judged rows' mean beside training's. */
  private static String mean(FeatureVerdict verdict, Names names, Language in) {
    String unit = names.unit(verdict.column().name());
    String after = unit.isEmpty() ? "" : " " + unit;
    return in.say(
        "drift.mean-now-and-in-training",
        in.numbers().count(verdict.n()),
        in.numbers().number(verdict.meanLive()) + after,
        in.numbers().number(verdict.meanReference()) + after);
  }

  /** The label, or the lack of one, whose share moved most in the window. */
  private static String label(ColumnReport column, Language in) {
    return column.bins().stream()
        .filter(bin -> column.n() > 0)
        .max(Comparator.comparingDouble(bin -> Math.abs(bin.live() - bin.reference())))
        .map(
            bin ->
                in.say(
                    "drift.share-now-and-in-training",
                    bin.label(),
                    in.numbers().percent(bin.live()),
                    in.numbers().percent(bin.reference())))
        .orElse("");
  }

  private static Detail detail(ColumnReport column, Names names, Charts charts, Language in) {
    return new Detail(row(column, names, in), Fact.of(column, in), charts.column(column));
  }
}
