package dev.perennial.web.api;

import dev.perennial.explain.Explainer;
import dev.perennial.model.Prediction;
import dev.perennial.model.Schema;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Answer;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Warning;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import dev.perennial.web.Problems;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes an outcome as the predict endpoint answers it. */
public final class AnswerJson {
  /** An explanation takes as long as thousands of answers. */
  static final int MOST_EXPLAINED = 20;

  private AnswerJson() {}

  /** The problem of a row that has no prediction. */
  static Optional<Problem> problem(Answer answer) {
    if (answer instanceof Answer.Wrong wrong) {
      return Optional.of(Problem.invalidInput(wrong.errors()));
    }
    String detail = "The input is valid, but the model computes no answer to it.";
    return answer instanceof Answer.Unanswered
        ? Optional.of(Problem.forPrograms(Problem.Type.NO_ANSWER, detail))
        : Optional.empty();
  }

  /** The problem of the first row that has no prediction. */
  static Optional<Problem> problem(List<Answer> answers) {
    return answers.stream().flatMap(answer -> problem(answer).stream()).findFirst();
  }

  /**
   * The answers as JSON.
   *
   * @param explainer adds to each of the first {@value #MOST_EXPLAINED} predictions why it is so
   */
  static byte[] bytes(Outcome outcome, Optional<Explainer> explainer) {
    return Json.bytes(
        json -> {
          if (outcome.single()) {
            write(json, outcome, outcome.answers().get(0), explainer);
            return;
          }
          json.writeStartObject();
          json.writeArrayPropertyStart("predictions");
          List<Answer> answers = outcome.answers();
          for (int i = 0; i < answers.size(); i++) {
            write(json, outcome, answers.get(i), i < MOST_EXPLAINED ? explainer : Optional.empty());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void write(
      JsonGenerator json, Outcome outcome, Answer answer, Optional<Explainer> explainer) {
    json.writeStartObject();
    if (answer instanceof Answer.Predicted predicted) {
      VersionId version = outcome.live().model().id();
      json.writeStringProperty("prediction_id", predicted.id());
      json.writeStringProperty("model", version.model());
      json.writeNumberProperty("version", version.version());
      write(json, outcome.live().inputs().schema(), predicted.prediction());
      write(json, predicted.warnings());
      if (!outcome.logged()) {
        json.writeBooleanProperty("logged", false);
      }
      explainer.ifPresent(
          known -> {
            json.writeName("explanation");
            ExplanationJson.write(json, known, predicted.row());
          });
    } else {
      json.writeName("error");
      Problems.write(json, problem(answer).orElseThrow());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Schema schema, Prediction prediction) {
    if (prediction.classes() == 0) {
      json.writeNumberProperty("prediction", prediction.value());
      return;
    }
    json.writeStringProperty("prediction", schema.classes().get(prediction.classIndex()));
    json.writeObjectPropertyStart("probabilities");
    for (int k = 0; k < prediction.classes(); k++) {
      json.writeNumberProperty(schema.classes().get(k), prediction.probability(k));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, List<Warning> warnings) {
    json.writeArrayPropertyStart("warnings");
    for (Warning warning : warnings) {
      json.writeStartObject();
      json.writeStringProperty("code", warning.code());
      json.writeStringProperty("field", warning.field());
      json.writeStringProperty("message", warning.message().english());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
