package dev.perennial.web.pages;

import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /models/{model}/versions}. Safe for use by many threads. */
public final class VersionsPageServlet extends HttpServlet {
  private final transient LoopView.Sources sources;

  public VersionsPageServlet(LoopView.Sources sources) {
    this.sources = sources;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Exchange exchange = Exchange.of(request);
    var versions = Doorway.versions(sources.registry(), exchange.parameter("model"));
    Object champion =
        sources
            .registry()
            .champion(versions.get(0).model())
            .map(id -> Integer.toString(id.version()))
            .orElse("");
    Done.say(request, champion);
    Page.show(
        request,
        response,
        "versions",
        VersionsView.of(sources, versions, exchange, Language.of(request)));
  }
}
