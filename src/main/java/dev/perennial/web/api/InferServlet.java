package dev.perennial.web.api;

import dev.perennial.log.Source;
import dev.perennial.serving.Answer;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.InferenceStats;
import dev.perennial.serving.Live;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Predictor;
import dev.perennial.serving.TensorRequest;
import dev.perennial.web.Body;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Timing;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v2/models/{model}[/versions/{version}]/infer}: all rows are answered or none. Safe
 * for use by many threads.
 */
public final class InferServlet extends HttpServlet {
  private final transient TensorModels models;
  private final transient Predictor predictor;
  private final transient FailedAttempts failed;
  private final transient InferenceStats stats;
  private final transient Clock clock;
  private final int mostBody;

  /**
   * @param mostBody in bytes
   */
  public InferServlet(
      TensorModels models,
      Predictor predictor,
      FailedAttempts failed,
      InferenceStats stats,
      Clock clock,
      int mostBody) {
    this.stats = stats;
    this.clock = clock;
    this.models = models;
    this.predictor = predictor;
    this.failed = failed;
    this.mostBody = mostBody;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    byte[] body = {};
    try {
      Live live = models.find(exchange);
      refuseBinary(request);
      MediaType.require(request, "application/json");
      body = Body.read(request, mostBody);
      try {
        answer(exchange, live, body, response);
      } catch (ProblemException e) {
        stats.refused(live.model().id(), exchange.nanos());
        throw e;
      }
    } catch (ProblemException e) {
      failed.note(exchange.id(), exchange.parameter("model"), e.problem().reason(), body);
      throw e;
    }
  }

  private static void refuseBinary(HttpServletRequest request) {
    if (request.getHeader("Inference-Header-Content-Length") != null) {
      String detail = "The binary tensor data extension is not supported: send tensors as JSON.";
      throw Problem.forPrograms(Problem.Type.UNSUPPORTED_MEDIA_TYPE, detail).asException();
    }
  }

  private void answer(Exchange exchange, Live live, byte[] body, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    TensorRequest asked = read(live, body);
    List<String> wanted = wanted(live, asked.outputs());
    long parse = System.nanoTime() - start;
    Outcome outcome = predictor.answer(live, Source.V2, exchange.id(), asked.batch(), parse);
    Optional<Problem> problem = AnswerJson.problem(outcome.answers());
    if (problem.isPresent()) {
      throw problem.get().asException();
    }
    stats.answered(outcome, exchange.nanos(), clock.millis());
    Timing.set(response, outcome.timings());
    List<Answer.Predicted> rows =
        outcome.answers().stream().map(Answer.Predicted.class::cast).toList();
    String id = asked.id().orElse(exchange.name());
    Json.send(response, 200, "application/json", TensorJson.answer(live, id, wanted, rows));
  }

  private static TensorRequest read(Live live, byte[] body) {
    try {
      TensorRequest asked = TensorRequest.read(live.inputs(), body);
      List<FieldError> errors = asked.batch().errors();
      if (!errors.isEmpty()) {
        throw Problem.invalidInput(errors).asException();
      }
      return asked;
    } catch (MalformedJson e) {
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, e.sentence()).asException();
    }
  }

  private static List<String> wanted(Live live, List<String> asked) {
    List<String> known = TensorJson.outputs(live.inputs().schema());
    List<FieldError> errors =
        asked.stream()
            .filter(name -> !known.contains(name))
            .map(
                name ->
                    FieldError.forPrograms(
                        "outputs", Optional.of(name), "must be among " + String.join(", ", known)))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.invalidInput(errors).asException();
    }
    return asked.isEmpty() ? known : asked.stream().distinct().toList();
  }
}
