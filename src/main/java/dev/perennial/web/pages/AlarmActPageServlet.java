package dev.perennial.web.pages;

import dev.perennial.watch.Monitor;
import dev.perennial.web.AlarmNames;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Fields;
import dev.perennial.web.Problem;
import dev.perennial.web.Redirect;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * {@code POST /monitor/{model}/alarms/{kind}}: an administrator takes an alarm on, or silences it
 * for some hours. Safe for use by many threads.
 */
public final class AlarmActPageServlet extends HttpServlet {
  private static final int MOST_HOURS = 24 * 30;
  private final transient Monitor monitor;
  private final transient Clock clock;

  public AlarmActPageServlet(Monitor monitor, Clock clock) {
    this.monitor = monitor;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = Exchange.of(request);
    String model = exchange.parameter("model");
    if (!monitor.models().contains(model)) {
      throw Doorway.unknown(monitor.models());
    }
    Fields fields = Fields.read(request);
    try {
      act(model, exchange, fields);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Said.verbatim(String.valueOf(e.getMessage())))
          .asException();
    }
    Redirect.to(request, response, MonitorView.path(model) + "#alarms");
  }

  private void act(String model, Exchange exchange, Fields fields) {
    var kind = AlarmNames.kind(exchange.parameter("kind"));
    String by = exchange.caller().actor();
    if (fields.text("act").equals("silence")) {
      Duration time = Duration.ofHours(hours(fields.text("hours")));
      monitor.silence(model, kind, clock.instant().plus(time), by, fields.text("note"));
    } else {
      monitor.acknowledge(model, kind, by, fields.text("note"));
    }
  }

  private static int hours(String text) {
    int hours = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (hours < 1 || hours > MOST_HOURS) {
      throw Problem.of(
              Problem.Type.BAD_REQUEST, Said.of("said.silence-lasts", (long) MOST_HOURS, text))
          .asException();
    }
    return hours;
  }
}
