package dev.perennial.web.pages;

import dev.perennial.access.Audit;
import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Exchange;
import dev.perennial.web.Redirect;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code /demo}: the guided demo, its beginning, end and removal. Safe for use by many threads. */
public final class DemoServlet extends HttpServlet {
  private final transient Demo demo;
  private final transient BiFunction<String, Span, Optional<Report>> monitor;
  private final transient Audit audit;

  /**
   * @param monitor what it says of a model
   * @param audit where it is written down who played it
   */
  public DemoServlet(Demo demo, BiFunction<String, Span, Optional<Report>> monitor, Audit audit) {
    this.demo = demo;
    this.monitor = monitor;
    this.audit = audit;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Report> report =
        demo.progress().state() == Demo.State.NONE
            ? Optional.empty()
            : monitor.apply(Copy.MODEL, Span.QUARTER);
    Page.show(request, response, "demo", DemoView.of(demo, report, Language.of(request)));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String act = exchange.route().map(route -> route.name()).orElse("");
    boolean done =
        switch (act) {
          case "demo-play" -> demo.play();
          case "demo-stop" -> demo.stop();
          default -> demo.remove();
        };
    if (done) {
      audit.record(exchange.caller().actor(), act, exchange.client().address(), "");
    }
    Redirect.to(request, response, "/demo");
  }
}
