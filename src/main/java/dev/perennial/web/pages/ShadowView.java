package dev.perennial.web.pages;

import dev.perennial.model.Verdict;
import dev.perennial.training.ShadowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  static ShadowView of(ShadowState state) {
    boolean compared = state.scores().rows() > 0;
    return new ShadowView(
        state.version(),
        state.champion(),
        Moment.of(state.since()),
        Figures.sentence(state.trouble()),
        facts(state),
        state.verdict().gain().map(ShadowView::gain).orElse(""),
        compared
            ? state.verdict().rules().stream().map(Verdict.Rule::sentence).toList()
            : List.of());
  }

  private static List<Fact> facts(ShadowState state) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Rows answered by both",
            Figures.count(state.rows()),
            Figures.count(state.dropped())
                + " dropped under load, "
                + Figures.count(state.unanswered())
                + " without an answer since the start"));
    if (state.classes() && state.rows() > 0) {
      facts.add(
          new Fact(
              "Same answer",
              Figures.percent((double) state.agreed() / state.rows()),
              "95 % "
                  + Figures.percent(state.agreement().low())
                  + " … "
                  + Figures.percent(state.agreement().high())));
    }
    ShadowState.Scores scores = state.scores();
    facts.add(new Fact("Of these with a label", Figures.count(scores.rows()), "the newest 5,000"));
    if (scores.rows() > 0) {
      String what = state.classes() ? "accuracy" : "mean absolute error";
      facts.add(new Fact("Champion", score(state, scores.champion()), what));
      facts.add(new Fact("Challenger", score(state, scores.challenger()), what));
    }
    return facts;
  }

  private static String score(ShadowState state, double score) {
    return state.classes() ? Figures.percent(score) : Figures.number(score);
  }

  private static String gain(Verdict.Gain gain) {
    return String.format(
        Locale.ROOT,
        "The challenger: %+.1f points, 95 %% %+.1f … %+.1f.",
        100 * gain.accuracy(),
        100 * gain.low(),
        100 * gain.high());
  }
}
