package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.model.Manifest;
import dev.perennial.model.Metrics;
import dev.perennial.model.Schema;
import dev.perennial.serving.Live;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a version of a model is, in plain words, from its manifest.
 *
 * @param purpose what it answers, in one sentence
 * @param facts how it came about
 * @param figures how it did on rows that it was not trained on
 * @param limits what it cannot do
 */
public record CardView(String purpose, List<Fact> facts, List<Fact> figures, List<String> limits) {

  static CardView of(Live live, Exchange exchange, Language in) {
    Manifest manifest = live.model().manifest();
    Schema schema = live.inputs().schema();
    return new CardView(
        answers(inputs(schema, in), schema.target(), in),
        facts(manifest, exchange, in),
        figures(manifest.metrics(), schema.target(), in),
        limits(live, manifest, in));
  }

  /** Such as "7 numbers and 13 choices". */
  static String inputs(Schema schema, Language in) {
    List<String> parts =
        Arrays.stream(Kind.values())
            .map(kind -> counted(kind, schema, in))
            .filter(part -> !part.isEmpty())
            .toList();
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : in.say("card.and", String.join(", ", parts.subList(0, last)), parts.get(last));
  }

  private static String counted(Kind kind, Schema schema, Language in) {
    long n = schema.features().stream().filter(feature -> feature.kind() == kind).count();
    String shown = in.numbers().count(n);
    return n == 0
        ? ""
        : switch (kind) {
          case NUMERIC -> n == 1 ? in.say("card.one-number") : in.say("card.numbers", shown);
          case NOMINAL -> n == 1 ? in.say("card.one-choice") : in.say("card.choices", shown);
          case STRING -> n == 1 ? in.say("card.one-text") : in.say("card.texts", shown);
          case DATE -> n == 1 ? in.say("card.one-date") : in.say("card.dates", shown);
        };
  }

  /** Such as "From 4 numbers it says which Species it is: setosa, versicolor or virginica." */
  private static String answers(String inputs, Feature target, Language in) {
    if (!target.isNominal()) {
      return target
          .unit()
          .map(unit -> in.say("card.from-it-says-how", inputs, target.label(), unit))
          .orElseGet(() -> in.say("card.from-it-says-how-much", inputs, target.label()));
    }
    return in.say("card.from-it-says-which", inputs, target.label(), classes(target, in));
  }

  /** Such as "setosa, versicolor or virginica", or how many there are. */
  static String classes(Feature target, Language in) {
    List<String> labels = target.values();
    int last = labels.size() - 1;
    return labels.size() > 6
        ? in.say("card.one-of", in.numbers().count(labels.size()))
        : last > 0
            ? in.say("card.or", String.join(", ", labels.subList(0, last)), labels.get(last))
            : labels.get(last);
  }

  private static List<Fact> facts(Manifest manifest, Exchange exchange, Language in) {
    int heldOut = manifest.holdOut().rows().size();
    String scheme = manifest.algorithm().scheme();
    return List.of(
        new Fact(
            in.say("card.learned-by"),
            scheme.substring(scheme.lastIndexOf('.') + 1),
            manifest.algorithm().options()),
        manifest.holdOut().isOfFile()
            ? new Fact(
                in.say("card.learned-from"),
                in.say("card.not-known"),
                in.say("card.came-as-a-file"))
            : new Fact(
                in.say("card.learned-from"),
                in.say("card.rows", in.numbers().count(manifest.data().rows() - heldOut)),
                sources(manifest, in)),
        new Fact(
            in.say(manifest.holdOut().isSeen() ? "card.judged-on" : "card.kept-from-it"),
            in.say("card.rows", in.numbers().count(heldOut)),
            in.say(manifest.holdOut().isSeen() ? "card.may-have-learned" : "card.to-judge-it-on")),
        Fact.at(
            in.say("card.trained"),
            in.say(
                "card.by-with-weka",
                exchange.shown(manifest.trainer()),
                manifest.software().weka()),
            manifest.trainedAt()));
  }

  /** Where the rows come from: of a version that was retrained, how many from where. */
  private static String sources(Manifest manifest, Language in) {
    String source = manifest.data().source().orElse("");
    Map<String, Integer> origins =
        manifest.provenance().map(Manifest.Provenance::rowsByOrigin).orElse(Map.of());
    if (origins.isEmpty()) {
      return source;
    }
    List<String> parts = new ArrayList<>();
    int logged = 0;
    for (Map.Entry<String, Integer> each : origins.entrySet()) {
      if (each.getKey().equals("reference")) {
        String rows = in.numbers().count(each.getValue());
        parts.add(
            source.isEmpty()
                ? in.say("card.from-the-reference", rows)
                : in.say("card.from-the-reference-of", rows, source));
      } else {
        logged += each.getValue();
      }
    }
    if (logged > 0) {
      parts.add(in.say("card.from-the-log", in.numbers().count(logged)));
    }
    return String.join(", ", parts);
  }

  static List<Fact> figures(Metrics metrics, Feature target, Language in) {
    List<Fact> figures = new ArrayList<>();
    metrics.classes().ifPresent(c -> figures.addAll(figures(c, in)));
    String unit = target.unit().map(u -> " " + u).orElse("");
    metrics
        .numbers()
        .ifPresent(
            n -> {
              String mean = in.numbers().number(n.mae()) + unit;
              String square = in.numbers().number(n.rmse()) + unit;
              figures.add(new Fact(in.say("card.mean-error"), mean, in.say("card.how-far-off-it")));
              figures.add(
                  new Fact(
                      in.say("card.root-mean-square-error"),
                      square,
                      in.say("card.the-same-large-errors")));
              figures.add(
                  new Fact(
                      in.say("card.r"), in.numbers().score(n.r2()), in.say("card.1-is-perfect-0")));
            });
    return figures;
  }

  private static List<Fact> figures(Metrics.Classes c, Language in) {
    long rows = c.perClass().stream().mapToLong(Metrics.PerClass::support).sum();
    long most = c.perClass().stream().mapToLong(Metrics.PerClass::support).max().orElse(0);
    String guess =
        rows == 0
            ? ""
            : in.say("card.always-the-most-frequent", in.numbers().percent((double) most / rows));
    String band =
        in.say(
            "card.95-interval-to",
            in.numbers().tenth(100 * c.accuracyLow()),
            in.numbers().tenth(100 * c.accuracyHigh()));
    return List.of(
        new Fact(in.say("card.right-answers"), in.numbers().percent(c.accuracy()), band + guess),
        new Fact(
            in.say("card.macro-f1"),
            in.numbers().score(c.macroF1()),
            in.say("card.mean-over-the-answers")),
        new Fact(
            in.say("card.log-loss"),
            in.numbers().score(c.logLoss()),
            in.say("card.how-good-the-probabilities")),
        new Fact(
            in.say("card.calibration-error"),
            in.numbers().score(c.ece()),
            in.say("card.gap-between-confidence-and")));
  }

  private static List<String> limits(Live live, Manifest manifest, Language in) {
    List<String> limits = new ArrayList<>();
    if (live.inputs().schema().target().isNominal()) {
      limits.add(in.say("card.it-knows-these-answers"));
    }
    if (manifest.features().stream().anyMatch(feature -> feature.observed().isPresent())) {
      limits.add(in.say("card.outside-the-ranges-that"));
    }
    limits.add(
        live.inputs().takesMissing()
            ? in.say("card.a-value-may-be")
            : in.say("card.every-value-is-needed"));
    if (manifest.holdOut().isSeen()) {
      limits.add(in.say("card.worse-than-it-looks"));
    }
    if (manifest.holdOut().rows().size() < 100) {
      limits.add(in.say("card.it-was-judged-on"));
    }
    return limits;
  }
}
