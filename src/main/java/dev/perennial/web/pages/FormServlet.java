package dev.perennial.web.pages;

import dev.perennial.access.Openness;
import dev.perennial.access.Right;
import dev.perennial.serving.Answer;
import dev.perennial.serving.FailedAttempts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.Outcome;
import dev.perennial.serving.Predictor;
import dev.perennial.web.Body;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.MediaType;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.web.Timing;
import dev.perennial.web.UrlEncoded;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /} and {@code /models/{model}}: the form of a model, which leads to the answer's page.
 * Safe for use by many threads.
 */
public final class FormServlet extends HttpServlet {
  private final transient LiveModels models;
  private final transient Predictor predictor;
  private final transient FailedAttempts failed;
  private final transient KeptAnswers kept;
  private final int mostBody;
  private final transient Optional<String> first;
  private final transient Openness open;
  private final transient Welcome welcome;
  private final transient LoopView.Sources life;

  /**
   * @param kept where an answer waits for its page, however often that is loaded
   * @param mostBody in bytes
   * @param first the model whose form is shown; without it, the one that the path names
   * @param open what strangers may do
   * @param welcome what the first page says while nothing was asked yet
   * @param life what the other pages show to whoever may read the monitor
   */
  public FormServlet(
      LiveModels models,
      Predictor predictor,
      FailedAttempts failed,
      KeptAnswers kept,
      int mostBody,
      Optional<String> first,
      Openness open,
      Welcome welcome,
      LoopView.Sources life) {
    this.models = models;
    this.predictor = predictor;
    this.failed = failed;
    this.kept = kept;
    this.mostBody = mostBody;
    this.first = first;
    this.open = open;
    this.welcome = welcome;
    this.life = life;
  }

  /** Filled in with the sample, and over it with what the URL's query brings. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Live live = live(request);
    String query = request.getQueryString();
    Map<String, List<String>> values = new LinkedHashMap<>();
    live.sample().forEach((name, value) -> values.put(name, List.of(value)));
    if (query != null) {
      values.putAll(UrlEncoded.read(query.getBytes(StandardCharsets.ISO_8859_1)));
    }
    if (first.isPresent()) {
      welcome.greet(request);
    }
    Page.show(request, response, "form", view(request, live, values, List.of()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    MediaType.require(request, "application/x-www-form-urlencoded");
    byte[] body = Body.read(request, mostBody);
    Map<String, List<String>> fields = UrlEncoded.read(body);
    Outcome outcome = predictor.form(live(request), Exchange.of(request).id(), fields);
    Timing.set(response, outcome.timings());
    Answer answer = outcome.answers().get(0);
    if (answer instanceof Answer.Predicted predicted) {
      var view = AnswerView.of(request, path(request), outcome, predicted, asks(request));
      String page = kept.keep(view, Exchange.of(request).account(), body.length);
      Redirect.to(request, response, page);
    } else {
      failed.note(Exchange.of(request).id(), name(request), reason(answer), body);
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      FormView again = view(request, outcome.live(), fields, errors(answer));
      Page.show(request, response, "form", again);
    }
  }

  private FormView view(
      HttpServletRequest request,
      Live live,
      Map<String, List<String>> values,
      List<FieldError> errors) {
    boolean told = first.isEmpty() && Exchange.of(request).caller().may(Right.MONITOR, open);
    LifeView shown = told ? LifeView.of(life, name(request), Language.of(request)) : LifeView.NONE;
    return FormView.of(request, path(request), live, values, errors, shown);
  }

  private boolean asks(HttpServletRequest request) {
    return Exchange.of(request).caller().may(Right.LABEL, open);
  }

  private String name(HttpServletRequest request) {
    return first.orElseGet(() -> Exchange.of(request).parameter("model"));
  }

  /** Of this form, without the context path. */
  private String path(HttpServletRequest request) {
    return first.isPresent() ? "/" : ModelsPageServlet.path(name(request));
  }

  private Live live(HttpServletRequest request) {
    return first.isEmpty()
        ? Doorway.live(models, name(request))
        : models
            .find(first.get())
            .orElseThrow(() -> Problem.unavailable(Said.of("said.form-not-loaded")).asException());
  }

  private static List<FieldError> errors(Answer answer) {
    if (answer instanceof Answer.Wrong wrong) {
      return wrong.errors();
    }
    throw Problem.of(Problem.Type.NO_ANSWER, Said.of("said.no-answer-to-values")).asException();
  }

  private static String reason(Answer answer) {
    return answer instanceof Answer.Wrong wrong
        ? Problem.Type.INVALID_INPUT.urn() + ": " + wrong.errors().get(0).message()
        : Problem.Type.NO_ANSWER.urn();
  }
}
