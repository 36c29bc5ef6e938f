package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.Trail;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The line of a model's versions and its history, newest first.
 *
 * @param champion the version that answers; 0 for none
 * @param figures what the metrics of {@link Line#figures} are called
 * @param back the version that a roll-back goes to
 * @param again the version that a roll-back has just taken away
 */
public record VersionsView(
    String model,
    String title,
    int champion,
    List<String> figures,
    List<Line> lines,
    List<Change> history,
    Optional<Integer> back,
    Optional<Integer> again,
    LoopView loop) {

  /** The numbers of the versions, newest first. */
  public List<Integer> numbers() {
    return lines.stream().map(Line::version).toList();
  }

  /**
   * One version.
   *
   * @param alias champion, challenger or ""
   * @param role the same in words
   * @param gate admitted, refused or "" where no gate judged it
   * @param compared with the version that it was to replace, on the same rows
   * @param rules of the gate, in sentences, those that it does not pass first
   */
  public record Line(
      int version,
      String alias,
      String role,
      String algorithm,
      Moment trained,
      String rows,
      String compared,
      List<String> figures,
      String gate,
      List<String> rules,
      String why) {}

  /** One change of champion or challenger. */
  public record Change(Moment at, String what, String by, String reason) {}

  static VersionsView of(
      LoopView.Sources sources, List<VersionId> versions, Exchange exchange, Language in) {
    ModelRegistry registry = sources.registry();
    String model = versions.get(0).model();
    Optional<VersionId> champion = registry.champion(model);
    Optional<VersionId> challenger = registry.challenger(model);
    List<Line> lines = new ArrayList<>();
    for (VersionId id : versions) {
      Optional<VersionId> one = Optional.of(id);
      String alias = one.equals(champion) ? "champion" : one.equals(challenger) ? "challenger" : "";
      lines.add(0, line(id, registry.manifest(id.key()), alias, in));
    }
    Manifest newest = registry.manifest(versions.get(versions.size() - 1).key());
    List<Promotion> history = registry.history(model);
    Trail trail = Trail.of(history);
    return new VersionsView(
        model,
        newest.title(),
        champion.map(VersionId::version).orElse(0),
        newest.metrics().classes().isPresent()
            ? List.of(
                in.say("versions.accuracy"),
                in.say("versions.macro-f1"),
                in.say("versions.log-loss"))
            : List.of(
                in.say("versions.mean-error"), in.say("versions.rmse"), in.say("versions.r2")),
        lines,
        history.stream().map(change -> change(change, exchange, in)).toList(),
        trail.before(),
        trail.undone(),
        sources.of(model, in));
  }

  private static Line line(VersionId id, Manifest manifest, String alias, Language in) {
    Optional<Verdict> verdict = manifest.provenance().flatMap(Manifest.Provenance::verdict);
    String scheme = manifest.algorithm().scheme();
    return new Line(
        id.version(),
        alias,
        role(alias, in),
        scheme.substring(scheme.lastIndexOf('.') + 1),
        Moment.of(manifest.trainedAt()),
        manifest.holdOut().isOfFile()
            ? in.say("versions.not-known")
            : in.numbers().count((long) manifest.data().rows() - manifest.holdOut().rows().size()),
        manifest.provenance().map(p -> compared(p, in)).orElse(in.say("versions.not-compared")),
        figures(manifest.metrics(), in.numbers()),
        verdict
            .map(v -> v.admitted() ? in.say("versions.admitted") : in.say("versions.refused"))
            .orElse(""),
        verdict.stream()
            .flatMap(v -> v.rules().stream())
            .sorted(Comparator.comparing(Verdict.Rule::passed))
            .map(rule -> in.said(rule.says()))
            .toList(),
        manifest.provenance().map(Manifest.Provenance::reason).orElse(in.say("versions.first")));
  }

  private static String role(String alias, Language in) {
    return switch (alias) {
      case "champion" -> in.say("versions.champion");
      case "challenger" -> in.say("versions.challenger");
      default -> "";
    };
  }

  /** Such as "Accuracy against version 1: +24.4 points, 95 % +20.1 … +28.9, on 512 rows". */
  private static String compared(Manifest.Provenance provenance, Language in) {
    Optional<Verdict> verdict = provenance.verdict();
    String parent = provenance.parent().map(String::valueOf).orElse(Figures.NONE);
    return verdict
        .flatMap(Verdict::gain)
        .map(
            gain ->
                in.say(
                    "versions.gain",
                    parent,
                    Difference.gain(gain, in),
                    in.numbers().count(gain.rows())))
        .or(() -> verdict.flatMap(v -> v.rule("absolute-error")).map(rule -> in.said(rule.says())))
        .orElse(in.say("versions.not-compared"));
  }

  private static List<String> figures(Metrics metrics, Numerals numbers) {
    List<String> figures = new ArrayList<>();
    metrics
        .classes()
        .ifPresent(
            c -> {
              figures.add(numbers.percent(c.accuracy()));
              figures.add(numbers.percent(c.macroF1()));
              figures.add(numbers.score(c.logLoss()));
            });
    metrics
        .numbers()
        .ifPresent(
            n -> {
              figures.add(numbers.digits(n.mae()));
              figures.add(numbers.digits(n.rmse()));
              figures.add(numbers.score(n.r2()));
            });
    return figures;
  }

  private static Change change(Promotion change, Exchange exchange, Language in) {
    String what =
        switch (change.alias()) {
          case CHAMPION -> in.say("versions.answers", change.to());
          case CHALLENGER -> in.say("versions.is-challenger", change.to());
          case WITHDRAWN -> in.say("versions.is-withdrawn", change.to());
        };
    return new Change(
        Moment.of(change.at()),
        change
            .from()
            .filter(from -> from != change.to())
            .map(from -> in.say("versions.after", what, from))
            .orElse(what),
        exchange.shown(change.actor()),
        change.reason());
  }
}
