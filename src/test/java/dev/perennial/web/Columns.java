package dev.perennial.web;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.Column.Role;
import dev.perennial.monitor.DriftFigures;
import dev.perennial.monitor.Fault;
import dev.perennial.monitor.FeatureVerdict;
import dev.perennial.monitor.Status;
import dev.perennial.watch.Report.Bin;
import dev.perennial.watch.Report.ColumnReport;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns of reports made by hand. */
final class Columns {
  private static final int BINS = 10;

  static final Said FEW_ROWS =
      Said.of("said.rows-so-far", 0L, 200L, Said.of("said.or-with-fewer", 50L, 60L));

  private Columns() {}

  static ColumnReport number(
      String name,
      Status status,
      double shift,
      double mean,
      double reference,
      double sd,
      double importance) {
    Column column = new Column(name, Role.FEATURE, List.of(), importance);
    return report(column, status, shift, mean, reference, sd, bins(shift));
  }

  static ColumnReport answer(String name) {
    Column column = new Column(name, Role.PREDICTION, List.of(), 0);
    return report(column, Status.STEADY, 0, 20, 20, 4, bins(0));
  }

  static ColumnReport labels(String name, List<String> labels, Status status) {
    Column column = new Column(name, Role.FEATURE, labels, .1);
    return report(column, status, 0, 0, 0, 0, bins(labels));
  }

  /** The class given and how sure the model was of it. */
  static List<ColumnReport> answers(List<String> labels, Status status) {
    Column given = new Column("class", Role.PREDICTION, labels, 0);
    Column sure = new Column("confidence", Role.CONFIDENCE, List.of(), 0);
    return List.of(
        report(given, status, 0, 0, 0, 0, bins(labels)),
        report(sure, Status.STEADY, -.1, .93, .94, .08, bins(-.1)));
  }

  /** An input of which no row has come. */
  static ColumnReport unseen(String name) {
    Column column = new Column(name, Role.FEATURE, List.of(), .2);
    FeatureVerdict verdict =
        new FeatureVerdict(
            column,
            Status.NOT_ENOUGH_DATA,
            false,
            0,
            0,
            3.7,
            0,
            1.7,
            0,
            0,
            0,
            Optional.empty(),
            1,
            Optional.empty(),
            FEW_ROWS);
    List<Bin> bins = bins(0).stream().map(b -> new Bin(b.label(), 0, b.reference())).toList();
    return new ColumnReport(verdict, 0, 0, 0, 0, 0, 0, 150, bins);
  }

  /** The window's rows moved less than the newest 220 of them, which are judged. */
  private static ColumnReport report(
      Column column,
      Status status,
      double shift,
      double mean,
      double reference,
      double sd,
      List<Bin> bins) {
    boolean judged = status != Status.NOT_ENOUGH_DATA;
    boolean moved = status == Status.DRIFTED || status == Status.FAULT;
    double psi = shift * shift;
    DriftFigures figures =
        new DriftFigures(
            220, 1, psi + .02, psi, .09, shift, .08, .02, .1, moved ? 1e-12 : .4, .3, .1, .1, .2);
    FeatureVerdict verdict =
        new FeatureVerdict(
            column,
            status,
            moved,
            judged ? 220 : 40,
            mean,
            reference,
            sd,
            sd,
            0,
            0,
            shift > 1 ? .9 : .01,
            judged ? Optional.of(figures) : Optional.empty(),
            moved ? 1e-10 : .4,
            status == Status.FAULT ? Optional.of(Fault.Kind.SCALED) : Optional.empty(),
            reason(column, status));
    double window = reference + .9 * (mean - reference);
    return new ColumnReport(
        verdict, 4212, window, sd * 1.02, 0, 0, shift > 1 ? .9 : .01, 150, bins);
  }

  private static Said reason(Column column, Status status) {
    return switch (status) {
      case STEADY -> Said.of("said.column-is-steady", column.called(), evidence(.02, .4));
      case WARNING -> Said.of("said.column-may-move", column.called(), evidence(.12, .001));
      case DRIFTED -> Said.of("said.column-moved", column.called(), evidence(.44, 1e-10));
      case FAULT -> Said.of("said.too-large", column.name(), 10L);
      case NOT_ENOUGH_DATA -> FEW_ROWS;
    };
  }

  static Said moved(String name) {
    return Said.of("said.column-moved", name, evidence(.44, 1e-10));
  }

  private static Said evidence(double psi, double p) {
    Said rows = Said.of("said.rows", 220L);
    return Said.of("said.evidence-of-labels", psi, Said.of("said.chance", Said.p(p), p, .05, rows));
  }

  private static List<Bin> bins(double shift) {
    List<Bin> bins = new ArrayList<>();
    bins.add(new Bin(Said.of("said.bin-below"), 0, 0));
    for (int i = 0; i < BINS; i++) {
      double live = Math.max(0, .1 + Math.min(1, shift) * .03 * (i - BINS / 2.0));
      bins.add(new Bin(Said.of("said.bin", i + .1, i + 1.1), live, .1));
    }
    bins.add(new Bin(Said.of("said.bin-above"), shift > .5 ? .08 : 0, 0));
    bins.add(new Bin(Said.of("said.bin-missing"), 0, 0));
    return bins;
  }

  private static List<Bin> bins(List<String> labels) {
    List<Bin> bins = new ArrayList<>();
    for (String label : labels) {
      bins.add(new Bin(Said.verbatim(label), 1.0 / labels.size(), .9 / labels.size()));
    }
    bins.add(new Bin(Said.of("said.bin-unseen"), 0, 0));
    bins.add(new Bin(Said.of("said.bin-missing"), 0, .1));
    return bins;
  }
}
