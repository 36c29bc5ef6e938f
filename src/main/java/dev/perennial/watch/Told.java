package dev.perennial.watch;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Which steps of an alarm are told by webhook, and in which words. */
final class Told {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Told() {}

  /**
   * An alarm that is raised, changes again, is taken on or silenced, or is over; not what merely
   * wavers, and nothing of a silenced one but the silence itself and its end.
   */
  static boolean isTold(Kept after, Transition step) {
    return switch (step.to()) {
      case FIRING -> step.from() != State.RESOLVING;
      case RESOLVED -> step.from() == State.RESOLVING && after.alarm().held() != State.SILENCED;
      case ACKNOWLEDGED, SILENCED -> !step.by().isEmpty();
      case OK, PENDING, RESOLVING -> false;
    };
  }

  /** The JSON body: the fields in the order of docs/monitoring.md. */
  static String body(Kept after, String version, Transition step) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("event", "alarm");
    body.put("id", after.id());
    body.put("model", after.model());
    body.put("version", version);
    body.put("kind", lower(after.kind()));
    body.put("severity", Severity.of(after.kind()));
    body.put("from", lower(step.from()));
    body.put("to", lower(step.to()));
    body.put("at", Instant.ofEpochMilli(step.atMillis()).toString());
    body.put("by", step.by());
    body.put("note", step.note());
    body.put("sentence", step.evidence().sentence().english());
    body.put("evidence", new TreeMap<>(step.evidence().figures()));
    return JSON.writeValueAsString(body);
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
