package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was ever raised, from the stored steps. Safe for use by many threads. */
public final class Incidents {
  private static final int MOST_STEPS = 200;

  private final Database database;

  public Incidents(Database database) {
    this.database = database;
  }

  /**
   * One incident, open or over.
   *
   * @param model whose; "" where the service itself was meant
   * @param number counted from 1 for each model and kind
   * @param last key of its last step
   * @param version key of the version that was watched at its last step; 0 without one
   * @param steps from the first raising on, oldest first, the newest 200; what was merely suspected
   *     is left out
   */
  public record Incident(
      String model, AlarmKind kind, long number, long last, int version, List<Transition> steps) {
    public Incident {
      steps = List.copyOf(steps);
    }
  }

  private record Place(String model, AlarmKind kind, long number, long first, long last) {}

  /**
   * The incidents of a model and of the service, those first that took a step last.
   *
   * @param before key of a step; only those whose last step has a lower one
   */
  public List<Incident> of(String model, long before, int most) {
    return database.read(
        handle ->
            places(handle, model, before, most).stream()
                .map(place -> incident(handle, place))
                .toList());
  }

  private static List<Place> places(Handle handle, String model, long before, int most) {
    return handle
        .createQuery(
            """
            SELECT model, kind, incident, MIN(id) AS first_step, MAX(id) AS last_step
            FROM alarm_transition
            WHERE model IN (:model, '') AND incident > 0
            GROUP BY model, kind, incident
            HAVING MAX(id) < :before
            ORDER BY last_step DESC
            FETCH FIRST :most ROWS ONLY
            """)
        .bind("model", model)
        .bind("before", before)
        .bind("most", most)
        .map(
            row ->
                new Place(
                    row.getColumn("model", String.class),
                    AlarmKind.valueOf(row.getColumn("kind", String.class)),
                    row.getColumn("incident", Long.class),
                    row.getColumn("first_step", Long.class),
                    row.getColumn("last_step", Long.class)))
        .list();
  }

  private static Incident incident(Handle handle, Place place) {
    List<Steps.Step> steps =
        Steps.between(
            handle, place.model(), place.kind(), place.first(), place.last() + 1, MOST_STEPS);
    return new Incident(
        place.model(),
        place.kind(),
        place.number(),
        place.last(),
        steps.isEmpty() ? 0 : steps.get(steps.size() - 1).version(),
        steps.stream().map(Steps.Step::transition).filter(Incidents::isOfAnIncident).toList());
  }

  /** A suspicion after an incident carries its number until it comes to another one. */
  private static boolean isOfAnIncident(Transition step) {
    return switch (step.to()) {
      case OK, PENDING -> false;
      case RESOLVED -> step.from() != State.PENDING;
      case FIRING, ACKNOWLEDGED, SILENCED, RESOLVING -> true;
    };
  }

  /** The raisings and the ends since a time, of a model and of the service, oldest first. */
  public List<Turn> turns(String model, Instant from, int most) {
    List<Turn> newest =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT kind, to_state, happened_at
                        FROM alarm_transition
                        WHERE model IN (:model, '') AND happened_at >= :from
                          AND (to_state = 'FIRING' AND from_state <> 'RESOLVING'
                            AND from_state <> 'SILENCED'
                            OR to_state = 'RESOLVED' AND from_state = 'RESOLVING')
                        ORDER BY id DESC
                        FETCH FIRST :most ROWS ONLY
                        """)
                    .bind("model", model)
                    .bind("from", from)
                    .bind("most", most)
                    .map(
                        row ->
                            new Turn(
                                AlarmKind.valueOf(row.getColumn("kind", String.class)),
                                row.getColumn("to_state", String.class).equals("FIRING"),
                                row.getColumn("happened_at", Instant.class)))
                    .list());
    return newest.stream().sorted(Comparator.comparing(Turn::at)).toList();
  }

  /**
   * An alarm that was raised, or ended.
   *
   * @param raised false where it ended
   */
  public record Turn(AlarmKind kind, boolean raised, Instant at) {}
}
