package dev.perennial.web.api;

import dev.perennial.model.Verdict;
import dev.perennial.monitor.Interval;
import dev.perennial.training.Benefit;
import dev.perennial.training.PolicyState;
import dev.perennial.training.ShadowState;
import dev.perennial.web.Upkeep;
import dev.perennial.words.Said;
import java.util.Optional;

/** What is done without anybody asking, as a part of the monitor's document. Stateless. */
final class UpkeepJson {
  private UpkeepJson() {}

  static void write(JsonFacts facts, Upkeep upkeep) {
    facts
        .objects("policies", upkeep.policies(), UpkeepJson::policy)
        .object("benefit", Optional.of(upkeep.benefit()), UpkeepJson::benefit)
        .object("shadow", upkeep.shadow(), UpkeepJson::shadow);
  }

  private static void shadow(JsonFacts facts, ShadowState shadow) {
    boolean compared = shadow.scores().rows() > 0;
    String score = shadow.classes() ? "accuracy" : "absolute_error";
    facts
        .count("challenger", shadow.version())
        .count("champion", shadow.champion())
        .time("since", shadow.since())
        .text("trouble", shadow.trouble().map(Said::english).orElse(""))
        .count("rows", shadow.rows())
        .count("dropped", shadow.dropped())
        .count("unanswered", shadow.unanswered())
        .interval(shadow.rows() > 0 && shadow.classes(), "agreement_interval", shadow.agreement())
        .numberIf(
            shadow.rows() > 0 && shadow.classes(),
            "agreement",
            (double) shadow.agreed() / shadow.rows())
        .count("labels", shadow.scores().rows())
        .text("score", score)
        .numberIf(compared, "champion_score", shadow.scores().champion())
        .numberIf(compared, "challenger_score", shadow.scores().challenger())
        .flag("better", shadow.verdict().better());
    gain(facts, shadow.verdict().gain());
    facts.texts(
        "sentences", shadow.verdict().rules().stream().map(Verdict.Rule::sentence).toList());
  }

  private static void benefit(JsonFacts facts, Benefit benefit) {
    facts.text("sentence", benefit.sentence().english());
    facts.object("measured", benefit.measured(), UpkeepJson::measured);
  }

  private static void measured(JsonFacts facts, Benefit.Measured measured) {
    Optional<Verdict.Gain> gain = measured.verdict().gain();
    facts
        .time("at", measured.at())
        .count("version", measured.version())
        .count("rows", measured.rows())
        .flag("better", measured.verdict().better());
    gain(facts, gain);
  }

  /** In shares of 1; null for a numeric target. */
  private static void gain(JsonFacts facts, Optional<Verdict.Gain> gain) {
    facts
        .number("gain", gain.map(Verdict.Gain::accuracy))
        .interval(
            gain.isPresent(),
            "gain_interval",
            new Interval(
                gain.map(Verdict.Gain::low).orElse(0.0), gain.map(Verdict.Gain::high).orElse(0.0)));
  }

  private static void policy(JsonFacts facts, PolicyState policy) {
    facts
        .text("policy", policy.kind().text())
        .flag("on", policy.on())
        .text("sentence", policy.sentence().english())
        .time("next", policy.next());
  }
}
