package dev.perennial.web.pages;

import dev.perennial.explain.Contribution;
import dev.perennial.explain.Explanation;
import dev.perennial.model.Feature;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Row;
import dev.perennial.serving.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The page that says why an answer is as it is.
 *
 * @param subject what the contributions add up to, such as "the probability of setosa"
 * @param pulls one an input, the strongest first
 * @param method how they were found, in one sentence
 */
public record WhyView(
    String id,
    String model,
    int version,
    String answer,
    String subject,
    String found,
    String average,
    List<Pull> pulls,
    List<String> path,
    String method) {

  /**
   * What one input does to the answer.
   *
   * @param figure signed, such as "+ 12.3 points"
   * @param error such as "± 0.4", or ""
   * @param x where the bar begins, from 0 to 100
   * @param width of the bar
   * @param up whether it speaks for the answer
   */
  public record Pull(
      String label,
      String value,
      String figure,
      String error,
      String x,
      String width,
      boolean up) {}

  static WhyView of(String id, LoadedModel model, Row row, Explanation why, Language in) {
    boolean share = why.label().isPresent();
    String unit = model.schema().target().unit().map(u -> " " + u).orElse("");
    double strongest =
        why.contributions().stream().mapToDouble(c -> Math.abs(c.value())).max().orElse(0);
    List<Pull> pulls = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -Math.abs(why.contributions().get(i).value())));
    for (int i : order) {
      Feature feature = model.schema().features().get(i);
      pulls.add(pull(feature, row, i, why.contributions().get(i), strongest, share, unit, in));
    }
    return new WhyView(
        id,
        model.id().model(),
        model.id().version(),
        why.label().orElseGet(() -> Numbers.text(why.answer()) + unit),
        share
            ? in.say("why.the-probability-of", why.label().orElse(""))
            : in.say("why.the-predicted", model.schema().target().label()),
        share ? in.numbers().percent(why.answer()) : Numbers.text(why.answer()) + unit,
        share ? in.numbers().percent(why.average()) : in.numbers().number(why.average()) + unit,
        pulls,
        why.path(),
        method(why, in));
  }

  private static Pull pull(
      Feature feature,
      Row row,
      int index,
      Contribution contribution,
      double strongest,
      boolean share,
      String unit,
      Language in) {
    double value = contribution.value();
    double width = strongest == 0 ? 0 : 50 * Math.abs(value) / strongest;
    String shown = AnswerView.value(feature, row, index);
    return new Pull(
        feature.label(),
        shown.isEmpty()
            ? in.say("why.not-given")
            : shown + feature.unit().map(u -> " " + u).orElse(""),
        (value < 0 ? "− " : "+ ") + size(Math.abs(value), share, unit, in),
        contribution.error() == 0 ? "" : "± " + size(contribution.error(), share, unit, in),
        Double.toString(value < 0 ? 50 - width : 50),
        Double.toString(width),
        value >= 0);
  }

  private static String size(double value, boolean share, String unit, Language in) {
    return share
        ? in.say("why.points", in.numbers().number(100 * value))
        : in.numbers().number(value) + unit;
  }

  private static String method(Explanation why, Language in) {
    String rows = in.numbers().count(why.referenceRows());
    return why.method() == Explanation.Method.EXACT
        ? in.say("why.shapley-values-every-combination", rows)
        : in.say("why.shapley-values-estimated-random", rows);
  }
}
