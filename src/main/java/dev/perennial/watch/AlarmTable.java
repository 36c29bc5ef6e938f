package dev.perennial.watch;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;

/** Where each alarm stands, in the database. Every method works within the caller's transaction. */
final class AlarmTable {
  private static final String SELECT =
      """
      SELECT model, kind, state, held, incident, since_at, silenced_until, calm_looks, first_step,
        version, ignored, looked, changes
      FROM alarm
      """;

  private AlarmTable() {}

  /** All alarms that were ever looked at, by model and kind. */
  static List<Kept> all(Handle handle) {
    return handle.createQuery(SELECT + "ORDER BY model, kind").map(AlarmTable::kept).list().stream()
        .map(kept -> withHistory(handle, kept))
        .toList();
  }

  /** One alarm, if it was ever looked at. */
  static Optional<Kept> find(Handle handle, String model, AlarmKind kind) {
    return find(handle, model, kind, "");
  }

  /** One alarm, held until the end of the transaction, so that a change by hand is not lost. */
  static Optional<Kept> locked(Handle handle, String model, AlarmKind kind) {
    return find(handle, model, kind, "FOR UPDATE");
  }

  private static Optional<Kept> find(Handle handle, String model, AlarmKind kind, String lock) {
    return handle
        .createQuery(SELECT + "WHERE model = :model AND kind = :kind " + lock)
        .bind("model", model)
        .bind("kind", kind.name())
        .map(AlarmTable::kept)
        .findOne()
        .map(kept -> withHistory(handle, kept));
  }

  private static Kept withHistory(Handle handle, Kept kept) {
    if (kept.firstStep() == 0) {
      return kept;
    }
    Alarm a = kept.alarm();
    List<Transition> history =
        Steps.of(handle, kept.model(), a.kind(), kept.firstStep(), Steps.CARRIED).stream()
            .map(Steps.Step::transition)
            .toList();
    return kept.with(
        new Alarm(
            a.kind(),
            a.state(),
            a.held(),
            a.incident(),
            a.sinceMillis(),
            a.silencedUntil(),
            a.calmLooks(),
            history));
  }

  /**
   * Stores what became of an alarm, and every step that is new.
   *
   * @param told takes each new step and its key, in the same transaction
   */
  static void save(Handle handle, Kept before, Kept after, BiConsumer<Long, Transition> told) {
    if (after.equals(before)) {
      return;
    }
    List<Transition> old = before.alarm().history();
    List<Transition> now = after.alarm().history();
    boolean goesOn = now.size() >= old.size() && now.subList(0, old.size()).equals(old);
    long first = goesOn ? before.firstStep() : 0;
    for (Transition step : goesOn ? now.subList(old.size(), now.size()) : now) {
      long id = Steps.add(handle, after, step);
      first = first == 0 ? id : first;
      told.accept(id, step);
    }
    write(handle, after.firstStep(first));
  }

  private static void write(Handle handle, Kept kept) {
    int updated =
        bound(
                handle.createUpdate(
                    """
                    UPDATE alarm
                    SET state = :state, held = :held, incident = :incident, since_at = :since,
                      silenced_until = :silenced, calm_looks = :calm, first_step = :first,
                      version = :version, ignored = :ignored, looked = :looked, changes = :changes
                    WHERE model = :model AND kind = :kind
                    """),
                kept)
            .execute();
    if (updated == 0) {
      bound(
              handle.createUpdate(
                  """
                  INSERT INTO alarm (model, kind, state, held, incident, since_at, silenced_until,
                    calm_looks, first_step, version, ignored, looked, changes)
                  VALUES (:model, :kind, :state, :held, :incident, :since, :silenced, :calm, :first,
                    :version, :ignored, :looked, :changes)
                  """),
              kept)
          .execute();
    }
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Kept kept) {
    Alarm a = kept.alarm();
    return statement
        .bind("model", kept.model())
        .bind("kind", a.kind().name())
        .bind("state", a.state().name())
        .bind("held", a.held().name())
        .bind("incident", a.incident())
        .bind("since", Instant.ofEpochMilli(a.sinceMillis()))
        .bindByType(
            "silenced",
            a.silencedUntil() == 0 ? null : Instant.ofEpochMilli(a.silencedUntil()),
            Instant.class)
        .bind("calm", a.calmLooks())
        .bind("first", kept.firstStep())
        .bind("version", kept.version())
        .bind("ignored", kept.ignored())
        .bind("looked", kept.looked())
        .bind("changes", kept.changes());
  }

  private static Kept kept(RowView row) {
    Optional<Instant> silenced =
        Optional.ofNullable(row.getColumn("silenced_until", Instant.class));
    Alarm alarm =
        new Alarm(
            AlarmKind.valueOf(row.getColumn("kind", String.class)),
            State.valueOf(row.getColumn("state", String.class)),
            State.valueOf(row.getColumn("held", String.class)),
            row.getColumn("incident", Long.class),
            row.getColumn("since_at", Instant.class).toEpochMilli(),
            silenced.map(Instant::toEpochMilli).orElse(0L),
            row.getColumn("calm_looks", Integer.class),
            List.of());
    return new Kept(
        row.getColumn("model", String.class),
        alarm,
        row.getColumn("version", Integer.class),
        row.getColumn("ignored", Long.class),
        row.getColumn("looked", Long.class),
        row.getColumn("changes", Long.class),
        row.getColumn("first_step", Long.class));
  }
}
