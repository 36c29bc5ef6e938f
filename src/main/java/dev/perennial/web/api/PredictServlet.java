package dev.perennial.web.api;

import static dev.perennial.web.Batches.Format.ARFF;
import static dev.perennial.web.Batches.Format.CSV;

import dev.perennial.explain.Explainer;
import dev.perennial.explain.Explainers;
import dev.perennial.log.Source;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Predictor;
import dev.perennial.web.Batches;
import dev.perennial.web.Batches.Format;
import dev.perennial.web.Body;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.ProblemException;
import dev.perennial.web.Timing;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/models/{model}/predict}: JSON, or a table of any length. Safe for use by many
 * threads.
 */
public final class PredictServlet extends HttpServlet {
  private static final String JSON = "application/json";
  private final transient LiveModels models;
  private final transient Predictor predictor;
  private final transient FailedAttempts failed;
  private final transient Explainers explainers;
  private final transient Batches batches;
  private final int mostBody;

  /**
   * @param mostBody in bytes
   */
  public PredictServlet(
      LiveModels models,
      Predictor predictor,
      FailedAttempts failed,
      Explainers explainers,
      Batches batches,
      int mostBody) {
    this.explainers = explainers;
    this.batches = batches;
    this.models = models;
    this.predictor = predictor;
    this.failed = failed;
    this.mostBody = mostBody;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String name = exchange.parameter("model");
    byte[] body = {};
    try {
      Live live = Doorway.live(models, name);
      String type = MediaType.require(request, JSON, CSV.type(), ARFF.type());
      if (!type.equals(JSON)) {
        boolean warnings = isAsked(request, "warnings");
        var wanted = new Batches.Wanted(Format.ofType(type), warnings, Optional.empty());
        batches.answer(live, wanted, request.getInputStream(), request, response);
        return;
      }
      Optional<Explainer> explainer = explainer(request, live);
      body = Body.read(request, mostBody);
      Outcome outcome = answer(live, exchange.id(), body);
      noteWrongRows(outcome, exchange.id(), body);
      Timing.set(response, outcome.timings());
      Json.send(response, 200, JSON, AnswerJson.bytes(outcome, explainer));
    } catch (ProblemException e) {
      failed.note(exchange.id(), name, e.problem().reason(), body);
      throw e;
    }
  }

  private Optional<Explainer> explainer(HttpServletRequest request, Live live) {
    return isAsked(request, "explain")
        ? Optional.of(explainers.of(live.model()))
        : Optional.empty();
  }

  /** Whether the query says {@code name=true}. */
  private static boolean isAsked(HttpServletRequest request, String name) {
    @Nullable String asked = request.getQueryString() == null ? null : request.getParameter(name);
    if (asked == null || asked.equals("false")) {
      return false;
    }
    if (!asked.equals("true")) {
      var error = FieldError.forPrograms(name, Optional.of(asked), "must be true or false");
      throw WindowQuery.refuse(List.of(error));
    }
    return true;
  }

  private Outcome answer(Live live, long request, byte[] body) {
    try {
      Outcome outcome = predictor.json(live, Source.API, request, body);
      Optional<Problem> problem = AnswerJson.problem(outcome.answers());
      if (outcome.single() && problem.isPresent()) {
        throw problem.get().asException();
      }
      return outcome;
    } catch (MalformedJson e) {
      throw Problem.forPrograms(Problem.Type.MALFORMED_JSON, e.sentence()).asException();
    }
  }

  private void noteWrongRows(Outcome outcome, long request, byte[] body) {
    long wrong = outcome.answers().stream().filter(a -> AnswerJson.problem(a).isPresent()).count();
    if (wrong > 0) {
      String reason = wrong + " of " + outcome.answers().size() + " rows were refused";
      failed.note(request, outcome.live().model().id().model(), reason, body);
    }
  }
}
