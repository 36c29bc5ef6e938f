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
import java.util.Locale;

/**
 * What a version of a model is, in plain words, from its manifest.
 *
 * @param purpose what it answers, in one sentence
 * @param facts how it came about
 * @param figures how it did on rows that it was not trained on
 * @param limits what it cannot do
 */
public record CardView(String purpose, List<Fact> facts, List<Fact> figures, List<String> limits) {

  static CardView of(Live live, Exchange exchange) {
    Manifest manifest = live.model().manifest();
    Schema schema = live.inputs().schema();
    return new CardView(
        "From %s it says %s.".formatted(inputs(schema), answers(schema.target())),
        facts(manifest, exchange),
        figures(manifest.metrics(), schema.target()),
        limits(live, manifest));
  }

  /** Such as "7 numbers and 13 choices". */
  static String inputs(Schema schema) {
    List<String> parts =
        Arrays.stream(Kind.values())
            .map(kind -> counted(kind, schema))
            .filter(part -> !part.isEmpty())
            .toList();
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private static String counted(Kind kind, Schema schema) {
    long n = schema.features().stream().filter(feature -> feature.kind() == kind).count();
    String one =
        switch (kind) {
          case NUMERIC -> "number";
          case NOMINAL -> "choice";
          case STRING -> "text";
          case DATE -> "date";
        };
    return n == 0 ? "" : "%,d %s%s".formatted(n, one, n == 1 ? "" : "s");
  }

  /** Such as "which Species it is: setosa, versicolor or virginica". */
  private static String answers(Feature target) {
    if (!target.isNominal()) {
      return "how much " + target.label() + target.unit().map(u -> " in " + u).orElse("") + " is";
    }
    return "which " + target.label() + " it is: " + classes(target);
  }

  /** Such as "setosa, versicolor or virginica", or how many there are. */
  static String classes(Feature target) {
    List<String> labels = target.values();
    int last = labels.size() - 1;
    return labels.size() > 6
        ? "one of %,d".formatted(labels.size())
        : String.join(", ", labels.subList(0, last)) + (last > 0 ? " or " : "") + labels.get(last);
  }

  private static List<Fact> facts(Manifest manifest, Exchange exchange) {
    int heldOut = manifest.holdOut().rows().size();
    String scheme = manifest.algorithm().scheme();
    return List.of(
        new Fact(
            "Learned by",
            scheme.substring(scheme.lastIndexOf('.') + 1),
            manifest.algorithm().options()),
        manifest.holdOut().isOfFile()
            ? new Fact("Learned from", "Not known", "it came as a file")
            : new Fact(
                "Learned from",
                "%,d rows".formatted(manifest.data().rows() - heldOut),
                manifest.data().source().orElse("")),
        new Fact(
            manifest.holdOut().isSeen() ? "Judged on" : "Kept from it",
            "%,d rows".formatted(heldOut),
            manifest.holdOut().isSeen()
                ? "which it may have learned: the figures below are too good"
                : "to judge it on: the figures below"),
        new Fact(
            "Trained",
            Moment.of(manifest.trainedAt()).text(),
            "by %s, with Weka %s"
                .formatted(exchange.shown(manifest.trainer()), manifest.software().weka())));
  }

  static List<Fact> figures(Metrics metrics, Feature target) {
    List<Fact> figures = new ArrayList<>();
    metrics.classes().ifPresent(c -> figures.addAll(figures(c)));
    String unit = target.unit().map(u -> " " + u).orElse("");
    metrics
        .numbers()
        .ifPresent(
            n -> {
              String mean = Figures.number(n.mae()) + unit;
              String square = Figures.number(n.rmse()) + unit;
              figures.add(new Fact("Mean error", mean, "how far off it is on average"));
              figures.add(
                  new Fact(
                      "Root mean square error", square, "the same, large errors counting more"));
              figures.add(
                  new Fact(
                      "R²", Figures.score(n.r2()), "1 is perfect, 0 is to say the mean always"));
            });
    return figures;
  }

  private static List<Fact> figures(Metrics.Classes c) {
    long rows = c.perClass().stream().mapToLong(Metrics.PerClass::support).sum();
    long most = c.perClass().stream().mapToLong(Metrics.PerClass::support).max().orElse(0);
    String guess =
        rows == 0
            ? ""
            : "; always the most frequent answer: " + Figures.percent((double) most / rows);
    String band =
        String.format(
            Locale.ROOT,
            "95 %% interval %.1f to %.1f %%",
            100 * c.accuracyLow(),
            100 * c.accuracyHigh());
    return List.of(
        new Fact("Right answers", Figures.percent(c.accuracy()), band + guess),
        new Fact("Macro F1", Figures.score(c.macroF1()), "mean over the answers; 1 is perfect"),
        new Fact(
            "Log loss", Figures.score(c.logLoss()), "how good the probabilities are; 0 is perfect"),
        new Fact(
            "Calibration error",
            Figures.score(c.ece()),
            "gap between confidence and truth; 0 is none"));
  }

  private static List<String> limits(Live live, Manifest manifest) {
    List<String> limits = new ArrayList<>();
    if (live.inputs().schema().target().isNominal()) {
      limits.add("It knows these answers only: a row of another kind still gets one of them.");
    }
    if (manifest.features().stream().anyMatch(feature -> feature.observed().isPresent())) {
      limits.add("Outside the ranges that training saw it extrapolates, and its answer says so.");
    }
    limits.add(
        live.inputs().takesMissing()
            ? "A value may be left out; the answer then says so and is less reliable."
            : "Every value is needed: a row that leaves one out is refused.");
    if (manifest.holdOut().isSeen()) {
      limits.add("It was judged on rows that it may have learned, so it is worse than it looks.");
    }
    if (manifest.holdOut().rows().size() < 100) {
      limits.add("It was judged on few rows, so the figures are rough.");
    }
    return limits;
  }
}
