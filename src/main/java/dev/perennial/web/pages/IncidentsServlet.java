package dev.perennial.web.pages;

import dev.perennial.serving.FieldError;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Watched;
import dev.perennial.web.WindowQuery;
import dev.perennial.words.Said;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /monitor/{model}/incidents}: what was ever raised. Safe for use by many threads. */
public final class IncidentsServlet extends HttpServlet {
  private final transient Watched watched;

  public IncidentsServlet(Watched watched) {
    this.watched = watched;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String model = Exchange.of(request).parameter("model");
    if (!watched.models().get().contains(model)) {
      throw Doorway.unknown(watched.models().get());
    }
    long before = before(request);
    var incidents = watched.past().incidents().apply(model, before);
    var view = IncidentsView.of(model, incidents, before, Language.of(request));
    Page.show(request, response, "incidents", view);
  }

  private static long before(HttpServletRequest request) {
    WindowQuery.read(request, "before");
    String text = Fields.ofQuery(request).text("before");
    if (!text.matches("[0-9]{0,18}")) {
      Said fault = Said.of("said.number-in-the-link", Said.SUBJECT);
      throw WindowQuery.refuse(List.of(new FieldError("before", Optional.of(text), fault)));
    }
    return text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text);
  }
}
