package dev.perennial.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.watch.Incidents.Incident;
import dev.perennial.watch.Incidents.Turn;
import dev.perennial.words.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was ever raised, read back from the steps. */
class IncidentsTest {
  private static final long ALL = Long.MAX_VALUE;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private Alarms alarms;
  private Incidents incidents;
  private long windows;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("db"));
    alarms = new Alarms(database, clock, false, key -> "" + key);
    incidents = new Incidents(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void look(String model, AlarmKind kind, Outcome... outcomes) {
    for (Outcome outcome : outcomes) {
      clock.move(Duration.ofSeconds(10));
      double value = outcome == Outcome.BELOW ? .1 : 1.5;
      Evidence evidence =
          new Evidence(Said.verbatim(outcome + " " + ++windows), Map.of("petal.q", value));
      Look look = new Look(outcome, value, false, evidence);
      NewsLook news = new NewsLook(kind, look, 1, windows, 0);
      database.run(handle -> alarms.look(handle, model, List.of(news)));
    }
  }

  private void incident(String model, AlarmKind kind) {
    look(model, kind, Outcome.EXCEEDED, Outcome.BELOW, Outcome.BELOW);
    clock.move(Duration.ofDays(2));
  }

  private static List<State> states(Incident incident) {
    return incident.steps().stream().map(step -> step.to()).toList();
  }

  @Test
  void anIncidentHasItsStepsItsEvidenceAndWhoTookItOnAndNoVainSuspicion() {
    look("iris", AlarmKind.DATA_DRIFT, Outcome.SUSPECTED, Outcome.BELOW, Outcome.EXCEEDED);
    alarms.acknowledge("iris", AlarmKind.DATA_DRIFT, "account:ada", "the new lamp");
    look("iris", AlarmKind.DATA_DRIFT, Outcome.BELOW, Outcome.BELOW);
    look("iris", AlarmKind.DATA_DRIFT, Outcome.SUSPECTED, Outcome.BELOW);
    List<Incident> all = incidents.of("iris", ALL, 10);
    assertEquals(1, all.size());
    assertEquals(
        List.of(State.FIRING, State.ACKNOWLEDGED, State.RESOLVING, State.RESOLVED),
        states(all.get(0)));
    assertEquals("EXCEEDED 3", all.get(0).steps().get(0).evidence().sentence().english());
    assertEquals(List.of("petal"), all.get(0).steps().get(0).evidence().columns());
    assertEquals("the new lamp", all.get(0).steps().get(1).note());
    assertEquals(1, all.get(0).version());
  }

  @Test
  void thoseOfTheServiceStandAmongThemAndThoseOfOtherModelsDoNot() {
    incident("iris", AlarmKind.DATA_DRIFT);
    incident("wine", AlarmKind.DATA_DRIFT);
    incident("", AlarmKind.ERRORS);
    incident("iris", AlarmKind.DATA_DRIFT);
    List<Incident> all = incidents.of("iris", ALL, 10);
    assertEquals(
        List.of("iris 2", "service 1", "iris 1"),
        all.stream()
            .map(i -> (i.model().isEmpty() ? "service" : i.model()) + " " + i.number())
            .toList());
    assertEquals(all.subList(2, 3), incidents.of("iris", all.get(1).last(), 10));
    assertEquals(all.subList(0, 2), incidents.of("iris", ALL, 2));
    assertEquals(List.of(), incidents.of("'; DROP TABLE alarm", all.get(1).last(), 0));
  }

  @Test
  void turnsAreRaisingsAndEndsSinceATimeAndNotWhatWavers() {
    incident("iris", AlarmKind.DATA_DRIFT);
    Instant from = clock.instant();
    look("iris", AlarmKind.PERFORMANCE, Outcome.SUSPECTED, Outcome.EXCEEDED);
    Instant raised = clock.instant();
    look("iris", AlarmKind.PERFORMANCE, Outcome.BELOW, Outcome.EXCEEDED, Outcome.BELOW);
    look("wine", AlarmKind.PERFORMANCE, Outcome.EXCEEDED);
    look("iris", AlarmKind.PERFORMANCE, Outcome.BELOW);
    assertEquals(
        List.of(
            new Turn(AlarmKind.PERFORMANCE, true, raised),
            new Turn(AlarmKind.PERFORMANCE, false, clock.instant())),
        incidents.turns("iris", from, 10));
    assertEquals(4, incidents.turns("iris", Instant.EPOCH, 10).size());
    assertTrue(incidents.turns("iris", clock.instant().plusMillis(1), 10).isEmpty());
  }
}
