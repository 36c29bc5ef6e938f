package dev.perennial.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When the monitor last looked: what tells a quiet monitor from a dead one. */
final class TickTable {
  private TickTable() {}

  static Optional<Instant> last(Handle handle) {
    return handle
        .createQuery("SELECT seen_at FROM monitor_tick WHERE id = 1")
        .mapTo(Instant.class)
        .findOne();
  }

  static void record(Handle handle, Instant at, Duration took) {
    long micros = took.toNanos() / 1_000;
    int updated =
        handle
            .createUpdate("UPDATE monitor_tick SET seen_at = :at, took_us = :took WHERE id = 1")
            .bind("at", at)
            .bind("took", micros)
            .execute();
    if (updated == 0) {
      handle
          .createUpdate("INSERT INTO monitor_tick (id, seen_at, took_us) VALUES (1, :at, :took)")
          .bind("at", at)
          .bind("took", micros)
          .execute();
    }
  }
}
