package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.training.Versus;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two versions side by side.
 *
 * @param sentence what the rows say that both were judged on
 * @param judged on the same rows; empty where there are too few
 * @param leans how much each leans on its inputs; empty where that was not measured for both
 * @param classes whether the target is a class; else a number
 * @param origins where each comes from
 * @param figures on the rows that each kept apart: not the same for both
 */
public record CompareView(
    String model,
    String title,
    int first,
    int second,
    List<Integer> versions,
    String sentence,
    List<Judged> judged,
    List<LeanView> leans,
    boolean classes,
    List<Line> origins,
    List<Line> figures) {

  /** A fact of both. */
  public record Line(String name, String first, String second) {}

  /**
   * A figure of both on the same rows.
   *
   * @param word better, worse or no difference shown, for the second
   */
  public record Judged(
      String name, String first, String second, String difference, String word, String kind) {}

  static CompareView of(
      ModelRegistry registry,
      VersionId a,
      VersionId b,
      Versus.Result result,
      List<LeanView> leans,
      Exchange exchange) {
    Manifest one = registry.manifest(a.key());
    Manifest other = registry.manifest(b.key());
    return new CompareView(
        a.model(),
        other.title(),
        a.version(),
        b.version(),
        registry.versions(a.model()).stream().map(VersionId::version).toList(),
        sentence(result),
        result.figures().stream().map(CompareView::judged).toList(),
        leans,
        other.target().isNominal(),
        origins(one, other, exchange),
        figures(one.metrics(), other.metrics()));
  }

  private static String sentence(Versus.Result result) {
    String rows = Numerals.PLAIN.count(result.rows());
    return result.figures().isEmpty()
        ? "Only " + rows + " labelled rows are newer than what both were trained on: too few."
        : "Both answered the " + rows + " newest labelled rows, which neither was trained on.";
  }

  private static Judged judged(Versus.Figure f) {
    boolean more = f.low() > 0;
    boolean less = f.high() < 0;
    boolean better = f.moreIsBetter() ? more : less;
    boolean worse = f.moreIsBetter() ? less : more;
    return new Judged(
        f.name(),
        figure(f, f.first()),
        figure(f, f.second()),
        f.share()
            ? "%s points, 95 %% %s … %s"
                .formatted(points(f.second() - f.first()), points(f.low()), points(f.high()))
            : "%s, 95 %% %s … %s"
                .formatted(plain(f.second() - f.first()), plain(f.low()), plain(f.high())),
        better ? "Better" : worse ? "Worse" : "No difference shown",
        better ? "good" : worse ? "bad" : "none");
  }

  private static String figure(Versus.Figure f, double value) {
    return f.share() ? Numerals.PLAIN.percent(value) : Numerals.PLAIN.digits(value);
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.1f", 100 * share).replace('-', '−');
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%+.3g", value).replace('-', '−');
  }

  private static List<Line> origins(Manifest a, Manifest b, Exchange exchange) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Learned by", a.algorithm().scheme(), b.algorithm().scheme()));
    lines.add(new Line("Options", a.algorithm().options(), b.algorithm().options()));
    lines.add(
        new Line("Trained", Moment.of(a.trainedAt()).text(), Moment.of(b.trainedAt()).text()));
    lines.add(new Line("Rows learned from", learned(a), learned(b)));
    lines.add(new Line("Rows by origin", byOrigin(a), byOrigin(b)));
    lines.add(new Line("Rows of the log", times(a), times(b)));
    lines.add(new Line("Rows kept apart", apart(a), apart(b)));
    lines.add(new Line("Made from", parent(a), parent(b)));
    lines.add(new Line("Asked by", asked(a, exchange), asked(b, exchange)));
    lines.add(new Line("Because", reason(a), reason(b)));
    lines.add(new Line("Gate", gate(a), gate(b)));
    lines.add(new Line("Weka and Java", software(a), software(b)));
    return lines;
  }

  private static String learned(Manifest m) {
    return Numerals.PLAIN.count((long) m.data().rows() - m.holdOut().rows().size());
  }

  private static String apart(Manifest m) {
    return Numerals.PLAIN.count((long) m.holdOut().rows().size());
  }

  private static String byOrigin(Manifest m) {
    return m.provenance().stream()
        .flatMap(p -> p.rowsByOrigin().entrySet().stream())
        .map(e -> e.getKey() + " " + Numerals.PLAIN.count((long) e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String times(Manifest m) {
    Optional<Manifest.Provenance> p = m.provenance();
    return p.flatMap(Manifest.Provenance::from)
        .map(from -> Moment.of(from).text() + " to " + Moment.of(p.get().to().orElse(from)).text())
        .orElse("none");
  }

  private static String parent(Manifest m) {
    return m.provenance()
        .flatMap(Manifest.Provenance::parent)
        .map(v -> "version " + v)
        .orElse("nothing before");
  }

  private static String asked(Manifest m, Exchange exchange) {
    return m.provenance().map(p -> exchange.shown(p.requestedBy())).orElse(m.trainer());
  }

  private static String reason(Manifest m) {
    return m.provenance().map(Manifest.Provenance::reason).orElse("the first version");
  }

  private static String gate(Manifest m) {
    return m.provenance()
        .flatMap(Manifest.Provenance::verdict)
        .map(v -> v.admitted() ? "admitted" : "refused")
        .orElse("not judged");
  }

  private static String software(Manifest m) {
    return m.software().weka() + ", " + m.software().java();
  }

  private static List<Line> figures(Metrics a, Metrics b) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Rows", Numerals.PLAIN.count((long) a.rows()), Numerals.PLAIN.count((long) b.rows())));
    if (a.classes().isPresent() && b.classes().isPresent()) {
      Metrics.Classes x = a.classes().get();
      Metrics.Classes y = b.classes().get();
      lines.add(new Line("Accuracy", accuracy(x), accuracy(y)));
      lines.add(
          new Line(
              "Macro F1",
              Numerals.PLAIN.percent(x.macroF1()),
              Numerals.PLAIN.percent(y.macroF1())));
      lines.add(
          new Line(
              "Log loss", Numerals.PLAIN.score(x.logLoss()), Numerals.PLAIN.score(y.logLoss())));
      lines.add(
          new Line(
              "Brier score", Numerals.PLAIN.score(x.brier()), Numerals.PLAIN.score(y.brier())));
      lines.add(
          new Line(
              "Calibration error", Numerals.PLAIN.score(x.ece()), Numerals.PLAIN.score(y.ece())));
      for (int k = 0; k < Math.min(x.perClass().size(), y.perClass().size()); k++) {
        lines.add(
            new Line(
                "F1 of " + x.perClass().get(k).label(),
                Numerals.PLAIN.percent(x.perClass().get(k).f1()),
                Numerals.PLAIN.percent(y.perClass().get(k).f1())));
      }
    }
    if (a.numbers().isPresent() && b.numbers().isPresent()) {
      Metrics.Numbers x = a.numbers().get();
      Metrics.Numbers y = b.numbers().get();
      lines.add(
          new Line("Mean error", Numerals.PLAIN.digits(x.mae()), Numerals.PLAIN.digits(y.mae())));
      lines.add(
          new Line(
              "Root mean square error",
              Numerals.PLAIN.digits(x.rmse()),
              Numerals.PLAIN.digits(y.rmse())));
      lines.add(new Line("R²", Numerals.PLAIN.score(x.r2()), Numerals.PLAIN.score(y.r2())));
    }
    return lines;
  }

  private static String accuracy(Metrics.Classes c) {
    return "%s (95 %% %s to %s)"
        .formatted(
            Numerals.PLAIN.percent(c.accuracy()),
            Numerals.PLAIN.percent(c.accuracyLow()),
            Numerals.PLAIN.percent(c.accuracyHigh()));
  }
}
