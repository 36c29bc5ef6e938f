package dev.perennial.web.pages;

import dev.perennial.log.Entry.Label;
import dev.perennial.log.PredictionLog.Logged;
import dev.perennial.model.Feature;
import dev.perennial.model.Manifest;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Labels.Asked;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded as the true answer of a prediction, and the way to tell or correct it.
 *
 * @param told true if it was told just now
 * @param recorded what holds; "" if nothing does
 * @param predicted what the model answered; "" if it is not known yet
 * @param problem why what was told was not taken; "" if it was
 */
public record LabelView(
    String model,
    int version,
    String target,
    boolean told,
    String recorded,
    String predicted,
    String problem,
    Ask ask) {
  private static final int MOST_BUTTONS = 7;

  /**
   * The question for the true answer.
   *
   * @param likely the class that one click confirms; "" if there is none
   * @param others the classes to choose from instead; empty for a number
   * @param many true if they are too many for a button each
   * @param number true if a number is asked for
   * @param unit of the number, or ""
   */
  public record Ask(
      String id,
      String target,
      String likely,
      List<String> others,
      boolean many,
      boolean number,
      String unit) {}

  /** Asks whether this answer was right. */
  static Ask ask(String id, Feature target, String answer) {
    return ask(id, target, answer, target.isNominal() ? answer : "");
  }

  private static Ask ask(String id, Feature target, String left, String likely) {
    List<String> others = target.values().stream().filter(c -> !c.equals(left)).toList();
    return new Ask(
        id,
        target.label(),
        likely,
        others,
        others.size() > MOST_BUTTONS,
        !target.isNominal(),
        target.unit().orElse(""));
  }

  /**
   * The page about one prediction.
   *
   * @param id as text
   * @param told true if a label was told with this request
   * @param problem why it was not taken; "" if it was
   */
  static LabelView of(
      String id,
      Asked asked,
      VersionId version,
      Manifest manifest,
      Optional<Logged> logged,
      boolean told,
      String problem) {
    Feature target = manifest.schema().target();
    String recorded = asked.holding().map(Label::text).orElse("");
    String predicted = logged.map(Logged::answer).orElse("");
    return new LabelView(
        version.model(),
        version.version(),
        target.label(),
        told && problem.isEmpty(),
        recorded,
        predicted,
        problem,
        recorded.isEmpty() ? ask(id, target, predicted) : ask(id, target, recorded, ""));
  }
}
