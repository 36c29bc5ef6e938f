package dev.perennial.web.pages;

import dev.perennial.log.IdText;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code GET /answers/{prediction}/{key}}: the answer that a form was given, as often as its page
 * is loaded. Once it is kept no longer, what the log says to whoever holds the prediction's id.
 * Safe for use by many threads.
 */
public final class AnswerServlet extends HttpServlet {
  private final transient KeptAnswers kept;
  private final transient IdText ids;

  public AnswerServlet(KeptAnswers kept, IdText ids) {
    this.kept = kept;
    this.ids = ids;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    String prediction = exchange.parameter("prediction");
    Optional<AnswerView> answer =
        kept.find(prediction, exchange.parameter("key"), exchange.account());
    if (answer.isPresent()) {
      Page.show(request, response, "answer", answer.get());
    } else if (ids.parse(prediction).isPresent()) {
      Redirect.to(request, response, "/why/" + prediction);
    } else {
      throw Problem.of(Problem.Type.NOT_FOUND, Said.of("said.why-no-id")).asException();
    }
  }
}
