package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.VersionId;
import dev.perennial.monitor.Diagnosis;
import dev.perennial.training.RowChoices;
import dev.perennial.training.TrainingRows;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The form that starts a run.
 *
 * @param version that answers
 * @param scheme its classifier and options
 * @param why the chosen rows are chosen, in sentences
 */
public record RetrainView(
    String model, String title, int version, String scheme, String why, List<Choice> choices) {
  /**
   * A choice of rows.
   *
   * @param value as the form sends it
   * @param sentence what it takes, with counts
   */
  public record Choice(String value, String name, String sentence, boolean chosen) {}

  static RetrainView of(LoopView.Sources sources, TrainingRows rows, String model, Language in) {
    RowChoices choices;
    try {
      choices = rows.choices(model);
    } catch (ModelException e) {
      throw Problem.of(Problem.Type.CONFLICT, Problem.sentence(e)).asException();
    }
    VersionId champion = sources.registry().champion(model).orElseThrow();
    Manifest manifest = sources.registry().manifest(champion.key());
    Optional<Diagnosis> says =
        sources.watched().reports().apply(model, Span.DEPLOYMENT).map(Report::diagnosis);
    RowChoices.Advice advice =
        choices.advise(says.map(Diagnosis::code).orElse(Diagnosis.Code.NOT_ENOUGH_DATA));
    String scheme = manifest.algorithm().scheme() + " " + manifest.algorithm().options();
    return new RetrainView(
        model,
        manifest.title(),
        champion.version(),
        scheme.strip(),
        says.map(diagnosis -> why(diagnosis, advice.why(), in))
            .orElseGet(() -> in.say("retrain.advice-none")),
        choices.all().stream()
            .map(each -> choice(each, each.preset() == advice.preset(), rows, in))
            .toList());
  }

  private static String why(Diagnosis diagnosis, RowChoices.Why why, Language in) {
    String said =
        Figures.sentence(in.said(diagnosis.sentence())) + " " + in.said(diagnosis.action());
    return switch (why) {
      case SINCE_DRIFT -> in.say("retrain.advice-since-drift", said);
      case RECENT -> in.say("retrain.advice-recent", said);
      case TOO_FEW -> in.say("retrain.advice-too-few", said);
      case USUAL ->
          diagnosis.code() == Diagnosis.Code.DATA_FAULT
              ? in.say("retrain.advice-data-fault", said)
              : in.say("retrain.advice-usual", said);
    };
  }

  private static Choice choice(
      RowChoices.Choice of, boolean chosen, TrainingRows rows, Language in) {
    String name =
        switch (of.preset()) {
          case ALL -> in.say("retrain.all");
          case RECENT -> in.say("retrain.recent");
          case SINCE_DRIFT -> in.say("retrain.since-drift");
        };
    String takes = takes(of, rows, in);
    return new Choice(
        of.preset().text(),
        name,
        of.enough()
            ? takes
            : in.say("retrain.too-few", takes, in.numbers().count(TrainingRows.FEWEST)),
        chosen);
  }

  private static String takes(RowChoices.Choice of, TrainingRows rows, Language in) {
    String reference = in.numbers().count(of.reference());
    String labelled = in.numbers().count(of.labelled());
    String judged = in.numbers().count(of.judged());
    return switch (of.preset()) {
      case ALL -> in.say("retrain.takes-all", reference, labelled, judged);
      case RECENT ->
          in.say(
              "retrain.takes-recent", reference, labelled, judged, in.span(rows.policy().window()));
      case SINCE_DRIFT ->
          of.since()
              .map(Moment::of)
              .map(m -> in.say("retrain.takes-since-drift", reference, labelled, judged, m.text()))
              .orElseGet(() -> in.say("retrain.takes-no-drift", reference, labelled));
    };
  }
}
