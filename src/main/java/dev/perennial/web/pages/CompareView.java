package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.training.Versus;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
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

  /**
   * A fact of both.
   *
   * @param times instead of the two texts, where they are times
   */
  public record Line(String name, String first, String second, List<Moment> times) {
    Line(String name, String first, String second) {
      this(name, first, second, List.of());
    }
  }

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
      Exchange exchange,
      Language in) {
    Manifest one = registry.manifest(a.key());
    Manifest other = registry.manifest(b.key());
    return new CompareView(
        a.model(),
        other.title(),
        a.version(),
        b.version(),
        registry.versions(a.model()).stream().map(VersionId::version).toList(),
        sentence(result, in),
        result.figures().stream().map(figure -> judged(figure, in)).toList(),
        leans,
        other.target().isNominal(),
        origins(one, other, exchange, in),
        figures(one.metrics(), other.metrics(), in));
  }

  private static String sentence(Versus.Result result, Language in) {
    return in.say(
        result.figures().isEmpty() ? "compare.too-few" : "compare.both-answered",
        in.numbers().count(result.rows()));
  }

  private static Judged judged(Versus.Figure f, Language in) {
    boolean more = f.low() > 0;
    boolean less = f.high() < 0;
    boolean better = f.moreIsBetter() ? more : less;
    boolean worse = f.moreIsBetter() ? less : more;
    return new Judged(
        in.said(f.name()),
        figure(f, f.first(), in.numbers()),
        figure(f, f.second(), in.numbers()),
        f.share()
            ? Difference.points(f.second() - f.first(), f.low(), f.high(), in)
            : Difference.plain(f.second() - f.first(), f.low(), f.high(), in),
        in.say(better ? "compare.better" : worse ? "compare.worse" : "compare.no-difference-shown"),
        better ? "good" : worse ? "bad" : "none");
  }

  private static String figure(Versus.Figure f, double value, Numerals numbers) {
    return f.share() ? numbers.percent(value) : numbers.digits(value);
  }

  private static List<Line> origins(Manifest a, Manifest b, Exchange exchange, Language in) {
    Numerals numbers = in.numbers();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(in.say("compare.learned-by"), a.algorithm().scheme(), b.algorithm().scheme()));
    lines.add(
        new Line(in.say("compare.options"), a.algorithm().options(), b.algorithm().options()));
    lines.add(
        new Line(
            in.say("compare.trained"),
            "",
            "",
            List.of(Moment.of(a.trainedAt()), Moment.of(b.trainedAt()))));
    lines.add(
        new Line(in.say("compare.rows-learned-from"), learned(a, numbers), learned(b, numbers)));
    lines.add(new Line(in.say("compare.rows-by-origin"), byOrigin(a, in), byOrigin(b, in)));
    lines.add(new Line(in.say("compare.rows-of-the-log"), times(a, in), times(b, in)));
    lines.add(new Line(in.say("compare.rows-kept-apart"), apart(a, numbers), apart(b, numbers)));
    lines.add(new Line(in.say("compare.made-from"), parent(a, in), parent(b, in)));
    lines.add(new Line(in.say("compare.asked-by"), asked(a, exchange), asked(b, exchange)));
    lines.add(new Line(in.say("compare.because"), reason(a, in), reason(b, in)));
    lines.add(new Line(in.say("compare.gate"), gate(a, in), gate(b, in)));
    lines.add(new Line(in.say("compare.weka-and-java"), software(a), software(b)));
    return lines;
  }

  private static String learned(Manifest m, Numerals numbers) {
    return numbers.count((long) m.data().rows() - m.holdOut().rows().size());
  }

  private static String apart(Manifest m, Numerals numbers) {
    return numbers.count((long) m.holdOut().rows().size());
  }

  private static String byOrigin(Manifest m, Language in) {
    return m.provenance().stream()
        .flatMap(p -> p.rowsByOrigin().entrySet().stream())
        .map(
            e ->
                in.say(
                    "compare.origin",
                    RunNames.origin(e.getKey(), in),
                    in.numbers().count((long) e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static String times(Manifest m, Language in) {
    Optional<Manifest.Provenance> p = m.provenance();
    return p.flatMap(Manifest.Provenance::from)
        .map(
            from ->
                in.say(
                    "compare.to",
                    Moment.of(from).text(),
                    Moment.of(p.get().to().orElse(from)).text()))
        .orElse(in.say("compare.none"));
  }

  private static String parent(Manifest m, Language in) {
    return m.provenance()
        .flatMap(Manifest.Provenance::parent)
        .map(v -> in.say("compare.version", v))
        .orElse(in.say("compare.nothing-before"));
  }

  private static String asked(Manifest m, Exchange exchange) {
    return m.provenance().map(p -> exchange.shown(p.requestedBy())).orElse(m.trainer());
  }

  private static String reason(Manifest m, Language in) {
    return m.provenance().map(Manifest.Provenance::reason).orElse(in.say("compare.first"));
  }

  private static String gate(Manifest m, Language in) {
    return m.provenance()
        .flatMap(Manifest.Provenance::verdict)
        .map(v -> v.admitted() ? in.say("versions.admitted") : in.say("versions.refused"))
        .orElse(in.say("compare.not-judged"));
  }

  private static String software(Manifest m) {
    return m.software().weka() + ", " + m.software().java();
  }

  private static List<Line> figures(Metrics a, Metrics b, Language in) {
    Numerals numbers = in.numbers();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            in.say("compare.rows"),
            numbers.count((long) a.rows()),
            numbers.count((long) b.rows())));
    if (a.classes().isPresent() && b.classes().isPresent()) {
      Metrics.Classes x = a.classes().get();
      Metrics.Classes y = b.classes().get();
      lines.add(new Line(in.say("versions.accuracy"), accuracy(x, in), accuracy(y, in)));
      add(lines, in.say("versions.macro-f1"), x, y, Metrics.Classes::macroF1, numbers::percent);
      add(lines, in.say("versions.log-loss"), x, y, Metrics.Classes::logLoss, numbers::score);
      add(lines, in.say("compare.brier-score"), x, y, Metrics.Classes::brier, numbers::score);
      add(lines, in.say("compare.calibration-error"), x, y, Metrics.Classes::ece, numbers::score);
      for (int k = 0; k < Math.min(x.perClass().size(), y.perClass().size()); k++) {
        int at = k;
        String name = in.say("compare.f1-of", x.perClass().get(k).label());
        add(lines, name, x, y, m -> m.perClass().get(at).f1(), numbers::percent);
      }
    }
    if (a.numbers().isPresent() && b.numbers().isPresent()) {
      Metrics.Numbers x = a.numbers().get();
      Metrics.Numbers y = b.numbers().get();
      add(lines, in.say("versions.mean-error"), x, y, Metrics.Numbers::mae, numbers::digits);
      add(lines, in.say("versions.rmse"), x, y, Metrics.Numbers::rmse, numbers::digits);
      add(lines, in.say("versions.r2"), x, y, Metrics.Numbers::r2, numbers::score);
    }
    return lines;
  }

  private static <M> void add(
      List<Line> lines,
      String name,
      M first,
      M second,
      ToDoubleFunction<M> figure,
      DoubleFunction<String> shown) {
    lines.add(
        new Line(
            name,
            shown.apply(figure.applyAsDouble(first)),
            shown.apply(figure.applyAsDouble(second))));
  }

  private static String accuracy(Metrics.Classes c, Language in) {
    return in.say(
        "compare.interval",
        in.numbers().percent(c.accuracy()),
        in.numbers().percent(c.accuracyLow()),
        in.numbers().percent(c.accuracyHigh()));
  }
}
