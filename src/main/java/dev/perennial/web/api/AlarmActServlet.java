package dev.perennial.web.api;

import dev.perennial.watch.Monitor;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.web.AlarmNames;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import dev.perennial.web.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * {@code POST /api/v1/models/{model}/alarms/{kind}/acknowledge} and {@code …/silence}: a note, and
 * for a silence until when. Safe for use by many threads.
 */
public final class AlarmActServlet extends HttpServlet {
  private final transient Monitor monitor;
  private final boolean silences;

  public AlarmActServlet(Monitor monitor, boolean silences) {
    this.monitor = monitor;
    this.silences = silences;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    if (!monitor.models().contains(model)) {
      throw Doorway.unknown(monitor.models());
    }
    Wish wish =
        Wish.read(request, silences ? List.of("note", "until") : List.of("note"), List.of());
    Instant until = wish.time("until").orElse(Instant.MAX);
    wish.check(List.of());
    try {
      var kind = AlarmNames.kind(exchange.parameter("kind"));
      String by = exchange.caller().actor();
      AlarmReport told =
          silences
              ? monitor.silence(model, kind, until, by, wish.text("note"))
              : monitor.acknowledge(model, kind, by, wish.text("note"));
      Json.send(response, 200, "application/json", MonitorDocument.alarm(told));
    } catch (IllegalStateException e) {
      throw Problem.forPrograms(Problem.Type.CONFLICT, String.valueOf(e.getMessage()))
          .asException();
    } catch (IllegalArgumentException e) {
      throw Problem.forPrograms(Problem.Type.BAD_REQUEST, String.valueOf(e.getMessage()))
          .asException();
    }
  }
}
