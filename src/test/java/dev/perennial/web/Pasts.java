package dev.perennial.web;

import dev.perennial.model.Alias;
import dev.perennial.model.Promotion;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Transition;
import dev.perennial.training.Run;
import dev.perennial.watch.Incidents.Incident;
import dev.perennial.watch.Incidents.Turn;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What happened to the models of {@link Reports}, made by hand. */
public final class Pasts {
  private static final Instant NOW = Reports.NOW;

  private Pasts() {}

  /** For "drifting" something of every kind within the last hour; nothing for the others. */
  public static Past made() {
    return new Past(
        model -> seen(model) ? promotions() : List.of(),
        model -> seen(model) ? List.of(run(model)) : List.of(),
        (model, from) -> seen(model) ? turns() : List.of(),
        (model, before) -> seen(model) ? incidents(model, before) : List.of());
  }

  private static boolean seen(String model) {
    return model.equals("drifting") || model.equals(Hostile.NAME);
  }

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private static List<Promotion> promotions() {
    return List.of(
        new Promotion(Alias.CHALLENGER, Optional.empty(), 4, ago(10), "policy", "drift"),
        new Promotion(Alias.CHAMPION, Optional.of(2), 3, ago(50), "account:ada", "better"),
        new Promotion(Alias.CHAMPION, Optional.of(1), 2, ago(90_000), "account:ada", "before"));
  }

  private static Run run(String model) {
    return new Run(
        7,
        model,
        Run.State.ADMITTED,
        ago(13),
        "policy",
        "drift",
        Optional.of(ago(12)),
        Optional.of(ago(10)),
        Said.verbatim("admitted"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(4));
  }

  private static List<Turn> turns() {
    return List.of(
        new Turn(AlarmKind.DATA_DRIFT, true, ago(45)),
        new Turn(AlarmKind.DATA_DRIFT, false, ago(42)));
  }

  private static List<Incident> incidents(String model, long before) {
    return LongStream.iterate(30, number -> number - 1)
        .limit(30)
        .filter(number -> number < before)
        .limit(Past.INCIDENTS)
        .mapToObj(number -> incident(model, number))
        .toList();
  }

  /** Its last step's key is its number, so that pages can be told apart. */
  private static Incident incident(String model, long number) {
    long began = NOW.minus(Duration.ofDays(31 - number)).toEpochMilli();
    Evidence evidence =
        new Evidence(
            Columns.moved("petal_length"), Map.of("petal_length.psi", .41, "petal_length.q", 1e-9));
    Evidence calm = Evidence.of(Said.of("said.nothing-moved"));
    return new Incident(
        model,
        AlarmKind.DATA_DRIFT,
        number,
        number,
        3,
        List.of(
            new Transition(State.PENDING, State.FIRING, began, "", "", evidence),
            new Transition(
                State.FIRING,
                State.ACKNOWLEDGED,
                began + 600_000,
                "account:ada",
                "the <i>new</i> lamp",
                evidence),
            new Transition(State.ACKNOWLEDGED, State.RESOLVING, began + 7_000_000, "", "", calm),
            new Transition(State.RESOLVING, State.RESOLVED, began + 7_200_000, "", "", calm)));
  }
}
