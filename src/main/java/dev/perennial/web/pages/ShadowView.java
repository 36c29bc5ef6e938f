package dev.perennial.web.pages;

import dev.perennial.training.ShadowState;
import java.util.ArrayList;
import java.util.List;

/**
 * The challenger beside the champion, on the monitoring page.
 *
 * @param gain in a sentence, "" while no truth is known
 * @param rules of the gate on the rows whose truth is known, in sentences
 */
public record ShadowView(
    int version,
    int champion,
    Moment since,
    String trouble,
    List<Fact> facts,
    String gain,
    List<String> rules) {

  static ShadowView of(ShadowState state, Language in) {
    boolean compared = state.scores().rows() > 0;
    return new ShadowView(
        state.version(),
        state.champion(),
        Moment.of(state.since()),
        state.trouble().map(t -> Figures.sentence(in.said(t))).orElse(""),
        facts(state, in),
        state
            .verdict()
            .gain()
            .map(gain -> in.say("upkeep.challengers-gain", Difference.gain(gain, in)))
            .orElse(""),
        compared
            ? state.verdict().rules().stream().map(rule -> in.said(rule.says())).toList()
            : List.of());
  }

  private static List<Fact> facts(ShadowState state, Language in) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            in.say("upkeep.rows-answered-by-both"),
            in.numbers().count(state.rows()),
            in.say(
                "upkeep.dropped-under-load-without",
                in.numbers().count(state.dropped()),
                in.numbers().count(state.unanswered()))));
    if (state.classes() && state.rows() > 0) {
      facts.add(
          new Fact(
              in.say("upkeep.same-answer"),
              in.numbers().percent((double) state.agreed() / state.rows()),
              in.say(
                  "upkeep.95",
                  in.numbers().percent(state.agreement().low()),
                  in.numbers().percent(state.agreement().high()))));
    }
    ShadowState.Scores scores = state.scores();
    facts.add(
        new Fact(
            in.say("upkeep.of-these-with-a"),
            in.numbers().count(scores.rows()),
            in.say("upkeep.the-newest", in.numbers().count(5_000L))));
    if (scores.rows() > 0) {
      String what =
          state.classes() ? in.say("upkeep.accuracy") : in.say("upkeep.mean-absolute-error");
      facts.add(new Fact(in.say("upkeep.champion"), score(state, scores.champion(), in), what));
      facts.add(new Fact(in.say("upkeep.challenger"), score(state, scores.challenger(), in), what));
    }
    return facts;
  }

  private static String score(ShadowState state, double score, Language in) {
    return state.classes() ? in.numbers().percent(score) : in.numbers().number(score);
  }
}
