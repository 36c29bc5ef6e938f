package dev.perennial.watch;

import dev.perennial.db.DatabaseException;
import dev.perennial.monitor.AlarmKind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether the database does its work. Nothing can be stored while it does not: so whoever asks is
 * told from memory, and the first tick that can be stored again stores the incident. Safe for use
 * by many threads.
 */
final class Outage {
  private final BooleanSupplier waiting;
  private boolean failed;
  private Optional<Instant> since = Optional.empty();
  private Kept stored = Kept.quiet("", AlarmKind.DATABASE);

  /**
   * @param waiting whether rows wait in the journal because the database does not take them
   */
  Outage(BooleanSupplier waiting) {
    this.waiting = waiting;
  }

  /** A tick failed. A value that was refused is no outage. */
  synchronized void failed(DatabaseException fault, Instant now) {
    failed = failed || !fault.refusesData();
    since(now);
  }

  /** A tick has stored what {@link #look} gave it: as this. */
  synchronized void stored(Kept kept, Instant now) {
    stored = kept;
    failed = false;
    since = Optional.empty();
    since(now);
  }

  synchronized boolean lasts() {
    return failed || waiting.getAsBoolean();
  }

  /** Since when, until the incident is stored. */
  private Optional<Instant> since(Instant now) {
    if (since.isEmpty() && lasts()) {
      since = Optional.of(now);
    }
    return since;
  }

  /** For a tick that may be stored. */
  synchronized NewsLook look(Instant now) {
    return ServiceLooks.database(since(now), now);
  }

  /** The stored alarm, raised if there is an outage that is not stored yet. */
  synchronized Kept shown(Kept kept, Instant now) {
    stored = kept;
    return shown(now);
  }

  /** The same while the alarm cannot be read, from when it last could be. */
  synchronized Kept shown(Instant now) {
    return since(now)
        .map(from -> stored.raised(ServiceLooks.database(since, now).look(), from))
        .orElse(stored);
  }
}
