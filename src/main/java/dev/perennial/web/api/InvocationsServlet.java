package dev.perennial.web.api;

import dev.perennial.log.Source;
import dev.perennial.model.Prediction;
import dev.perennial.serving.Answer;
import dev.perennial.serving.Batch;
import dev.perennial.serving.CsvSheet;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.MalformedCsv;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Predictor;
import dev.perennial.serving.ScoringRequest;
import dev.perennial.serving.WrongColumns;
import dev.perennial.web.Body;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Timing;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * {@code POST /invocations}, MLflow's scoring protocol, to the default model: all rows are answered
 * or none. Safe for use by many threads.
 */
public final class InvocationsServlet extends HttpServlet {
  private static final String JSON = "application/json";
  private final transient LiveModels models;
  private final transient Predictor predictor;
  private final transient FailedAttempts failed;
  private final String model;
  private final int mostBody;

  /**
   * @param model the one that answers
   * @param mostBody in bytes
   */
  public InvocationsServlet(
      LiveModels models, Predictor predictor, FailedAttempts failed, String model, int mostBody) {
    this.models = models;
    this.predictor = predictor;
    this.failed = failed;
    this.model = model;
    this.mostBody = mostBody;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    byte[] body = {};
    try {
      Live live = Doorway.live(models, model);
      String type = MediaType.require(request, JSON, "text/csv", "application/csv");
      body = Body.read(request, mostBody);
      answer(exchange, live, read(live, type, body), response);
    } catch (ProblemException e) {
      failed.note(exchange.id(), model, e.problem().reason(), body);
      throw e;
    }
  }

  private record Read(Batch batch, long nanos) {}

  private static Read read(Live live, String type, byte[] body) {
    long start = System.nanoTime();
    try {
      Batch batch =
          type.equals(JSON)
              ? ScoringRequest.read(live.inputs(), body)
              : CsvSheet.all(live.inputs(), new ByteArrayInputStream(body));
      List<FieldError> errors = batch.errors();
      if (!errors.isEmpty()) {
        throw Problem.invalidInput(errors).asException();
      }
      return new Read(batch, System.nanoTime() - start);
    } catch (MalformedJson e) {
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, e.sentence()).asException();
    } catch (MalformedCsv e) {
      throw Problem.of(Problem.Type.MALFORMED_CSV, e.sentence()).asException();
    } catch (WrongColumns e) {
      throw Problem.wrongColumns(e.errors()).asException();
    }
  }

  private void answer(Exchange exchange, Live live, Read read, HttpServletResponse response)
      throws IOException {
    Outcome outcome =
        predictor.answer(live, Source.MLFLOW, exchange.id(), read.batch(), read.nanos());
    AnswerJson.problem(outcome.answers())
        .ifPresent(
            problem -> {
              throw problem.asException();
            });
    Timing.set(response, outcome.timings());
    Json.send(response, 200, JSON, Json.bytes(json -> write(json, live, outcome)));
  }

  private static void write(JsonGenerator json, Live live, Outcome outcome) {
    List<String> classes = live.inputs().schema().classes();
    json.writeStartObject();
    json.writeArrayPropertyStart("predictions");
    for (Answer answer : outcome.answers()) {
      Prediction prediction = ((Answer.Predicted) answer).prediction();
      if (prediction.classes() == 0) {
        json.writeNumber(prediction.value());
      } else {
        json.writeString(classes.get(prediction.classIndex()));
      }
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("prediction_ids");
    outcome.answers().forEach(answer -> json.writeString(((Answer.Predicted) answer).id()));
    json.writeEndArray();
    json.writeEndObject();
  }
}
