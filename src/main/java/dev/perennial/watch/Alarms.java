package dev.perennial.watch;

import dev.perennial.db.Database;
import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * The alarms of all models: looked after by ticks, taken on and silenced by people. A step, its
 * frozen evidence and the message about it are stored in one transaction. Safe for use by many
 * threads.
 */
final class Alarms {
  private static final int LONGEST_NOTE = 1_000;

  private final Database database;
  private final Clock clock;
  private final boolean told;
  private final IntFunction<String> versions;

  /**
   * @param told whether steps are told by webhook
   * @param versions the number of the version with a key, as text; "" for key 0
   */
  Alarms(Database database, Clock clock, boolean told, IntFunction<String> versions) {
    this.database = database;
    this.clock = clock;
    this.told = told;
    this.versions = versions;
  }

  static String owner(String model, AlarmKind kind) {
    return kind.isOfTheService() ? "" : model;
  }

  List<Kept> all() {
    return database.read(AlarmTable::all);
  }

  /** Shows looks to the alarms of a model, or of the service where the model is "". */
  void look(Handle handle, String model, List<NewsLook> looks) {
    for (NewsLook look : looks) {
      Kept before =
          AlarmTable.locked(handle, model, look.kind())
              .orElseGet(() -> Kept.quiet(model, look.kind()));
      save(handle, before, look.applyTo(before, clock.millis()));
    }
  }

  private void save(Handle handle, Kept before, Kept after) {
    AlarmTable.save(handle, before, after, (id, step) -> tell(handle, id, after, step));
  }

  private void tell(Handle handle, long id, Kept after, Transition step) {
    if (told && Told.isTold(after, step)) {
      String body = Told.body(after, versions.apply(after.version()), step);
      Deliveries.add(handle, id, body, Instant.ofEpochMilli(step.atMillis()));
    }
  }

  /**
   * Somebody takes an alarm on.
   *
   * @throws IllegalStateException with a sentence if no incident is open
   * @throws IllegalArgumentException with a sentence if the note is blank or too long
   */
  Kept acknowledge(String model, AlarmKind kind, String by, String note) {
    checkLength(note);
    return byHand(model, kind, alarm -> alarm.acknowledge(by, note, clock.millis()));
  }

  /**
   * Somebody wants to hear nothing of an alarm until a time.
   *
   * @throws IllegalStateException with a sentence if no incident is open
   * @throws IllegalArgumentException with a sentence if the note is blank or too long, or the time
   *     is past
   */
  Kept silence(String model, AlarmKind kind, Instant until, String by, String note) {
    checkLength(note);
    if (!until.isAfter(clock.instant())) {
      throw new IllegalArgumentException("the silence would be over already: give a later time");
    }
    return byHand(
        model, kind, alarm -> alarm.silence(by, note, until.toEpochMilli(), clock.millis()));
  }

  private static void checkLength(String note) {
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "the note has " + note.length() + " characters: at most " + LONGEST_NOTE);
    }
  }

  private Kept byHand(String model, AlarmKind kind, UnaryOperator<Alarm> change) {
    return database.write(
        handle -> {
          Kept before =
              AlarmTable.locked(handle, owner(model, kind), kind)
                  .orElseGet(() -> Kept.quiet(owner(model, kind), kind));
          Kept after = before.with(change.apply(before.alarm()));
          save(handle, before, after);
          return after;
        });
  }

  /** One of them. */
  Optional<Kept> find(String model, AlarmKind kind) {
    return database.read(handle -> AlarmTable.find(handle, owner(model, kind), kind));
  }
}
