package dev.perennial.web.pages;

import dev.perennial.watch.Deliveries;
import dev.perennial.watch.Deliveries.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of the messages to the webhook in the last 90 days.
 *
 * @param on whether there is a webhook
 * @param late the newest that did not arrive, newest first
 */
public record DeliveriesView(
    boolean on, String waiting, String delivered, String givenUp, List<Line> late) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SHOWN = 10;

  /**
   * One message.
   *
   * @param what it tells, such as "iris-data_drift-2: firing"
   * @param next when it is tried again; empty where it is not
   */
  public record Line(
      Moment at, String what, Mark state, int attempts, String result, Optional<Moment> next) {}

  static DeliveriesView of(boolean on, Deliveries deliveries, Language in) {
    Map<String, Long> counts = deliveries.counts();
    return new DeliveriesView(
        on,
        count(in, counts, Deliveries.WAITING),
        count(in, counts, Deliveries.DELIVERED),
        count(in, counts, Deliveries.GIVEN_UP),
        deliveries.troubled(SHOWN).stream().map(delivery -> line(delivery, in)).toList());
  }

  private static String count(Language in, Map<String, Long> counts, String state) {
    return in.numbers().count(counts.getOrDefault(state, 0L));
  }

  private static Line line(Delivery delivery, Language in) {
    boolean waits = delivery.state().equals(Deliveries.WAITING);
    JsonNode told = JSON.readTree(delivery.body());
    String to = told.path("to").asString("");
    return new Line(
        Moment.of(delivery.madeAt()),
        told.path("id").asString("") + ": " + to.toLowerCase(Locale.ROOT),
        waits ? new Mark("warn", "mark.waiting") : new Mark("bad", "mark.given-up"),
        delivery.attempts(),
        delivery.result().isEmpty() ? in.say("deliveries.not-tried-yet") : delivery.result(),
        Optional.of(Moment.of(delivery.nextAt())).filter(at -> waits));
  }
}
