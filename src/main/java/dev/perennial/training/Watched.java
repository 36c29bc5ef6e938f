package dev.perennial.training;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the monitor's alarms say of a model's rows. Immutable.
 *
 * @param driftSince since when labels follow from inputs in another way: when what is open now was
 *     suspected; an earlier suspicion that came to nothing, or an incident that was over, does not
 *     count
 * @param faults when inputs were faulty, as far as the last incident tells
 */
public record Watched(Optional<Instant> driftSince, List<Stretch> faults) {
  /** From one moment to another, both included. */
  public record Stretch(Instant from, Instant to) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && !at.isAfter(to);
    }
  }

  public Watched {
    faults = List.copyOf(faults);
  }

  /** What these alarms of one model say. */
  public static Watched of(List<Alarm> alarms) {
    return new Watched(
        alarms.stream()
            .filter(alarm -> alarm.kind() == AlarmKind.CONCEPT_DRIFT)
            .flatMap(alarm -> alarm.suspectedMillis().stream())
            .map(Instant::ofEpochMilli)
            .findFirst(),
        alarms.stream()
            .filter(alarm -> alarm.kind() == AlarmKind.DATA_FAULT && alarm.incident() > 0)
            .filter(alarm -> !alarm.history().isEmpty())
            .map(Watched::stretch)
            .toList());
  }

  private static Stretch stretch(Alarm alarm) {
    List<Transition> history = alarm.history();
    Instant last = at(history.get(history.size() - 1));
    return new Stretch(at(history.get(0)), alarm.open() ? Instant.MAX : last);
  }

  private static Instant at(Transition step) {
    return Instant.ofEpochMilli(step.atMillis());
  }

  boolean isFaulty(Instant at) {
    return faults.stream().anyMatch(fault -> fault.contains(at));
  }
}
