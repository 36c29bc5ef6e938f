package dev.perennial.web.pages;

import dev.perennial.model.Alias;
import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The line of a model's versions and its history, newest first.
 *
 * @param figures what the metrics of {@link Line#figures} are called
 * @param back whether there is a champion to go back to
 */
public record VersionsView(
    String model,
    String title,
    List<String> figures,
    List<Line> lines,
    List<Change> history,
    boolean back,
    LoopView loop) {

  /** The numbers of the versions, newest first. */
  public List<Integer> numbers() {
    return lines.stream().map(Line::version).toList();
  }

  /**
   * One version.
   *
   * @param alias champion, challenger or ""
   * @param gate admitted, refused or "" where no gate judged it
   * @param rules of the gate, in sentences
   */
  public record Line(
      int version,
      String alias,
      String algorithm,
      Moment trained,
      String rows,
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
      lines.add(0, line(id, registry.manifest(id.key()), alias));
    }
    Manifest newest = registry.manifest(versions.get(versions.size() - 1).key());
    return new VersionsView(
        model,
        newest.title(),
        newest.metrics().classes().isPresent()
            ? List.of("Accuracy", "Macro F1", "Log loss")
            : List.of("Mean error", "Root mean square error", "R²"),
        lines,
        registry.history(model).stream().map(change -> change(change, exchange)).toList(),
        registry.champions(model).size() > 1,
        sources.of(model, in));
  }

  private static Line line(VersionId id, Manifest manifest, String alias) {
    Optional<Verdict> verdict = manifest.provenance().flatMap(Manifest.Provenance::verdict);
    String scheme = manifest.algorithm().scheme();
    return new Line(
        id.version(),
        alias,
        scheme.substring(scheme.lastIndexOf('.') + 1),
        Moment.of(manifest.trainedAt()),
        manifest.holdOut().isOfFile()
            ? "not known"
            : "%,d".formatted(manifest.data().rows() - manifest.holdOut().rows().size()),
        figures(manifest.metrics()),
        verdict.map(v -> v.admitted() ? "admitted" : "refused").orElse(""),
        verdict.stream().flatMap(v -> v.rules().stream()).map(Verdict.Rule::sentence).toList(),
        manifest.provenance().map(Manifest.Provenance::reason).orElse("The first version."));
  }

  private static List<String> figures(Metrics metrics) {
    List<String> figures = new ArrayList<>();
    metrics
        .classes()
        .ifPresent(
            c -> {
              figures.add(Numerals.PLAIN.percent(c.accuracy()));
              figures.add(Numerals.PLAIN.percent(c.macroF1()));
              figures.add(String.format(Locale.ROOT, "%.3f", c.logLoss()));
            });
    metrics
        .numbers()
        .ifPresent(
            n -> {
              figures.add(String.format(Locale.ROOT, "%.4g", n.mae()));
              figures.add(String.format(Locale.ROOT, "%.4g", n.rmse()));
              figures.add(String.format(Locale.ROOT, "%.3f", n.r2()));
            });
    return figures;
  }

  private static Change change(Promotion change, Exchange exchange) {
    String from = change.from().map(version -> ", after version " + version).orElse("");
    String what =
        "Version "
            + change.to()
            + (change.alias() == Alias.CHAMPION ? " answers" : " is the challenger")
            + from;
    return new Change(
        Moment.of(change.at()), what, exchange.shown(change.actor()), change.reason());
  }
}
